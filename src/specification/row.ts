/** One row of a table, and what is wrong with it. */

import type { PlainDate } from '#shared/dates'
import { dateIn, numberIn, wrongWith } from './cell.ts'
import type { Item, Table } from './item.ts'
import type { Code, Problem } from './problem.ts'

/** By the item’s name, as written in the file. */
export type Cells = Readonly<Record<string, string>>

export type Found = Pick<Problem, 'field' | 'code' | 'message' | 'stops'>

/** All that is wrong with a row that names its child. */
export function wrongWithRow(table: Table, cells: Cells, today: PlainDate): Found[] {
  return [...table.items.flatMap(item => wrongWithCell(item, cells, today)), ...wrongWithSum(table, cells)]
}

function wrongWithCell(item: Item, cells: Cells, today: PlainDate): Found[] {
  const cell = cells[item.name]
  if (cell === undefined) return []
  if (cell === '') return item.required ? [found('missing', item, `${item.name} is empty. Record it`)] : []
  const wrong = wrongWith(item, cell)
  if (wrong) return [{ field: item.name, stops: false, ...wrong }]
  return item.kind === 'date' ? wrongWithDay(item, cells, today) : []
}

function wrongWithDay(item: Item, cells: Cells, today: PlainDate): Found[] {
  const day = dateIn(cells[item.name]!)!
  const start = item.notBefore === undefined ? undefined : dateIn(cells[item.notBefore] ?? '')
  if (start && day < start) {
    const message = `${item.name} is before ${item.notBefore}. Check both dates`
    return [found('ends-before-start', item, message)]
  }
  if (day > today) return [found('in-future', item, `${item.name} is later than today. Check the year`)]
  return []
}

function wrongWithSum({ sum, items }: Table, cells: Cells): Found[] {
  if (!sum) return []
  const pence = (name: string) => {
    const amount = numberIn(cells[name] ?? '')
    return amount === undefined ? undefined : Math.round(amount * 100)
  }
  const total = pence(sum.total)
  const parts = sum.parts.map(pence)
  if (total === undefined || parts.some(each => each === undefined)) return []
  const together = parts.reduce<number>((all, each) => all + each!, 0)
  if (together === total) return []
  const item = items.find(({ name }) => name === sum.total)!
  return [
    found(
      'parts-differ',
      item,
      `${sum.parts.join(', ')} add up to ${pounds(together)}, and ${sum.total} is ${pounds(total)}. Check them`,
    ),
  ]
}

const found = (code: Code, { name }: Item, message: string): Found => ({
  field: name,
  code,
  message,
  stops: false,
})

const pounds = (amount: number): string => (amount / 100).toFixed(2)
