/** A person's own file given back with what is wrong beside each row, to put right and load again. */

import { addedColumns, columnName } from './kind.ts'
import { type Problem, halves } from './problem.ts'
import type { Reading } from './reading.ts'

/**
 * Every row of the file, those without problems too, under its own heading; one with several problems tells them all.
 * Rows above the heading are left out. Our columns from an earlier round are replaced. It begins with a byte order
 * mark, so that Excel reads names with accents.
 */
export function problemFile(reading: Reading, problems: readonly Problem[]): string {
  const { file, records, headingAt } = reading
  const heading = records[headingAt] ?? []
  const ours = new Set(addedColumns.map(columnName))
  const kept = heading.flatMap((name, i) => (ours.has(columnName(name)) ? [] : [i]))
  const byRow = Map.groupBy(
    problems.filter(each => each.file === file),
    ({ row }) => row,
  )
  const lines = [line([...kept.map(i => heading[i] ?? ''), ...addedColumns])]
  for (const [at, record] of records.entries()) {
    if (at <= headingAt) continue
    const row = at - headingAt + 1
    const beyond = record.slice(heading.length)
    const own = kept.map(i => record[i] ?? '')
    if ([...own, ...beyond].every(cell => cell.trim() === '')) continue
    lines.push(line([...own, ...said(row, byRow.get(row) ?? []), ...beyond]))
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function said(row: number, problems: readonly Problem[]): string[] {
  const parts = problems.map(halves)
  return [
    String(row),
    [...new Set(problems.flatMap(({ field }) => field ?? []))].join(', '),
    parts.map(({ wrong }) => wrong).join(' '),
    [...new Set(parts.map(({ fix }) => fix))].join(' '),
  ]
}

/** A cell that a spreadsheet would run as a formula is made text by an apostrophe; a plain number is left alone. */
const safe = (text: string): string =>
  /^[\s\0]*[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text

const line = (cells: readonly string[]): string =>
  cells.map(cell => `"${safe(cell).replaceAll('"', '""')}"`).join(',')
