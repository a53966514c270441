/** What came of a check, to read at a terminal. */

import { type Report, type Tally, talliesOf } from '#filing'
import { rulesOf } from '#rulebook'
import { yearInWords } from './returns-files.ts'

export function summaryOf({ checked, given }: Report, authority: string): string {
  const tallies = talliesOf({ checked, given })
  const children = new Set(tallies.flatMap(each => [...each.byChild.keys()]))
  const rows = tallies.reduce((sum, each) => sum + each.rows, 0)
  const asked = rulesOf(given.year).length - count(checked.skipped) - count(checked.failed)
  const inHeader = number(given.tables.Header?.rows.length ?? 0)
  const flagged = `flag ${number(rows)} rows of ${number(children.size)} children`
  return [
    `${authority}, ${yearInWords(given.year)}: ${inHeader} children in the Header.`,
    `${asked} rules were asked. ${tallies.length} of them ${flagged}.`,
    ...(tallies.length > 0 ? ['', heading, ...tallies.map(lineOf)] : []),
    ...listed('Failed, and so not passed', checked.failed),
    ...listed('Skipped', checked.skipped),
    ...listed('Not asked in full: what these did not flag has not passed', checked.partly),
  ].join('\n')
}

const heading = 'rule        severity    rows  children  what is wrong'

const lineOf = ({ rule: { code, severity, says }, rows, children }: Tally): string =>
  [code.padEnd(12), severity.padEnd(8), padded(rows, 8), padded(children, 10), `  ${says}`].join('')

const listed = (title: string, codes: Readonly<Record<string, string>>): string[] =>
  count(codes) === 0
    ? []
    : ['', `${title} (${count(codes)}):`, ...Object.entries(codes).map(([code, why]) => `  ${code}: ${why}`)]

const count = (codes: object): number => Object.keys(codes).length
const number = (value: number): string => value.toLocaleString('en-GB')
const padded = (value: number, width: number): string => number(value).padStart(width)
