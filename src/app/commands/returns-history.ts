/** `returns history`: the yearly returns in a directory joined into one history of each child, and what that took. */

import { type Problem, fileSheets } from '#forecasting'
import {
  type Doubt,
  type Joined,
  type JoinedChild,
  type Repair,
  doubtRules,
  joinYears,
  repairRules,
} from '#rulebook'
import { type Day, toDate } from '#shared/days'
import { type CsvColumn, csv } from '#web/csv'
import { Mistake, type Values, pathGiven } from '../command.ts'
import { sheetsIn } from '../forecasting/reading.ts'
import { writePieces } from '../writing.ts'

/** Ends with 1 where a file or a row could not be used, which is said. */
export async function history({ authority, json, csv: out }: Values, [given, ...more]: readonly string[]) {
  if (!given || more.length > 0) throw new Mistake('Name one directory of yearly returns')
  const directory = pathGiven(given)
  const filed = fileSheets(sheetsIn(directory), Infinity)
  if (filed.episodes.length === 0) {
    throw new Mistake(
      `${directory} holds no episodes: put CSV files of returns in YEAR/ or AUTHORITY/YEAR/ folders, or with LA and ` +
        'YEAR columns',
    )
  }
  const joined = ofOne(joinYears(filed), authority, directory)
  // Who is unaccompanied is asked by forecasts alone.
  const problems = filed.problems.filter(({ file }) => file !== 'UASC')
  const lines = [...joined.repairs.map(ofRepair), ...joined.doubts.map(ofDoubt)]
  if (typeof out === 'string') writePieces(out, [csv(columns, lines)])
  if (json) console.log(JSON.stringify({ ...toJson(joined), rows: lines, problems }))
  else console.log([...summaryOf(joined), ...problems.map(inWords)].join('\n'))
  return [...problems, ...joined.doubts].some(({ dropped }) => dropped) ? 1 : 0
}

function ofOne(joined: Joined, authority: Values[string], directory: string): Joined {
  if (authority === undefined) return joined
  const known = [...new Set(joined.children.map(each => each.authority))]
  if (!known.includes(String(authority)))
    throw new Mistake(
      `--authority must be one that ${directory} has: ${known.join(', ')}, not "${String(authority)}"`,
    )
  const isOf = (each: { readonly authority: string }) => each.authority === authority
  return {
    children: joined.children.filter(isOf),
    repairs: joined.repairs.filter(({ told }) => isOf(told)),
    doubts: joined.doubts.filter(isOf),
  }
}

type Line = {
  readonly authority: string
  readonly year: number
  readonly file: string
  /** Counted from 1, without the headings. */
  readonly row: number
  readonly child: string
  readonly rule: string
  readonly says: string
  readonly dropped: boolean
  readonly ended: string | null
  readonly reason: string | null
}

const dated = (day: Day | null): string | null => (day === null ? null : toDate(day))

const ofRepair = ({ told, rule, dropped, endedOn, reason }: Repair): Line => {
  const { authority, year, row, child } = told
  const [says, ended] = [repairRules[rule], dated(endedOn)]
  return { authority, year, file: 'Episodes', row: row + 1, child, rule, says, dropped, ended, reason }
}

const ofDoubt = ({ authority, year, file, row, child, rule, dropped }: Doubt): Line => {
  const none = { ended: null, reason: null }
  return { authority, year, file, row: row + 1, child, rule, says: doubtRules[rule], dropped, ...none }
}

const columns: readonly CsvColumn<Line>[] = [
  { heading: 'authority', cell: line => line.authority },
  { heading: 'year', cell: line => line.year },
  { heading: 'file', cell: line => line.file },
  { heading: 'row', cell: line => line.row },
  { heading: 'child', cell: line => line.child },
  { heading: 'rule', cell: line => line.rule },
  { heading: 'why', cell: line => line.says },
  { heading: 'in_the_history', cell: line => (line.dropped ? 'left out' : 'kept') },
  { heading: 'ended', cell: line => line.ended },
  { heading: 'reason', cell: line => line.reason },
]

const toJson = ({ children }: Joined) => ({
  children: children.map(({ authority, child, bornOn, episodes }: JoinedChild) => ({
    authority,
    child,
    born: dated(bornOn),
    episodes: episodes.map(({ told, startedOn, endedOn, reason, rule }) => ({
      year: told.year,
      row: told.row + 1,
      started: toDate(startedOn),
      ended: dated(endedOn),
      reason,
      rule,
    })),
  })),
})

function summaryOf({ children, repairs, doubts }: Joined): string[] {
  const episodes = children.reduce((sum, each) => sum + each.episodes.length, 0)
  return [
    `${children.length} children, ${episodes} episodes in the joined history. The files stay as they are.`,
    ...counted('Rows repaired or left out', repairs, repairRules),
    ...counted('Rows that cannot be right', doubts, doubtRules),
  ]
}

function counted<Rule extends string>(
  title: string,
  found: readonly { readonly rule: Rule; readonly dropped: boolean }[],
  says: Readonly<Record<Rule, string>>,
): string[] {
  const byRule = Map.groupBy(found, ({ rule }) => rule)
  return [
    '',
    `${title}: ${found.length}`,
    ...[...byRule].map(([rule, of]) => `  ${String(of.length).padStart(7)}  ${rule}: ${says[rule]}`),
  ]
}

const inWords = ({ file, authority, year, row, problem }: Problem): string =>
  `${[authority, year, file, row && `row ${row}`].filter(Boolean).join(', ')}: ${problem}`
