/** The rules by which what several yearly returns tell of a child's episodes is made one history. */

import { type Day, later } from '#shared/days'
import { type ToldEpisode, lastDayOf } from './told.ts'

/** An episode of the history. `told` is the row it comes from, as it was written. */
export type JoinedEpisode = {
  readonly told: ToldEpisode
  readonly startedOn: Day
  readonly endedOn: Day | null
  /** REC; E99 is ours, for an ending that no return tells. */
  readonly reason: string | null
  /** The rule that changed it, the last where several did. */
  readonly rule: RepairRule | null
}

export type Repair = {
  readonly told: ToldEpisode
  readonly rule: RepairRule
  /** Null where the row is left out. */
  readonly endedOn: Day | null
  readonly reason: string | null
  readonly dropped: boolean
}

/**
 * Each repair, in a sentence, with its number (1, 1A, 2, 3, 3A, 4, 5) in the tools of councils that repair the SSDA903
 * across years; `continued` and `same-day` go before them.
 */
export const repairRules = {
  continued: 'A newer return tells the same episode again; the newer row is kept.',
  'same-day': 'Two rows of one return begin on one day; the one that lasts longer is kept.',
  'ended-by-next': 'Left open in an older return, and another episode follows: it ends when that begins (1).',
  'ended-before-re-entry':
    'Left open in an older return, and care begins anew later: it ends before that (1A).',
  'ended-with-year': 'Left open in an older return, and nothing follows: it ends with that year (2).',
  redated: 'Left open in an older return, and told by a newer one from another day: left out (3).',
  replaced: 'Left open in an older return, and a newer one tells those days otherwise: left out (3A).',
  overlap: 'It ends after the next begins: it ends when that begins (4).',
  gap: 'It ends before the next begins though care went on: it ends when that begins (5).',
} as const
export type RepairRule = keyof typeof repairRules

/** Care ended, and no return tells why. */
export const unknownEnd = 'E99'

type Outcome = { readonly episodes: readonly JoinedEpisode[]; readonly repairs: readonly Repair[] }

/**
 * One child's episodes as one history, in order, none over another. `newest` is the authority's newest return: what is
 * open there is open. Costs n log n in the child's rows, but for the search among those of newer returns.
 */
export function repairHistory(rows: readonly ToldEpisode[], newest: number): Outcome {
  const repairs: Repair[] = []
  const told = newestOfEachDay(rows, repairs)
  const kept = told.filter(each => {
    const rule = isLeftOpen(each, newest) ? retold(each, told) : null
    if (rule) repairs.push({ told: each, rule, endedOn: null, reason: null, dropped: true })
    return rule === null
  })
  const episodes = kept.map((each, i): JoinedEpisode => {
    const repaired = endedAnew(each, kept[i + 1], newest)
    if (repaired.rule) repairs.push({ ...repaired, rule: repaired.rule, dropped: false })
    return repaired
  })
  return { episodes, repairs }
}

const isLeftOpen = ({ endedOn, year }: ToldEpisode, newest: number): boolean =>
  endedOn === null && year < newest

function newestOfEachDay(rows: readonly ToldEpisode[], repairs: Repair[]): ToldEpisode[] {
  const sorted = rows.toSorted(
    (a, b) => a.startedOn - b.startedOn || b.year - a.year || longest(a, b) || a.row - b.row,
  )
  return sorted.filter((each, i) => {
    const first = sorted.findIndex(other => other.startedOn === each.startedOn)
    if (first === i) return true
    const rule = sorted[first]!.year === each.year ? 'same-day' : 'continued'
    repairs.push({ told: each, rule, endedOn: null, reason: null, dropped: true })
    return false
  })
}

const longest = (a: ToldEpisode, b: ToldEpisode): number =>
  (b.endedOn ?? Infinity) - (a.endedOn ?? Infinity) || 0

/** Whether a newer return tells the days of an episode left open, by which rule. */
function retold(open: ToldEpisode, all: readonly ToldEpisode[]): 'redated' | 'replaced' | null {
  for (const other of all) {
    if (other.year <= open.year) continue
    const covers =
      other.startedOn < open.startedOn && (other.endedOn === null || other.endedOn > open.startedOn)
    const begins = other.startedOn > open.startedOn && other.startedOn <= lastDayOf(open.year)
    if ((covers || begins) && isAlike(open, other)) return 'redated'
    if (covers) return 'replaced'
  }
  return null
}

/** The same home under the same order, begun for the same reason: what differs is the day. */
const isAlike = (a: ToldEpisode, b: ToldEpisode): boolean =>
  ['RNE', 'LS', 'PLACE', 'PLACE_PROVIDER', 'PL_POST', 'URN'].every(
    column => (a.cells[column] || '') === (b.cells[column] || ''),
  )

/** An episode with its end as it can only have been. */
function endedAnew(told: ToldEpisode, next: ToldEpisode | undefined, newest: number): JoinedEpisode {
  const reason = told.cells.REC?.trim() || null
  const as = (endedOn: Day | null, why: string | null, rule: RepairRule | null): JoinedEpisode => ({
    told,
    startedOn: told.startedOn,
    endedOn,
    reason: endedOn === null ? null : why,
    rule,
  })
  const { endedOn } = told
  if (endedOn === null && next === undefined) {
    return told.year < newest ? as(lastDayOf(told.year), unknownEnd, 'ended-with-year') : as(null, null, null)
  }
  if (next === undefined) return as(endedOn, reason, null)
  const anew = next.cells.RNE?.trim().toUpperCase() === 'S'
  if (endedOn === null) {
    return anew
      ? as(beforeReEntry(told, next), unknownEnd, 'ended-before-re-entry')
      : as(next.startedOn, 'X1', 'ended-by-next')
  }
  if (endedOn > next.startedOn) return as(next.startedOn, 'X1', 'overlap')
  const goesOn = reason === 'X1' && !anew
  return goesOn && endedOn < next.startedOn ? as(next.startedOn, 'X1', 'gap') : as(endedOn, reason, null)
}

/** The last day of its year, or the day before care began anew, whichever is first; never before it began. */
const beforeReEntry = (told: ToldEpisode, next: ToldEpisode): Day =>
  Math.max(told.startedOn, Math.min(lastDayOf(told.year), later(next.startedOn, -1))) as Day
