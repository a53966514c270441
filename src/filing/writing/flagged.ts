/** What the rules flagged, as lists to work through: a line for each row and rule, in CSV and as a workbook. */

import { type Checked, type Return, type Rule, type TableName, ruleByCode } from '#rulebook'
import { type Kind, kinds } from '../reading/kind.ts'
import type { ReadFile } from '../reading/return-files.ts'
import { byteOrderMark, safeLine } from './csv.ts'
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
  cells.map(([column]) => column).join(', '),
  cells.map(([, written]) => written || '(blank)').join(', '),
]

/** In pieces, so that a large list need not be held whole. */
export function* flaggedCsv(report: Report): Generator<string> {
  let piece = byteOrderMark + safeLine(heading)
  for (const each of flaggedRows(report)) {
    piece += safeLine(lineOf(each))
    if (piece.length < 1 << 16) continue
    yield piece
    piece = ''
  }
  yield piece
}

export const flaggedWorkbook = (report: Report): Uint8Array =>
  writeWorkbook([
    { name: 'By rule', rows: byRule(report), widths: [10, 10, 60, 60, 12, 12] },
    { name: 'By child', rows: byChild(report), widths: [16, 10, 10, 80] },
    { name: 'All rows', rows: allRows(report), widths },
    ...notAsked(report),
  ])

function* allRows(report: Report): Generator<readonly (string | number)[]> {
  yield heading
  for (const each of flaggedRows(report)) yield lineOf(each)
}

function* byRule(report: Report): Generator<readonly (string | number)[]> {
  const tallies = new Map<Rule, { rows: number; children: Set<string> }>()
  for (const { rule, child } of flaggedRows(report)) {
    const tally = tallies.get(rule) ?? { rows: 0, children: new Set() }
    tallies.set(rule, tally)
    tally.rows += 1
    tally.children.add(child)
  }
  yield ['rule', 'severity', 'what is wrong', 'how to put it right', 'rows', 'children']
  for (const [{ code, severity, says, fix }, { rows, children }] of inOrder(tallies)) {
    yield [code, severity, says, fix, rows, children.size]
  }
}

function* byChild(report: Report): Generator<readonly (string | number)[]> {
  const tallies = new Map<string, { errors: number; queries: number; rules: Set<string> }>()
  for (const { rule, child } of flaggedRows(report)) {
    const tally = tallies.get(child) ?? { errors: 0, queries: 0, rules: new Set() }
    tallies.set(child, tally)
    tally[rule.severity === 'error' ? 'errors' : 'queries'] += 1
    tally.rules.add(rule.code)
  }
  yield ['child', 'errors', 'queries', 'rules']
  for (const [child, { errors, queries, rules }] of [...tallies].sort(
    ([, a], [, b]) => b.errors - a.errors,
  )) {
    yield [child, errors, queries, [...rules].join(', ')]
  }
}

function notAsked({ checked }: Report): Sheet[] {
  const told = [
    ...Object.entries(checked.failed).map(([code, why]) => [code, 'failed', why] as const),
    ...Object.entries(checked.skipped).map(([code, why]) => [code, 'skipped', why] as const),
  ]
  return told.length === 0
    ? []
    : [{ name: 'Not checked', rows: [['rule', 'how', 'why'], ...told], widths: [10, 10, 80] }]
}

/** Those with most rows first. */
const inOrder = <T extends { rows: number }>(tallies: ReadonlyMap<Rule, T>): [Rule, T][] =>
  [...tallies].sort(([, a], [, b]) => b.rows - a.rows)
