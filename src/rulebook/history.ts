/** A child's episodes in the order in which they happened, and what can be said of the whole. */

import { type Day, yearsLater } from '#shared/days'
import { codes, daysFrom, isOneOf } from './questions.ts'
import type { EarlierReturn, Setting } from './return.ts'
import type { Episode } from './row.ts'
import type { Table } from './table.ts'

export type History = readonly Episode[]
export type Histories = ReadonlyMap<string, History>

/** Short breaks: V3 and V4 are agreed series of them. Children Act 1989 s.20; SSDA903 guide, LS. */
export const respite = codes('V3 V4')
export const isRespite = ({ LS }: Episode): boolean => isOneOf(LS, respite)

/** Worked out once for each table: a table never changes. */
const known = new WeakMap<Table<'Episodes'>, Histories>()

/** By DECOM; one without a date comes last; those of one day stay in the order of the file. */
export function historiesOf(episodes: Table<'Episodes'>): Histories {
  const found = known.get(episodes)
  if (found) return found
  const histories = new Map<string, History>()
  for (const [child, rows] of episodes.byChild) histories.set(child, rows.toSorted(byStart))
  known.set(episodes, histories)
  return histories
}

const byStart = (a: Episode, b: Episode): number => (a.DECOM ?? Infinity) - (b.DECOM ?? Infinity) || 0

export const historyOf = (episodes: Table<'Episodes'>, child: string): History =>
  historiesOf(episodes).get(child) ?? []

export type Past = {
  readonly Episodes_last?: Table<'Episodes'> | undefined
  readonly earlier?: readonly EarlierReturn[] | undefined
}

/** Episodes of last year's return and the earlier ones at hand, the newest return first. */
const filesOfPast = ({ Episodes_last, earlier = [] }: Past): Table<'Episodes'>[] =>
  [Episodes_last, ...earlier.map(({ tables }) => tables.Episodes)].filter(each => each !== undefined)

/**
 * The child's episodes of this year's return and of those before it, in the order in which they happened. A return
 * repeats the episodes that were open: the newest return that tells of one is believed.
 */
export function lifeOf(given: Past & { readonly Episodes: Table<'Episodes'> }, child: string): History {
  const now = historyOf(given.Episodes, child)
  const before = pastOf(given, child, now)
  return before.length === 0 ? now : [...before, ...now].toSorted(byStart)
}

/** Children of whom any return at hand has an episode that answers yes. Costs one pass over the rows. */
export function childrenWith(
  given: Past & { readonly Episodes: Table<'Episodes'> },
  asks: (episode: Episode) => boolean,
): ReadonlySet<string> {
  const files = [given.Episodes, ...filesOfPast(given)]
  return new Set(files.flatMap(({ rows }) => rows.filter(asks).map(({ CHILD }) => CHILD)))
}

/** Those of the returns before this one, without what `known` tells; those without a date last, the oldest first. */
export function pastOf(past: Past, child: string, known: History = []): History {
  const seen = new Set(known.map(({ DECOM }) => DECOM))
  const found: Episode[] = []
  for (const file of filesOfPast(past)) {
    const fresh = historyOf(file, child).filter(({ DECOM }) => DECOM === null || !seen.has(DECOM))
    for (const { DECOM } of fresh) seen.add(DECOM)
    found.unshift(...fresh)
  }
  return found.toSorted(byStart)
}

/** The first day of the earliest return of an unbroken row of returns that ends with this one. */
export function seenSince({ year, start, Episodes_last, earlier = [] }: Past & Setting): Day {
  if (!Episodes_last) return start
  let years = 1
  for (const each of earlier.toSorted((a, b) => b.year - a.year)) {
    if (each.year === year - years - 1 && each.tables.Episodes) years += 1
  }
  return yearsLater(start, -years)
}

/** Each episode with the one before it and after it, child by child. */
export type Placed = {
  readonly episode: Episode
  readonly previous: Episode | undefined
  readonly next: Episode | undefined
  readonly history: History
}

export function* inOrder(episodes: Table<'Episodes'>): Generator<Placed> {
  for (const history of historiesOf(episodes).values()) {
    for (let i = 0; i < history.length; i += 1) {
      yield { episode: history[i]!, previous: history[i - 1], next: history[i + 1], history }
    }
  }
}

/** Positions of the episodes that answer yes, in the order of the file. */
export function whereInOrder(episodes: Table<'Episodes'>, asks: (placed: Placed) => boolean): number[] {
  const found: number[] = []
  for (const placed of inOrder(episodes)) if (asks(placed)) found.push(placed.episode.at)
  return found.sort((a, b) => a - b)
}

/**
 * Whether a child was looked after without a break all year: in care when it began, no care that began or ended within
 * it, and no short breaks. SSDA903 guide, "looked after continuously for at least 12 months". What began on the first
 * day counts as the whole year; what ended on the last does not.
 */
export function isLookedAfterAllYear(history: History, { start, end }: Setting): boolean {
  if (!history.some(({ DECOM, DEC }) => (DECOM ?? start) <= start && (DEC ?? start) >= start)) return false
  return !history.some(
    each =>
      (isRespite(each) && touches(each, start, end)) ||
      (each.RNE === 'S' && within(each.DECOM, start, end, 1)) ||
      (within(each.DEC, start, end) && endsCare(each, history)),
  )
}

/** The same, asked of each child of a file. */
export const lookedAfterAllYear =
  (episodes: Table<'Episodes'>, setting: Setting) =>
  (child: string): boolean =>
    isLookedAfterAllYear(historyOf(episodes, child), setting)

/** Care goes on after X1, and where the reason is blank but another episode begins that day. */
const endsCare = ({ DEC, REC }: Episode, history: History): boolean =>
  REC === null ? !history.some(({ DECOM }) => DECOM === DEC) : REC !== 'X1'

const touches = ({ DECOM, DEC }: Episode, start: Day, end: Day): boolean =>
  (DECOM ?? end) <= end && (DEC ?? start) >= start

const within = (day: Day | null, start: Day, end: Day, after = 0): boolean =>
  day !== null && day >= start + after && day <= end

/** The day an episode ended; one that has not goes on to the end of the year. Null where DEC is no date. */
export const endOf = ({ DEC, written }: Episode, end: Day): Day | null => (written.DEC === null ? end : DEC)

/**
 * Runs of a child's episodes of one sort, each beginning on the very day the one before it ended: a stay that only a
 * change of something else has cut in two.
 */
export function spellsOf(history: History, belongs: (episode: Episode) => boolean): History[] {
  const spells: Episode[][] = []
  for (const episode of history) {
    if (!belongs(episode)) continue
    const before = spells.at(-1)?.at(-1)
    if (before && before.DEC !== null && before.DEC === episode.DECOM) spells.at(-1)!.push(episode)
    else spells.push([episode])
  }
  return spells
}

/** Days from the first day of a spell to its last; null where either is not known. */
export const lengthOf = (spell: History, end: Day): number | null =>
  spell.length === 0 ? null : daysFrom(spell[0]!.DECOM, endOf(spell.at(-1)!, end))
