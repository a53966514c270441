/** A file of commas, semicolons or tabs as records, and where among them its heading is. */

import Papa from 'papaparse'
import { columnName, isReturnColumn } from './kind.ts'

export type RecordError = Papa.ParseError

export type Records = {
  /** Every record as it came, the blank ones too. */
  readonly records: readonly (readonly string[])[]
  /** Which of them is the heading. */
  readonly headingAt: number
  /** The heading's names, written as the return writes them. */
  readonly columns: string[]
  readonly errors: readonly RecordError[]
}

/** Without nulls, and with one way to end a line. */
export const withoutMarks = (text: string): string => text.replaceAll('\0', '').replace(/\r\n?/g, '\n')

/** Costs one pass over the text. `isColumn` tells the names that such files have. */
export function readRecords(text: string, isColumn = isReturnColumn): Records {
  const { delimiter, headingAt, columns } = findHeading(text, isColumn)
  const { data: records, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' })
  return { records, headingAt, columns, errors }
}

export const isBlank = (record: readonly string[]): boolean => record.every(cell => cell.trim() === '')

/** The heading is the record, among the first twenty, that holds most names of columns; its commas settle the rest. */
function findHeading(text: string, isColumn: (column: string) => boolean) {
  const candidates = [',', ';', '\t', '|'].flatMap(delimiter =>
    Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 20 }).data.map((record, headingAt) => {
      const columns = record.map(columnName)
      return { delimiter, headingAt, columns, known: new Set(columns.filter(isColumn)).size }
    }),
  )
  return candidates.reduce((best, each) => (each.known > best.known ? each : best))
}
