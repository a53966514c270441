/** How a list of children is narrowed and put in order. */

import {
  type AgeBand,
  type LegalStatusCode,
  type PlacementKind,
  type PlacementTypeCode,
  ageBands,
  kindOfPlacement,
  placementProviders,
  placementTypes,
} from '#reference'

/** Looked after now, looked after once, or either. */
export const standings = ['now', 'before', 'ever'] as const
export type Standing = (typeof standings)[number]

export const distances = ['over 20', 'over 100', 'outside', 'not known'] as const
export type Distance = (typeof distances)[number]

/** How often somebody has had to move in the last 12 months. */
export const manyMoves = ['three or more'] as const
export type Moves = (typeof manyMoves)[number]

export const circumstances = ['unregistered', 'health', 'youth justice', 'plan', 'not assessed'] as const
export type Circumstance = (typeof circumstances)[number]

export const childSorts = ['name', 'number', 'age', 'placed', 'distance', 'fee'] as const
export const regionSorts = ['placed', 'age', 'distance', 'fee', 'authority'] as const
export type Sort<Word extends string> = Word | `-${Word}`

/** What both lists may be narrowed by. */
export type Narrowing = {
  readonly kind?: PlacementKind | undefined
  readonly legalStatus?: LegalChoice | undefined
  readonly ageBand?: AgeBand | undefined
  readonly distance?: Distance | undefined
  readonly moves?: Moves | undefined
}

/** Interim and full care orders are often asked for together: Children Act 1989, sections 31 and 38. */
export const careOrders: readonly LegalStatusCode[] = ['C1', 'C2']
export type LegalChoice = LegalStatusCode | 'care order'
export const legalCodes = (choice: LegalChoice): readonly string[] =>
  choice === 'care order' ? careOrders : [choice]

/** The pairs of place and provider that make a kind of placement, written K2/PR4, or K2/ where nobody said whose. */
export const codesOfKind = (wanted: PlacementKind): string[] =>
  placementTypes.flatMap(({ code }) =>
    [...placementProviders.map(provider => provider.code), null]
      .filter(provider => kindOfPlacement(code, provider) === wanted)
      .map(provider => `${code}/${provider ?? ''}`),
  )

/** Years of age: from the first, up to and not including the second, or for ever. */
export function yearsOf(band: AgeBand): { from: number; until: number } {
  const { from, until } = ageBands.find(each => each.band === band)!
  return { from: from === 0 ? -1 : from, until: Math.min(until, 200) }
}

/** Where a child is for their health, or by order of a court; the rest of the country calls neither a home. */
export const healthPlaces: readonly PlacementTypeCode[] = ['R2', 'T1']
export const justicePlaces: readonly PlacementTypeCode[] = ['R5']
export const justiceStatuses: readonly LegalStatusCode[] = ['J1', 'J2', 'J3']

/** How many of each page; a file has them all. */
export const perPage = 50
export const inOneFile = 200_000
