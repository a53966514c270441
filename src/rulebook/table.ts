/** A file of the return as a table of rows that nobody can change, and each child's rows in it. */

import { returnFiles } from '#reference'
import { type Day, dayOf } from '#shared/days'
import { type Kind, type RowOf, dateColumns, derivedColumns } from './row.ts'

/** Cells as they were written, by column; blank may be an empty text or left out. */
export type Cells = Readonly<Record<string, string | null | undefined>>

export class Table<K extends Kind> {
  readonly kind: K
  readonly rows: readonly RowOf<K>[]
  #byChild: ReadonlyMap<string, readonly RowOf<K>[]> | undefined

  constructor(kind: K, rows: readonly RowOf<K>[]) {
    this.kind = kind
    this.rows = rows
  }

  /** In the order of the file. Rows that name no child belong to none. */
  get byChild(): ReadonlyMap<string, readonly RowOf<K>[]> {
    return (this.#byChild ??= grouped(this.rows))
  }

  of(child: string): readonly RowOf<K>[] {
    return this.byChild.get(child) ?? []
  }

  /** The child's first row, where a file has one for each child. */
  first(child: string): RowOf<K> | undefined {
    return this.byChild.get(child)?.[0]
  }

  has(child: string): boolean {
    return this.byChild.has(child)
  }
}

const columnsOf = new Map<Kind, readonly string[]>(returnFiles.map(({ name, columns }) => [name, columns]))

/** Costs one pass over the cells. Every row is frozen: no rule can change what another sees. */
export function tableFrom<K extends Kind>(kind: K, all: readonly Cells[]): Table<K> {
  const dates = dateColumns[kind]
  const columns = [...columnsOf.get(kind)!, ...(derivedColumns[kind] ?? [])].filter(each => each !== 'CHILD')
  const others = columns.filter(column => !dates.includes(column))
  const dayOfText = remembering(readDay)
  const rows = all.map((cells, at) => {
    const row: Record<string, unknown> = { at, CHILD: textOf(cells, 'CHILD') ?? '' }
    const written: Record<string, string | null> = {}
    for (const column of dates) {
      const text = textOf(cells, column)
      written[column] = text
      row[column] = text === null ? null : dayOfText(text)
    }
    for (const column of others) {
      const text = textOf(cells, column)
      row[column] = column === 'PL_DISTANCE' ? numberOf(text) : text
    }
    row.written = Object.freeze(written)
    return Object.freeze(row) as RowOf<K>
  })
  return new Table(kind, Object.freeze(rows))
}

/** A year has few days and a return many rows: each is read once. */
function remembering(read: (text: string) => Day | null): (text: string) => Day | null {
  const known = new Map<string, Day | null>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const day = read(text)
    known.set(text, day)
    return day
  }
}

/** dd/mm/yyyy, as the return asks; a day or month of one figure is read too. Null where there is no such day. */
export function readDay(text: string): Day | null {
  const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return year === undefined ? null : (dayOf(Number(year), Number(month), Number(date)) ?? null)
}

const textOf = (cells: Cells, column: string): string | null => cells[column]?.trim() || null

const numberOf = (text: string | null): number | null =>
  text === null || Number.isNaN(Number(text)) ? null : Number(text)

function grouped<K extends Kind>(rows: readonly RowOf<K>[]): ReadonlyMap<string, readonly RowOf<K>[]> {
  const groups = new Map<string, RowOf<K>[]>()
  for (const row of rows) {
    if (!row.CHILD) continue
    const group = groups.get(row.CHILD)
    if (group) group.push(row)
    else groups.set(row.CHILD, [row])
  }
  return groups
}
