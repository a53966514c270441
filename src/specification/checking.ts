/** An extract's files checked against the specification: the rows to keep, what is wrong, and counts for each table. */

import type { PlainDate } from '#shared/dates'
import { type Table, type VersionName, inSentence } from './item.ts'
import { type Code, type Problem, isInaccurate } from './problem.ts'
import { type Brought, type ReadRow, type ReadTable, readFile } from './reading.ts'
import { type Cells, wrongWithRow } from './row.ts'
import { tablesIn } from './specification.ts'

export type KeptRow = {
  readonly table: string
  /** From 0, among the rows that are kept. */
  readonly at: number
  readonly child: string
  readonly key: string
  readonly cells: Cells
}

/** Counts for one table: nothing of any child is in them. */
export type Tally = {
  readonly table: string
  readonly rows: number
  readonly leftOut: number
  readonly children: number
  /** Cells that must be filled, and those that are. */
  readonly required: number
  readonly filled: number
  /** Rows with nothing wrong but what is empty. */
  readonly sound: number
}

export type FileFound = {
  readonly name: string
  readonly table: string | null
  readonly encoding: string
  readonly rows: number
  readonly remark: string | null
}

export type Checked = {
  readonly files: readonly FileFound[]
  readonly rows: readonly KeptRow[]
  readonly tallies: readonly Tally[]
  readonly problems: readonly Problem[]
}

export type Asked = { readonly version: VersionName; readonly today: PlainDate }

export function checkExtract(brought: readonly Brought[], { version, today }: Asked): Checked {
  const tables = tablesIn(version)
  const taken = new Map<string, string>()
  const parts = brought.map((file, at): Part => {
    const read = readFile(file, tables)
    if ('refused' in read) return notUsed(file, at, read.refused, read.encoding)
    const other = taken.get(read.table.name)
    if (other !== undefined) {
      const why = `“${other}” holds ${inSentence(read.table)} too. Put both in one file, or send one of them`
      return notUsed(file, at, why, read.encoding)
    }
    taken.set(read.table.name, file.name)
    return checkTable(file, at, read, today)
  })
  return {
    files: parts.map(({ file }) => file),
    rows: parts.flatMap(({ rows }) => rows),
    tallies: parts.flatMap(({ tally }) => tally ?? []),
    problems: parts.flatMap(({ problems }) => problems),
  }
}

type Part = {
  readonly file: FileFound
  readonly rows: readonly KeptRow[]
  readonly tally?: Tally
  readonly problems: readonly Problem[]
}

function notUsed({ name }: Brought, at: number, why: string, encoding: string): Part {
  const whole = { file: at, table: null, row: null, child: null, field: null, stops: true }
  const problem: Problem = { ...whole, code: 'file-not-used', message: `${name}: ${why}` }
  return { file: { name, table: null, encoding, rows: 0, remark: why }, rows: [], problems: [problem] }
}

function checkTable({ name }: Brought, file: number, read: ReadTable, today: PlainDate): Part {
  const { table, encoding, unknown } = read
  const problems = absentColumns(file, read)
  const counting = { filled: 0, sound: 0 }
  const rows: KeptRow[] = []
  const keys = new Map<string, number>()
  for (const each of read.rows) {
    const child = each.cells[table.child]!
    const where = { file, table: table.name, row: each.row, child: child || null }
    const stopped = whyLeftOut(table, each)
    if (stopped) {
      problems.push({ ...where, ...stopped, stops: true })
      continue
    }
    const found = [...wrongWithRow(table, each.cells, today), ...sameKey(table, each, keys)]
    for (const problem of found) problems.push({ ...where, ...problem })
    counting.filled += filledIn(table, each.cells)
    counting.sound += found.some(({ code }) => isInaccurate(code)) ? 0 : 1
    rows.push({ table: table.name, at: rows.length, child, key: each.cells[table.key]!, cells: each.cells })
  }
  const required = table.items.filter(item => item.required).length * rows.length
  const children = new Set(rows.map(({ child }) => child)).size
  const leftOut = read.rows.length - rows.length
  const tally: Tally = { table: table.name, rows: rows.length, leftOut, children, required, ...counting }
  const remark =
    unknown.length > 0 ? `Columns not asked for, and not kept: ${unknown.slice(0, 20).join(', ')}` : null
  return {
    file: { name, table: table.name, encoding, rows: read.rows.length, remark },
    rows,
    tally,
    problems,
  }
}

function absentColumns(file: number, { table, absent }: ReadTable): Problem[] {
  const required = table.items.filter(item => item.required && absent.includes(item.name))
  return required.map(({ name }) => ({
    file,
    table: table.name,
    row: null,
    child: null,
    field: name,
    code: 'column-absent',
    message: `${name} is not among the columns. Add it to the extract`,
    stops: false,
  }))
}

const longest = 100

function whyLeftOut(table: Table, { cells, tooLong }: ReadRow) {
  const stop = (code: Code, field: string | null, message: string) => ({ code, field, message })
  if (tooLong) {
    return stop(
      'wrong-length',
      null,
      'The row has more cells than the heading. Put quotation marks round a cell with a comma',
    )
  }
  const child = cells[table.child]!
  if (child === '')
    return stop(
      'no-child',
      table.child,
      `${table.child} is empty, so it is of no child. Write the child’s number`,
    )
  if (child.length > longest) {
    return stop(
      'no-child',
      table.child,
      `${table.child} is longer than ${longest} letters. Write the child’s number alone`,
    )
  }
  return undefined
}

/** Of rows with one number, all but the first are told. */
function sameKey(table: Table, { cells, row }: ReadRow, keys: Map<string, number>) {
  const key = cells[table.key]!
  const first = keys.get(key)
  if (key === '' || first === undefined) {
    keys.set(key, row)
    return []
  }
  const message = `${table.key} is that of row ${first} too. Take one out, or give it its own number`
  return [{ code: 'same-key', field: table.key, message, stops: false } as const]
}

const filledIn = ({ items }: Table, cells: Cells): number =>
  items.reduce((all, { name, required }) => all + (required && (cells[name] ?? '') !== '' ? 1 : 0), 0)
