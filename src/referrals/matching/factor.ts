/** A factor: one thing that speaks for or against a home, from 0 to 1, with the sentence that says so. */

import type { Home, Place } from '#provision'
import type { PlainDate } from '#shared/dates'
import type { Need } from './need.ts'
import type { HomeWithPlaces } from './supply.ts'

/**
 * Null where the factor says nothing: there is no school to stay at, or nobody has said who lives in the home.
 * Thousands are scored and few are read, so a sentence is made only when it is asked for.
 */
export type Finding = { readonly score: number; readonly says: () => string } | null

/** What a home's factors may look at; the same for each of its places. */
export type Candidate = {
  readonly home: Home
  readonly supply: HomeWithPlaces
  /** Places that can be had on the day, this one included. */
  readonly vacant: readonly Place[]
}

export type HomeFactor = (candidate: Candidate, need: Need) => Finding
export type PlaceFactor = (place: Place, need: Need, today: PlainDate) => Finding

export const finding = (score: number, says: () => string): Finding => ({
  score: Math.min(1, Math.max(0, score)),
  says,
})

export const counted = (number: number, thing: string): string =>
  `${number} ${thing}${number === 1 ? '' : 's'}`
