/** Yearly returns of one or many authorities as one history of each child, with every row repaired or left out. */

import type { Day } from '#shared/days'
import { type JoinedEpisode, type Repair, repairHistory } from './repair.ts'
import {
  type Doubt,
  type Told,
  type ToldChild,
  type ToldEpisode,
  keyOf,
  readChildren,
  readEpisodes,
} from './told.ts'

export type YearlyReturns = {
  /** Rows of Header files. */
  readonly headers: readonly Told[]
  readonly episodes: readonly Told[]
}

export type JoinedChild = {
  readonly authority: string
  readonly child: string
  /** The newest row of a Header; null where there is none. */
  readonly header: ToldChild | null
  readonly bornOn: Day | null
  readonly episodes: readonly JoinedEpisode[]
}

export type Joined = {
  readonly children: readonly JoinedChild[]
  readonly repairs: readonly Repair[]
  readonly doubts: readonly Doubt[]
}

/**
 * Pure: the returns stay as they were, and a return put right makes a history without the repair. Never aborts; what
 * cannot be used is in `doubts`. Costs n log n in the rows.
 */
export function joinYears({ headers, episodes }: YearlyReturns): Joined {
  const doubts: Doubt[] = []
  const say = (file: Doubt['file'], told: Told, rule: Doubt['rule'], dropped = false) => {
    const { authority, year, row } = told
    doubts.push({ file, authority, year, row, child: told.cells.CHILD?.trim() ?? '', rule, dropped })
  }
  const byChild = grouped(readEpisodes(episodes, say))
  const entered = new Map([...byChild].map(([key, rows]) => [key, firstDay(rows)]))
  const told = readChildren(headers, entered, say)
  const newest = newestYears([...headers, ...episodes])

  const repairs: Repair[] = []
  const children: JoinedChild[] = []
  for (const [key, rows] of byChild) {
    const { authority, child } = rows[0]!
    const header = told.get(key) ?? null
    if (!header) say('Episodes', rows[0]!, 'no-header')
    const history = repairHistory(rows, newest.get(authority)!)
    repairs.push(...history.repairs)
    children.push({ authority, child, header, bornOn: header?.bornOn ?? null, episodes: history.episodes })
  }
  for (const [key, header] of told) if (!byChild.has(key)) say('Header', header, 'no-episodes')
  return { children, repairs, doubts }
}

function grouped(rows: readonly ToldEpisode[]): Map<string, ToldEpisode[]> {
  const groups = new Map<string, ToldEpisode[]>()
  for (const row of rows) {
    const key = keyOf(row, row.child)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

const firstDay = (rows: readonly ToldEpisode[]): Day => Math.min(...rows.map(row => row.startedOn)) as Day

function newestYears(rows: readonly Told[]): Map<string, number> {
  const newest = new Map<string, number>()
  for (const { authority, year } of rows) newest.set(authority, Math.max(year, newest.get(authority) ?? 0))
  return newest
}
