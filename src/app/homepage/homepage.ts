/** A home page: what waits for this person, the most pressing first, and where the whole of each list is. */

import type { PlainDate } from '#shared/dates'
import type { Tone } from '#web/summary'

/** No address says anything about a child. */
export type Row = {
  readonly name: string
  readonly href?: string | undefined
  readonly note: string
  readonly mark?: { readonly text: string; readonly tone: Tone } | undefined
}

export type Worklist = {
  readonly title: string
  /** Null where adding up would count somebody twice. */
  readonly count: number | null
  /** The first few. */
  readonly rows: readonly Row[]
  readonly whole?: { readonly text: string; readonly href: string }
  /** What is said when nothing waits: that it is quiet, and what to do next. */
  readonly quiet: string
}

export type Headline = {
  readonly name: string
  readonly number: string
  readonly note: string
  /** The same of others, to read one's own beside. */
  readonly beside?: string
  readonly href: string
}

/** What one part of the platform has to say on a home page. */
export type Part = {
  readonly headlines?: readonly Headline[]
  readonly lists?: readonly Worklist[]
  readonly notes?: readonly string[]
}

export type Homepage = Required<Part> & { readonly today: PlainDate }

export const most = 5

export const joined = (parts: readonly Part[], today: PlainDate): Homepage => ({
  today,
  headlines: parts.flatMap(({ headlines = [] }) => headlines),
  lists: parts.flatMap(({ lists = [] }) => lists),
  notes: parts.flatMap(({ notes = [] }) => notes),
})

export const counted = (number: number, one: string, several = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : several}`
