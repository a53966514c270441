/** A file as it came, read into rows: which kind of file it is, and where in it each row stands. */

import {
  type Encoding,
  type Kind,
  type RecordError,
  decode,
  isReturnColumn,
  notText,
  readRecords,
  recognise,
  withoutMarks,
} from '#filing'
import { type Problem, problem } from '../problem.ts'
import { problemOfXml } from './xml-return.ts'

/** A file that somebody brought: `file` is the caller's key for it, `name` what the person calls it. */
export type Brought = { readonly file: string; readonly name: string; readonly bytes: Uint8Array }

export type Cells = Readonly<Record<string, string>>
export type Row = { readonly row: number; readonly cells: Cells }

export type Reading = {
  readonly file: string
  readonly name: string
  readonly encoding: Encoding
  readonly kind: Kind | null
  readonly records: readonly (readonly string[])[] // every record as it came, the blank ones too
  readonly headingAt: number // which record is the heading
  readonly rows: readonly Row[]
  readonly problems: readonly Problem[]
}

export const mostRows = 50_000

/** Reads one file. Whatever is wrong with it is a problem in the answer, never a fault. */
export function readReturnFile(brought: Brought): Reading {
  const { file, name, bytes } = brought
  const other = notText(bytes)
  if (other) return unusable(brought, 'not-text', `"${name}" is ${other}, and we read only CSV files.`)

  const { text: written, encoding } = decode(bytes)
  const text = withoutMarks(written)
  if (!text.trim()) return unusable(brought, 'empty-file', `"${name}" is empty.`)
  if (/^\s*<(\?xml|message|expssda903)/i.test(text)) {
    const why = problemOfXml({ name, content: bytes })
    return unusable(brought, 'not-text', `"${name}" is an XML file that we cannot read. ${why}`)
  }

  const { headingAt, columns, records, errors } = readRecords(text)
  const found = { file, name, encoding, headingAt, records }
  const refusals = refuse(found, columns, errors)
  if ('refused' in refusals) return { ...found, kind: null, rows: [], problems: refusals.refused }

  const { rows, problems } = readRows(found, columns)
  const kind = refusals.kind
  if (rows.length === 0 && problems.length === 0) {
    problems.push(problem('empty-file', { file }, `"${name}" (${kind}) has a heading but no rows.`))
  }
  return { ...found, kind, rows, problems: [...refusals.notes, ...problems] }
}

/** Two files of one kind cannot both be the return's; both are named. */
export function sameKindTwice(readings: readonly Reading[]): Problem[] {
  return readings.flatMap(({ file, name, kind }) => {
    const other = kind && readings.find(each => each.kind === kind && each.file !== file)
    if (!other) return []
    return [
      problem('same-kind-twice', { file }, `"${name}" and "${other.name}" are both ${kind} files.`, true),
    ]
  })
}

type Found = Pick<Reading, 'file' | 'name' | 'encoding' | 'headingAt' | 'records'>
type Judged = { refused: Problem[] } | { kind: Kind; notes: Problem[] }

const unusable = (
  { file, name, bytes }: Brought,
  code: 'not-text' | 'empty-file',
  wrong: string,
): Reading => ({
  file,
  name,
  encoding: notText(bytes) ? 'UTF-8' : decode(bytes).encoding,
  kind: null,
  records: [],
  headingAt: 0,
  rows: [],
  problems: [problem(code, { file }, wrong, true)],
})

function refuse(found: Found, columns: string[], errors: readonly RecordError[]): Judged {
  const { file, name, records, headingAt } = found
  const recognised = recognise(columns)
  const refused: Problem[] = []
  if (recognised.kind === null) {
    refused.push(
      recognised.nearest === null
        ? problem('unknown-columns', { file }, `"${name}" has none of the sets of columns of a return.`, true)
        : missing(file, name, recognised.nearest, recognised.missing),
    )
  }
  const open = errors.find(({ type }) => type === 'Quotes')
  if (open) {
    const row = (open.row ?? headingAt) - headingAt + 1
    refused.push(
      problem('open-quote', { file }, `A quotation mark opens in row ${row} and never closes.`, true),
    )
  }
  const count = records.reduce((total, record, i) => total + (i > headingAt && !isBlank(record) ? 1 : 0), 0)
  if (count > mostRows) refused.push(tooMany(file, name, count))
  if (recognised.kind === null || refused.length > 0) return { refused }
  return { kind: recognised.kind, notes: notesOn(found, columns, recognised.kind, recognised.extra) }
}

const missing = (file: string, name: string, nearest: Kind, columns: readonly string[]): Problem => {
  const wrong = `"${name}" looks like a ${nearest} file, but has no column ${columns.join(', ')}.`
  return problem('missing-columns', { file }, wrong, true)
}

const tooMany = (file: string, name: string, count: number): Problem => {
  const rows = `${count.toLocaleString('en-GB')} rows; we read up to ${mostRows.toLocaleString('en-GB')} in a file.`
  return problem('too-many-rows', { file }, `"${name}" has ${rows}`, true)
}

function notesOn({ file, name }: Found, columns: string[], kind: Kind, extra: readonly string[]): Problem[] {
  const notes: Problem[] = []
  if (extra.length > 0) {
    const wrong = `"${name}" has columns that a ${kind} file does not: ${extra.join(', ')}. We do not read them.`
    notes.push(problem('extra-columns', { file }, wrong))
  }
  const twice = columns.filter((column, i) => isReturnColumn(column) && columns.indexOf(column) < i)
  for (const field of new Set(twice)) {
    notes.push(problem('column-twice', { file, field }, `"${name}" has the column ${field} more than once.`))
  }
  return notes
}

const isBlank = (record: readonly string[]): boolean => record.every(cell => cell.trim() === '')

/** Blank rows are passed over but counted, so that a row's number is the one beside it in the spreadsheet. */
function readRows(
  { file, headingAt, records }: Found,
  columns: string[],
): { rows: Row[]; problems: Problem[] } {
  const rows: Row[] = []
  const problems: Problem[] = []
  for (const [at, record] of records.entries()) {
    if (at <= headingAt || isBlank(record)) continue
    const row = at - headingAt + 1
    const cells = toCells(columns, record)
    if (record.slice(columns.length).some(cell => cell.trim() !== '')) {
      const wrong = `Row ${row} has ${record.length} cells, but the heading ${columns.length}.`
      problems.push(problem('too-many-cells', { file, row, child: cells['CHILD'] }, wrong, true))
    } else {
      rows.push({ row, cells })
    }
  }
  return { rows, problems }
}

/** An apostrophe before a sign is ours: `problemFile` put it there so that no spreadsheet would run the cell. */
function toCells(columns: readonly string[], record: readonly string[]): Cells {
  const cells: Record<string, string> = {}
  for (let i = columns.length - 1; i >= 0; i--) {
    const column = columns[i]
    if (column)
      cells[column] = (record[i] ?? '')
        .trim()
        .replace(/^'(?=\s*[=+\-@])/, '')
        .trim()
  }
  return cells
}
