/** The files of a return as somebody brought them, CSV or XML, read into rows for the rules. */

import type { Cells, Sheets } from '#rulebook'
import { isBlank, readRecords, withoutMarks } from './csv-file.ts'
import { decode, notText } from './encoding.ts'
import { type Kind, isReturnColumn, recognise } from './kind.ts'
import { isXml, readXml } from './xml-file.ts'

export type File = { readonly name: string; readonly bytes: Uint8Array }

/** Something to say of a file: what is wrong with it, and how to put it right. */
export type Remark = { readonly file: string; readonly says: string }

export type ReadFile = {
  readonly kind: Kind
  readonly name: string
  readonly rows: readonly Cells[]
  /** Where each row stands in its file, the heading being 1; in XML, the line it ends on. */
  readonly lines: readonly number[]
}

export type ReadFiles = {
  /** At most one of each kind. */
  readonly files: readonly ReadFile[]
  /** Files that look like the return's and cannot be used. */
  readonly refused: readonly Remark[]
  /** Files that are left out, and why. */
  readonly passedOver: readonly Remark[]
}

type Read = { files: ReadFile[] } | { refused: string } | { passedOver: string }

/** In the order of their names. Where a return is there in both, its CSV files are read and its XML is left out. */
export function readReturnFiles(brought: readonly File[]): ReadFiles {
  const files = new Map<Kind, ReadFile>()
  const refused: Remark[] = []
  const passedOver: Remark[] = []
  const read = brought
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(each => [each.name, readFile(each)] as const)
  const isCsv = ([, each]: (typeof read)[number]) => 'files' in each && each.files.length === 1
  for (const [file, each] of read.toSorted((a, b) => Number(isCsv(b)) - Number(isCsv(a)))) {
    if ('refused' in each) refused.push({ file, says: each.refused })
    else if ('passedOver' in each) passedOver.push({ file, says: each.passedOver })
    else {
      const twice = each.files.filter(({ kind }) => files.has(kind))
      if (twice.length > 0) passedOver.push({ file, says: saidTwice(files, twice) })
      else for (const one of each.files) files.set(one.kind, one)
    }
  }
  return { files: [...files.values()], refused, passedOver }
}

/** What the rules ask of: the rows of each file. */
export const sheetsFrom = ({ files }: ReadFiles): Sheets =>
  Object.fromEntries(files.map(({ kind, rows }) => [kind, rows]))

function saidTwice(files: ReadonlyMap<Kind, ReadFile>, [first, ...rest]: readonly ReadFile[]): string {
  const { kind, name } = first!
  const other = files.get(kind)!.name
  return rest.length > 0
    ? `It is left out, for "${other}" and others hold the same in CSV. Take one or the other away.`
    : `It is left out, for "${other}" is the ${kind} file too. Take one of "${other}" and "${name}" away.`
}

function readFile({ name, bytes }: File): Read {
  const other = notText(bytes)
  if (other) return { passedOver: `It is ${other}. Save it as CSV if it is part of the return.` }
  const text = withoutMarks(decode(bytes).text)
  if (!text.trim()) return { passedOver: 'It is empty.' }
  if (isXml(text)) {
    const read = readXml(text)
    return 'problem' in read ? { refused: read.problem } : { files: read.map(each => ({ ...each, name })) }
  }
  return readCsv(name, text)
}

/** Cells are in capitals, whatever a council writes: codes are compared as the return writes them. */
function readCsv(name: string, text: string): Read {
  const { records, headingAt, columns, errors } = readRecords(text.toUpperCase())
  const recognised = recognise(columns)
  if (recognised.kind === null) {
    if (recognised.nearest === null) return { passedOver: 'It has none of the sets of columns of a return.' }
    const missing = recognised.missing.join(', ')
    return { refused: `It looks like the ${recognised.nearest} file, but has no column ${missing}. Add it.` }
  }
  const open = errors.find(({ type }) => type === 'Quotes')
  if (open) {
    const row = (open.row ?? headingAt) - headingAt + 1
    return { refused: `A quotation mark opens in row ${row} and never closes. Close it, or take it away.` }
  }
  const own = columns.map(column => (isReturnColumn(column) ? column : ''))
  const rows: Cells[] = []
  const lines: number[] = []
  for (const [at, record] of records.entries()) {
    if (at <= headingAt || isBlank(record)) continue
    rows.push(cellsOf(own, record))
    lines.push(at - headingAt + 1)
  }
  return { files: [{ kind: recognised.kind, name, rows, lines }] }
}

/** Of a column that is there twice the first is read, as in `#returns`. */
function cellsOf(columns: readonly string[], record: readonly string[]): Cells {
  const cells: Record<string, string> = {}
  for (let i = columns.length - 1; i >= 0; i -= 1) {
    const column = columns[i]
    if (column) cells[column] = textOf(record[i] ?? '')
  }
  return cells
}

/** An apostrophe before a sign is ours: a file given back has it, so that no spreadsheet runs the cell. */
const textOf = (cell: string): string => {
  const text = cell.trim()
  return text.startsWith("'") ? text.replace(/^'(?=\s*[=+\-@])/, '').trim() : text
}
