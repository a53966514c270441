/** What each yearly return tells of an episode and of a child, read so that one bad row never stops the rest. */

import type { Day } from '#shared/days'
import { dayOf } from '#shared/days'
import { type Cells, readDay } from '../table.ts'

/** Where a row stands: `row` counts from 0 in the file of that authority and year. */
export type Where = { readonly authority: string; readonly year: number; readonly row: number }

export type Told = Where & { readonly cells: Cells }

export type ToldEpisode = Told & {
  readonly child: string
  readonly startedOn: Day
  /** Null while it goes on. */
  readonly endedOn: Day | null
}

export type ToldChild = Told & { readonly child: string; readonly bornOn: Day | null }

/** Something that is said of a row, by the rule that found it. */
export type Doubt = Where & {
  readonly file: 'Header' | 'Episodes'
  readonly child: string
  readonly rule: DoubtRule
  /** Whether the row takes no part in the history. */
  readonly dropped: boolean
}

/** Each doubt, in a sentence. */
export const doubtRules = {
  'no-child': 'The row names no child.',
  'no-start': 'DECOM is missing, or is not a date.',
  'starts-after-year': 'The episode begins after the year of the return.',
  'ends-before-start': 'The episode ends before it begins; it is read as not ended.',
  'end-not-a-date': 'DEC is not a date; the episode is read as not ended.',
  'no-birth': 'The date of birth is missing, or is not a date.',
  'born-too-long-ago': 'The child would be over 26 when the year began.',
  'born-after-entry': 'The child would have been born after care began.',
  'no-ethnicity': 'The ethnic group is missing or not known; the child is counted all the same.',
  'no-episodes': 'The child is in the Header and has no episodes in any year.',
  'no-header': 'The child has episodes and is in no Header.',
} as const
export type DoubtRule = keyof typeof doubtRules

/** The same days are told again and again, and reading one takes far longer than remembering it. */
const known = new Map<string, Day | null>()
const mostKnown = 50_000

/** dd/mm/yyyy, or yyyy-mm-dd with or without a time of midnight. */
export function anyDay(text: string | null | undefined): Day | null {
  if (!text) return null
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const day = readAny(text)
  known.set(text, day)
  return day
}

function readAny(text: string): Day | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00.*)?$/.exec(text.trim())
  return iso ? (dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? null) : readDay(text.trim())
}

export const firstDayOf = (year: number): Day => dayOf(year - 1, 4, 1)!
export const lastDayOf = (year: number): Day => dayOf(year, 3, 31)!

type Say = (file: Doubt['file'], told: Told, rule: DoubtRule, dropped?: boolean) => void

/** The episodes that can be placed in time. The rest are said to `say`, and go. */
export function readEpisodes(rows: readonly Told[], say: Say): ToldEpisode[] {
  return rows.flatMap(told => {
    const { cells, year } = told
    const child = cells.CHILD?.trim() ?? ''
    const startedOn = anyDay(cells.DECOM)
    const wrong = wrongWith(child, startedOn, year)
    if (wrong || startedOn === null) {
      say('Episodes', told, wrong ?? 'no-start', true)
      return []
    }
    return [{ ...told, child, startedOn, endedOn: endOf(told, startedOn, say) }]
  })
}

function wrongWith(child: string, startedOn: Day | null, year: number): DoubtRule | null {
  if (!child) return 'no-child'
  if (startedOn === null) return 'no-start'
  return startedOn > lastDayOf(year) ? 'starts-after-year' : null
}

/** An end after the year of the return cannot be known yet, and is read as none, as is one before the start. */
function endOf(told: Told, startedOn: Day, say: Say): Day | null {
  const text = told.cells.DEC?.trim()
  if (!text) return null
  const endedOn = anyDay(text)
  if (endedOn === null) say('Episodes', told, 'end-not-a-date')
  else if (endedOn < startedOn) say('Episodes', told, 'ends-before-start')
  else if (endedOn <= lastDayOf(told.year)) return endedOn
  return null
}

/** Each child as the newest return tells it. `entered` is the first day that each was looked after. */
export function readChildren(
  rows: readonly Told[],
  entered: ReadonlyMap<string, Day>,
  say: Say,
): Map<string, ToldChild> {
  const children = new Map<string, ToldChild>()
  for (const told of rows) {
    const child = told.cells.CHILD?.trim() ?? ''
    if (!child) {
      say('Header', told, 'no-child', true)
      continue
    }
    const key = keyOf(told, child)
    const bornOn = birthOf(told, entered.get(key), say)
    if (!told.cells.ETHNIC?.trim()) say('Header', told, 'no-ethnicity')
    const before = children.get(key)
    if (!before || before.year <= told.year)
      children.set(key, { ...told, child, bornOn: bornOn ?? before?.bornOn ?? null })
  }
  return children
}

/** A day of birth that cannot be is not used: the child counts, and its age is not known. */
function birthOf(told: Told, entered: Day | undefined, say: Say): Day | null {
  const bornOn = anyDay(told.cells.DOB)
  if (bornOn === null) say('Header', told, 'no-birth')
  else if (bornOn < dayOf(told.year - 27, 4, 1)!) say('Header', told, 'born-too-long-ago')
  else if (entered !== undefined && bornOn > entered) say('Header', told, 'born-after-entry')
  else return bornOn
  return null
}

/** One authority's numbers of children mean nothing in another. */
export const keyOf = ({ authority }: Where, child: string): string => `${authority}\u0001${child}`
