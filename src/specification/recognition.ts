/** Which table of the specification a file is, known by its columns and never by its name. */

import { addedColumns, columnName } from '#filing'
import { type Item, type Table, headingsOf } from './item.ts'

export type Recognition =
  | {
      readonly table: Table
      /** Each item that is there, and in which column; those that are not there are not asked of any row. */
      readonly columns: ReadonlyMap<string, number>
      readonly absent: readonly Item[]
      readonly unknown: readonly string[]
    }
  | { readonly table: null; readonly nearest: Table | null; readonly missing: readonly string[] }

/** A table is meant where the columns that name its rows and its children are there; the one with most columns wins. */
export function recognise(heading: readonly string[], tables: readonly Table[]): Recognition {
  const found = tables
    .map(table => ({ table, columns: columnsOf(heading, table) }))
    .toSorted((a, b) => b.columns.size - a.columns.size)[0]
  if (!found || found.columns.size < 2) return { table: null, nearest: null, missing: [] }
  const { table, columns } = found
  const missing = [table.key, table.child].filter(name => !columns.has(name))
  if (missing.length > 0) return { table: null, nearest: table, missing }
  const known = new Set([...table.items.flatMap(headingsOf), ...addedColumns.map(columnName)])
  return {
    table,
    columns,
    absent: table.items.filter(({ name }) => !columns.has(name)),
    unknown: heading.filter(name => name !== '' && !known.has(name)),
  }
}

const columnsOf = (heading: readonly string[], { items }: Table): Map<string, number> =>
  new Map(
    items.flatMap(item => {
      const at = heading.findIndex(name => headingsOf(item).includes(name))
      return at < 0 ? [] : [[item.name, at] as const]
    }),
  )

/** Whether a heading is a column of any of these tables: what tells the heading from what stands above it. */
export function isColumnOf(tables: readonly Table[]): (column: string) => boolean {
  const names = new Set(tables.flatMap(({ items }) => items.flatMap(headingsOf)))
  return column => names.has(column)
}
