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

type Read = { file: ReadFile } | { refused: string } | { passedOver: string }

/** In the order of their names. Where a return is there in both, its CSV files are read and its XML is left out. */
export function readReturnFiles(brought: readonly File[]): ReadFiles {
  const found: Found = { files: new Map(), refused: [], passedOver: [] }
  const inXml: { name: string; text: string }[] = []
  for (const { name, bytes } of brought.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const opened = textIn(bytes)
    if ('passedOver' in opened) found.passedOver.push({ file: name, says: opened.passedOver })
    else if (isXml(opened.text)) inXml.push({ name, text: opened.text })
    else keep(found, name, readCsv(name, opened.text))
  }
  const inCsv = [...found.files.values()][0]
  for (const { name, text } of inXml) {
    if (!inCsv) for (const each of readXmlFile(name, text)) keep(found, name, each)
    else {
      const says = `It is left out, for "${inCsv.name}" is of the return too. Check it in a folder of its own.`
      found.passedOver.push({ file: name, says })
    }
  }
  return { ...found, files: [...found.files.values()] }
}

/** What the rules ask of: the rows of each file. */
export const sheetsFrom = ({ files }: ReadFiles): Sheets =>
  Object.fromEntries(files.map(({ kind, rows }) => [kind, rows]))

type Found = {
  readonly files: Map<Kind, ReadFile>
  readonly refused: Remark[]
  readonly passedOver: Remark[]
}

function keep({ files, refused, passedOver }: Found, name: string, read: Read): void {
  if ('refused' in read) refused.push({ file: name, says: read.refused })
  else if ('passedOver' in read) passedOver.push({ file: name, says: read.passedOver })
  else {
    const { kind } = read.file
    const other = files.get(kind)?.name
    const says = `It is left out, for "${other}" is the ${kind} file too. Take one of "${other}" and "${name}" away.`
    if (other !== undefined) passedOver.push({ file: name, says })
    else files.set(kind, read.file)
  }
}

function textIn(bytes: Uint8Array): { readonly text: string } | { readonly passedOver: string } {
  const other = notText(bytes)
  if (other) return { passedOver: `It is ${other}. Save it as CSV if it is part of the return.` }
  const text = withoutMarks(decode(bytes).text)
  return text.trim() ? { text } : { passedOver: 'It is empty.' }
}

function readXmlFile(name: string, text: string): Read[] {
  const read = readXml(text)
  return 'problem' in read ? [{ refused: read.problem }] : read.map(each => ({ file: { ...each, name } }))
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
  return { file: { kind: recognised.kind, name, rows, lines } }
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
