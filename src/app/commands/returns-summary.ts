/** What came of a check, to read at a terminal. */

import { type Report, flaggedRows } from '#filing'
import { type Rule, rulesOf } from '#rulebook'
import { yearInWords } from './returns-files.ts'

type Tally = { rows: number; readonly children: Set<string> }

export function summaryOf(report: Report, authority: string): string {
  const { checked, given } = report
  const tallies = tallied(report)
  const children = new Set([...tallies.values()].flatMap(each => [...each.children]))
  const rows = [...tallies.values()].reduce((sum, each) => sum + each.rows, 0)
  const asked = rulesOf(given.year).length - count(checked.skipped) - count(checked.failed)
  return [
    `${authority}, ${yearInWords(given.year)}: ${number(given.tables.Header?.rows.length ?? 0)} children in the Header.`,
    `${asked} rules were asked. ${tallies.size} of them flag ${number(rows)} rows of ${number(children.size)} children.`,
    ...(tallies.size > 0 ? ['', ...listOf(tallies)] : []),
    ...listed('Failed, and so not passed', checked.failed),
    ...listed('Skipped', checked.skipped),
  ].join('\n')
}

function tallied(report: Report): ReadonlyMap<Rule, Tally> {
  const tallies = new Map<Rule, Tally>()
  for (const { rule, child } of flaggedRows(report)) {
    const tally = tallies.get(rule) ?? { rows: 0, children: new Set() }
    tallies.set(rule, tally)
    tally.rows += 1
    tally.children.add(child)
  }
  return tallies
}

const listOf = (tallies: ReadonlyMap<Rule, Tally>): string[] => [
  'rule        severity    rows  children  what is wrong',
  ...[...tallies]
    .sort(([, a], [, b]) => b.rows - a.rows)
    .map(([{ code, severity, says }, { rows, children }]) =>
      [code.padEnd(12), severity.padEnd(8), padded(rows, 8), padded(children.size, 10), `  ${says}`].join(''),
    ),
]

const listed = (title: string, codes: Readonly<Record<string, string>>): string[] =>
  count(codes) === 0
    ? []
    : ['', `${title} (${count(codes)}):`, ...Object.entries(codes).map(([code, why]) => `  ${code}: ${why}`)]

const count = (codes: object): number => Object.keys(codes).length
const number = (value: number): string => value.toLocaleString('en-GB')
const padded = (value: number, width: number): string => number(value).padStart(width)
