/** In each table a total stands with all of its parts, or with none: a row left out would follow by subtraction. */

import type { Cell, Dimension, Publication, Release, Table } from './publication.ts'
import { Unreadable } from './unreadable.ts'

/** A part that another table or an earlier release tells is not missing. */
export function refuseMissing({ release, earlier, figureOf }: Omit<Publication, 'links'>): void {
  const releases = [release, ...earlier]
  const told = new Set(
    releases.flatMap(({ tables }) => tables.flatMap(({ cells }) => cells.map(each => each.figure))),
  )
  for (const each of releases)
    for (const table of each.tables)
      for (const dimension of each.dimensions)
        if (table.dimensions.includes(dimension.name))
          refuseMissingIn(each, [table, dimension], at => told.has(figureOf(each, table.measure, at)))
}

type IsTold = (at: Cell['at']) => boolean

function refuseMissingIn(
  { name: release }: Release,
  [table, { name, sums }]: [Table, Dimension],
  isTold: IsTold,
): void {
  const others = table.dimensions.filter(each => each !== name)
  const lines = new Map<string, Map<string, Cell>>()
  for (const cell of table.cells) {
    const key = others.map(each => cell.at[each]).join('\n')
    const line = lines.get(key) ?? new Map<string, Cell>()
    lines.set(key, line.set(cell.at[name]!, cell))
  }
  for (const { total, parts } of sums)
    for (const line of lines.values()) {
      const cell = line.get(total)
      if (!cell || !parts.some(part => line.has(part))) continue
      const missing = parts.find(part => !line.has(part) && !isTold({ ...cell.at, [name]: part }))
      if (missing === undefined) continue
      throw new Unreadable(
        cell.path,
        `"${cell.name}" in "${table.name}" (${release}) is the sum of ${parts.join(', ')}, and there is no cell for ` +
          `"${missing}": give it, with "z" if it does not apply, or "c" if it is held back`,
      )
    }
}
