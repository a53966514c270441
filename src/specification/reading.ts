/** Files as they came, each read into the rows of the table it is, or refused with the reason. */

import { decode, isBlank, notText, readRecords, withoutMarks } from '#filing'
import { type Table, inSentence } from './item.ts'
import { isColumnOf, recognise } from './recognition.ts'

export type Brought = { readonly name: string; readonly content: Uint8Array }

export const mostRows = 50_000

export type ReadRow = {
  /** Where it stands in its file: the heading is row 1, blank rows counted. */
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
  /** More cells than the heading has columns: which is which cannot be known. */
  readonly tooLong: boolean
}

export type ReadTable = {
  readonly table: Table
  readonly rows: readonly ReadRow[]
  readonly absent: readonly string[]
  /** Columns that the specification does not ask for, which are not kept. */
  readonly unknown: readonly string[]
  readonly encoding: string
}
export type Refused = { readonly refused: string; readonly encoding: string }

export function readFile({ content }: Brought, tables: readonly Table[]): ReadTable | Refused {
  const other = notText(content)
  if (other) return { refused: `This is ${other}. Save the table as CSV`, encoding: '' }
  const { text: raw, encoding } = decode(content)
  const text = withoutMarks(raw)
  if (text.trim() === '') return { refused: 'The file is empty. Export the table again', encoding }
  const { records, headingAt, columns } = readRecords(text, isColumnOf(tables))
  const known = recognise(columns, tables)
  if (!known.table) return { refused: whyNot(known), encoding }
  const body = records.slice(headingAt + 1)
  const filled = body.reduce((all, each) => all + (isBlank(each) ? 0 : 1), 0)
  if (filled > mostRows) {
    const most = mostRows.toLocaleString('en-GB')
    return { refused: `The file has more than ${most} rows. Leave out what ended long ago`, encoding }
  }
  const rows = body.flatMap((record, i) =>
    isBlank(record) ? [] : [asRow(record, i + 2, known.columns, columns.length)],
  )
  if (rows.length === 0)
    return { refused: 'The file has a heading and no rows. Export the table again', encoding }
  const absent = known.absent.map(({ name }) => name)
  return { table: known.table, rows, absent, unknown: known.unknown, encoding }
}

/** PostgreSQL keeps no half of a surrogate pair. */
function asRow(
  record: readonly string[],
  row: number,
  columns: ReadonlyMap<string, number>,
  width: number,
): ReadRow {
  const cells = Object.fromEntries(
    [...columns].map(([name, at]) => [name, (record[at] ?? '').trim().toWellFormed()]),
  )
  const tooLong = record.length > width && !isBlank(record.slice(width))
  return { row, cells, tooLong }
}

function whyNot({ nearest, missing }: { nearest: Table | null; missing: readonly string[] }): string {
  if (!nearest) {
    return 'None of its columns is one that the specification lists. Export one of its tables, headings and all'
  }
  const [columns, them] = missing.length > 1 ? ['columns', 'them'] : ['column', 'it']
  const without = `without the ${columns} ${missing.join(' and ')}`
  return `It looks like ${inSentence(nearest)}, ${without}. Add ${them} to the extract`
}
