/** What the rules flagged, as lists to work through: a line for each row and rule, in CSV and as a workbook. */

import { type Checked, type Return, type Rule, type TableName, ruleByCode } from '#rulebook'
import { type Kind, kinds } from '../reading/kind.ts'
import type { ReadFile } from '../reading/return-files.ts'
import { byteOrderMark, safeCells, safeLine } from './csv.ts'
import { talliesOf } from './tally.ts'
import { type Sheet, writeWorkbook } from './workbook.ts'

export type Flagged = {
  readonly child: string
  readonly kind: Kind
  /** In the person's own file, the heading being 1. */
  readonly line: number
  readonly rule: Rule
  /** Those of the rule's columns that this file has, and what stands in them. */
  readonly cells: readonly (readonly [column: string, written: string])[]
}

/** What was checked, where it stood, and what came of it. */
export type Report = {
  readonly checked: Checked
  readonly given: Return
  readonly files: readonly Pick<ReadFile, 'kind' | 'lines'>[]
}

/** File by file, row by row, rule by rule. */
export function* flaggedRows({ checked, given, files }: Report): Generator<Flagged> {
  for (const kind of kinds) {
    const table = given.tables[kind]
    const lines = files.find(each => each.kind === kind)?.lines
    for (const [at, rules] of rulesByRow(checked, kind).entries()) {
      if (!rules || !table) continue
      const row = table.rows[at]! as unknown as Row
      for (const rule of rules) {
        yield { child: row.CHILD, kind, line: lines?.[at] ?? at + 2, rule, cells: cellsOf(rule, row) }
      }
    }
  }
}

type Row = { readonly CHILD: string; readonly written: Readonly<Record<string, string | null>> } & {
  readonly [column: string]: unknown
}

function rulesByRow({ flagged }: Checked, kind: TableName): (Rule[] | undefined)[] {
  const byRow: (Rule[] | undefined)[] = []
  for (const [code, flags] of Object.entries(flagged)) {
    const rule = ruleByCode.get(code)!
    for (const at of flags[kind] ?? []) (byRow[at] ??= []).push(rule)
  }
  return byRow
}

function cellsOf({ columns }: Rule, row: Row): Flagged['cells'] {
  const cells: (readonly [string, string])[] = []
  for (const column of columns) {
    if (column in row.written) cells.push([column, row.written[column] ?? ''])
    else if (column in row) cells.push([column, String((row[column] as string | number | null) ?? '')])
  }
  return cells
}

const heading = [
  'child',
  'file',
  'row',
  'rule',
  'severity',
  'what is wrong',
  'how to put it right',
  'columns',
  'what they hold',
] as const
const widths = [14, 14, 8, 10, 10, 60, 60, 28, 40]

const lineOf = ({ child, kind, line, rule, cells }: Flagged): (string | number)[] => [
  child,
  kind,
  line,
  rule.code,
  rule.severity,
  rule.says,
  rule.fix,
  ...inTwoCells(cells),
]

const inTwoCells = (cells: Flagged['cells']): string[] => [
  cells.map(([column]) => column).join(', '),
  cells.map(([, written]) => written || '(blank)').join(', '),
]

/** In pieces, so that a large list need not be held whole. What a rule says is made safe once. */
export function* flaggedCsv(report: Report): Generator<string> {
  const said = new Map<Rule, string>()
  for (const rule of ruleByCode.values()) {
    said.set(rule, safeCells([rule.code, rule.severity, rule.says, rule.fix]))
  }
  let piece = byteOrderMark + safeLine(heading)
  for (const { child, kind, line, rule, cells } of flaggedRows(report)) {
    piece += `${safeCells([child])},${kind},${line},${said.get(rule)!},${safeLine(inTwoCells(cells))}`
    if (piece.length < 1 << 16) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** `most` is how many rows are put on one sheet. */
export const flaggedWorkbook = (report: Report, most?: number): Uint8Array =>
  writeWorkbook([
    { name: 'By rule', rows: byRule(report), widths: [10, 10, 60, 60, 12, 12] },
    { name: 'By child', rows: byChild(report), widths: [16, 10, 10, 80] },
    ...allRows(report, most),
    ...notAsked(report),
  ])

/** A sheet of Excel ends at 1,048,576 rows. */
function allRows(report: Report, most = 1_000_000): Sheet[] {
  const flags = Object.values(report.checked.flagged).flatMap(each => Object.values(each))
  const sheets = Math.max(1, Math.ceil(flags.reduce((sum, { length }) => sum + length, 0) / most))
  return Array.from({ length: sheets }, (_, i) => ({
    name: i === 0 ? 'All rows' : `All rows ${i + 1}`,
    rows: rowsBetween(report, i * most, (i + 1) * most),
    widths,
  }))
}

function* rowsBetween(report: Report, from: number, until: number): Generator<readonly (string | number)[]> {
  yield heading
  let at = -1
  for (const each of flaggedRows(report)) {
    at += 1
    if (at >= until) return
    if (at >= from) yield lineOf(each)
  }
}

function* byRule(report: Report): Generator<readonly (string | number)[]> {
  yield ['rule', 'severity', 'what is wrong', 'how to put it right', 'rows', 'children']
  for (const { rule, rows, children } of talliesOf(report)) {
    yield [rule.code, rule.severity, rule.says, rule.fix, rows, children]
  }
}

function* byChild(report: Report): Generator<readonly (string | number)[]> {
  const tallies = new Map<string, { errors: number; queries: number; readonly rules: string[] }>()
  for (const { rule, byChild: rowsOfChildren } of talliesOf(report)) {
    for (const [child, rows] of rowsOfChildren) {
      const tally = tallies.get(child) ?? { errors: 0, queries: 0, rules: [] }
      tallies.set(child, tally)
      tally[rule.severity === 'error' ? 'errors' : 'queries'] += rows
      tally.rules.push(rule.code)
    }
  }
  yield ['child', 'errors', 'queries', 'rules']
  for (const [child, { errors, queries, rules }] of [...tallies].sort(
    ([, a], [, b]) => b.errors - a.errors,
  )) {
    yield [child, errors, queries, rules.join(', ')]
  }
}

function notAsked({ checked }: Report): Sheet[] {
  const told = [
    ...Object.entries(checked.failed).map(([code, why]) => [code, 'failed', why] as const),
    ...Object.entries(checked.skipped).map(([code, why]) => [code, 'skipped', why] as const),
    ...Object.entries(checked.partly).map(([code, why]) => [code, 'in part', why] as const),
  ]
  return told.length === 0
    ? []
    : [{ name: 'Not checked', rows: [['rule', 'how', 'why'], ...told], widths: [10, 10, 80] }]
}
