/** What one cell says, and what is wrong with it, in a sentence that says how to put it right. */

import { normalisePostcode } from '#reference'
import type { PlainDate } from '#shared/dates'
import { dayOf, toDate } from '#shared/days'
import type { Item } from './item.ts'

export type CellCode =
  | 'not-a-date'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-code'
  | 'not-yes-or-no'
  | 'wrong-shape'
export type Wrong = { readonly code: CellCode; readonly message: string }

const shown = (cell: string): string => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell)

/** 2026-03-31 or 31/03/2026, and whatever time of day follows is passed over. */
export function dateIn(cell: string): PlainDate | undefined {
  const found =
    /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ].*)?$/.exec(cell) ??
    /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})(?: .*)?$/.exec(cell)
  if (!found?.groups) return undefined
  const { year, month, day } = found.groups as { year: string; month: string; day: string }
  const date = dayOf(Number(year), Number(month), Number(day))
  return date !== undefined && Number(year) >= 1900 ? toDate(date) : undefined
}

/** Pounds or a plain number: £1,234.50 is 1234.5. */
export function numberIn(cell: string): number | undefined {
  const plain = cell.replace(/^£\s*/, '').replace(/,(?=\d{3}(\D|$))/g, '')
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined
}

/** A code alone, or before its words: "S - Started to be looked after" is S. */
export function isCode(codes: NonNullable<Item['codes']>, cell: string): boolean {
  const said = cell.toLowerCase()
  return codes.some(({ code }) => {
    const known = code.toLowerCase()
    return said === known || (said.startsWith(known) && /^\s*[-:)–.]|^\s/.test(said.slice(known.length)))
  })
}

/** Of a cell that is not empty. */
export function wrongWith(item: Item, cell: string): Wrong | undefined {
  switch (item.kind) {
    case 'text':
      return undefined
    case 'date':
      if (dateIn(cell)) return undefined
      return wrong('not-a-date', item, cell, 'not a date. Write it as 31/03/2026 or 2026-03-31')
    case 'number':
    case 'money':
      return wrongNumber(item, cell)
    case 'code':
      if (isCode(item.codes ?? [], cell)) return undefined
      return wrong('not-a-code', item, cell, 'not one of its codes. Use one that the specification lists')
    case 'yes-no':
      if (/^(y|n|yes|no|true|false|1|0)$/i.test(cell)) return undefined
      return wrong('not-yes-or-no', item, cell, 'neither yes nor no. Write Y or N')
    case 'postcode':
      if (normalisePostcode(cell)) return undefined
      return wrong('wrong-shape', item, cell, 'not a postcode. Write it in full, as in RG12 1AB')
    case 'urn':
      if (/^(SC\d{6}|\d{7}|X{7})$/i.test(cell)) return undefined
      return wrong(
        'wrong-shape',
        item,
        cell,
        'not a number of Ofsted’s. Write SC and six figures, seven figures, or XXXXXXX',
      )
  }
}

function wrongNumber(item: Item, cell: string): Wrong | undefined {
  const number = numberIn(cell)
  const example = item.kind === 'money' ? 'pounds, as in 4550.00' : 'figures, as in 12.5'
  if (number === undefined) return wrong('not-a-number', item, cell, `not a number. Write it in ${example}`)
  const { least = -Infinity, most = Infinity } = item
  if (number >= least && number <= most) return undefined
  return wrong('out-of-range', item, cell, `not from ${least} to ${most}. Check it, and write what it is`)
}

const wrong = (code: CellCode, { name }: Item, cell: string, says: string): Wrong => ({
  code,
  message: `${name} says “${shown(cell)}”, which is ${says}`,
})
