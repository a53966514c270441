/** Rows as a CSV file that a spreadsheet opens without surprises: RFC 4180, and nothing in it that runs. */

import type { Marking } from './marking.ts'

export type Cell = string | number | boolean | null | undefined
export type CsvColumn<Row> = { readonly heading: string; readonly cell: (row: Row) => Cell }

/** So that spreadsheets read the file as UTF-8. */
const byteOrderMark = '\uFEFF'

export function csv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ heading }) => heading),
    ...rows.map(row => columns.map(({ cell }) => cell(row))),
  ]
  return byteOrderMark + lines.map(line => `${line.map(field).join(',')}\r\n`).join('')
}

type Named = { readonly name: string; readonly marking: Marking }

/** A file to keep, named without its ending. */
export const download = <Row>(
  { name, marking }: Named,
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
) => ({
  marking,
  name: `${name}.csv`,
  type: 'text/csv; charset=utf-8',
  content: csv(columns, rows),
})

function field(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  const text = harmless(String(cell))
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Words that a spreadsheet would run are given an apostrophe (OWASP, CSV injection); a number is only a number. */
const harmless = (text: string) => (/^[=+\-@\t\r\n]/.test(text) && !isNumber(text) ? `'${text}` : text)
const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text)
