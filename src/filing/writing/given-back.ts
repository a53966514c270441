/** A person's own file given back with what is wrong beside each row, to put right and bring again. */

import { isBlank, readRecords, withoutMarks } from '../reading/csv-file.ts'
import { decode, notText } from '../reading/encoding.ts'
import { addedColumns, columnName, columnsOf } from '../reading/kind.ts'
import type { File, ReadFile } from '../reading/return-files.ts'
import { isXml } from '../reading/xml-file.ts'
import { byteOrderMark, safeCell } from './csv.ts'
import { type Flagged, type Report, flaggedRows } from './flagged.ts'

type Came = { readonly records: readonly (readonly string[])[]; readonly headingAt: number }

/**
 * Every row of the file, those without problems too, under its own heading. `said` tells what to write in our columns
 * beside a row. Rows above the heading are left out. Our columns from an earlier round are replaced. It begins with a
 * byte order mark, so that Excel reads names with accents.
 */
export function giveBack({ records, headingAt }: Came, said: (row: number) => readonly string[]): string {
  const heading = records[headingAt] ?? []
  const ours = new Set(addedColumns.map(columnName))
  const kept = heading.flatMap((name, i) => (ours.has(columnName(name)) ? [] : [i]))
  const lines = [line([...kept.map(i => heading[i] ?? ''), ...addedColumns])]
  for (const [at, record] of records.entries()) {
    if (at <= headingAt) continue
    const beyond = record.slice(heading.length)
    const own = kept.map(i => record[i] ?? '')
    if (isBlank([...own, ...beyond])) continue
    lines.push(line([...own, ...said(at - headingAt + 1), ...beyond]))
  }
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`
}

/** Each file of a checked return, by the name it came with; a return in XML is given back as its CSV files. */
export function* giveBackAll(
  report: Report,
  files: readonly ReadFile[],
  brought: readonly File[],
): Generator<{ readonly name: string; readonly text: string }> {
  const flagged = Map.groupBy(flaggedRows(report), ({ kind }) => kind)
  for (const file of files) {
    const byLine = Map.groupBy(flagged.get(file.kind) ?? [], each => each.line)
    const came = asItCame(file, brought)
    const name = came ? file.name : `${file.kind}.csv`
    const lineOf = (row: number) => (came ? row : (file.lines[row - 2] ?? row))
    yield { name, text: giveBack(came ?? asTable(file), row => said(row, byLine.get(lineOf(row)) ?? [])) }
  }
}

function said(row: number, flagged: readonly Flagged[]): string[] {
  return [
    String(row),
    [...new Set(flagged.flatMap(({ cells }) => cells.map(([column]) => column)))].join(', '),
    flagged.map(({ rule }) => `${rule.code}: ${rule.says}`).join(' '),
    [...new Set(flagged.map(({ rule }) => rule.fix))].join(' '),
  ]
}

function asItCame({ name }: ReadFile, brought: readonly File[]): Came | undefined {
  const bytes = brought.find(each => each.name === name)?.bytes
  if (!bytes || notText(bytes)) return undefined
  const text = withoutMarks(decode(bytes).text)
  return isXml(text) ? undefined : readRecords(text)
}

function asTable({ kind, rows }: ReadFile): Came {
  const columns = columnsOf(kind)
  return { records: [columns, ...rows.map(row => columns.map(column => row[column] ?? ''))], headingAt: 0 }
}

const line = (cells: readonly string[]): string =>
  cells.map(cell => `"${safeCell(cell).replaceAll('"', '""')}"`).join(',')
