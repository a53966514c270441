/** Lines of CSV: for a case system to read back, or for a spreadsheet, in which nothing may run. */

import type { Cells } from '#rulebook'
import { type Kind, columnsOf } from '../reading/kind.ts'

/** A file of the return in DfE's layout: its columns in order, and nothing added to what the cells say. */
export function writeCsvFile(kind: Kind, rows: Iterable<Cells>): string {
  const columns = columnsOf(kind)
  const lines = [columns.join(',')]
  for (const row of rows) lines.push(columns.map(column => quoted(row[column] ?? '')).join(','))
  return `${lines.join('\r\n')}\r\n`
}

/** So that spreadsheets read the file as UTF-8. */
export const byteOrderMark = '\uFEFF'

export const safeCells = (cells: readonly (string | number)[]): string =>
  cells.map(cell => quoted(safeCell(cell))).join(',')

export const safeLine = (cells: readonly (string | number)[]): string => `${safeCells(cells)}\r\n`

/** A cell that a spreadsheet would run is made text by an apostrophe (OWASP, CSV injection); a number is a number. */
export function safeCell(cell: string | number): string {
  const text = String(cell)
  return /^[\s\0]*[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
}

const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
