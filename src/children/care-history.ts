/** A child's history in care, worked out from their episodes: periods of care, placements and legal statuses. */

import type { EndReasonCode, EpisodeReasonCode, PlacementTypeCode } from '#reference'
import { type Period, type PlainDate, daysBetween } from '#shared/dates'
import type { Episode } from './episode.ts'

/** From starting to be looked after until ceasing. */
export type PeriodOfCare = Period & {
  readonly episodes: readonly Episode[]
  readonly endReason: string | null
}

/** One home, whatever the law meanwhile. Its place is that of the last episode in it. */
export type Placement = Period & { readonly episodes: readonly Episode[]; readonly place: Episode }

export type LegalPeriod = Period & { readonly legalStatus: string }

const started: EpisodeReasonCode = 'S'
const newStatusOnly: EpisodeReasonCode = 'L'
const another: EndReasonCode = 'X1'
const temporary: readonly PlacementTypeCode[] = ['T0', 'T1', 'T2', 'T3', 'T4']

export const inOrder = (episodes: readonly Episode[]): Episode[] =>
  episodes.toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))

/** A period ends with the first end reason but X1; a gap or a new start ends it too (SSDA903 guide, RNE and REC). */
export const periodsOfCare = (episodes: readonly Episode[]): PeriodOfCare[] =>
  runs(inOrder(episodes), (before, next) => follows(before, next) && next.reasonNew !== started).map(run => ({
    ...spanOf(run),
    episodes: run,
    endReason: run.at(-1)!.endReason,
  }))

/** A change of legal status alone (L) leaves the child where they are; P, B, T and U begin another placement. */
export const placementsIn = (episodes: readonly Episode[]): Placement[] =>
  runs(inOrder(episodes), (before, next) => follows(before, next) && next.reasonNew === newStatusOnly).map(
    run => ({ ...spanOf(run), episodes: run, place: run.at(-1)! }),
  )

export const legalStatusesIn = (episodes: readonly Episode[]): LegalPeriod[] =>
  runs(
    inOrder(episodes),
    (before, next) => follows(before, next) && next.legalStatus === before.legalStatus,
  ).map(run => ({ ...spanOf(run), legalStatus: run[0]!.legalStatus }))

/**
 * Moves from one home to another in the year to a day. A temporary stay (T0 to T4), coming back from one, and a change
 * in the standing of the same home are not moves; nor is coming into care.
 */
export function movesInYearTo(episodes: readonly Episode[], day: PlainDate): number {
  const yearBefore = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return periodsOfCare(episodes)
    .map(({ episodes: own }) => placementsIn(own).filter(({ place }) => !isTemporary(place)))
    .flatMap(homes => homes.filter((home, i) => i > 0 && !isSameHome(homes[i - 1]!.place, home.place)))
    .filter(({ from }) => from > yearBefore && from <= day).length
}

/** Days lived in a placement up to a day, counting that day: a child placed today has been there one day. */
export const daysIn = ({ from, until }: Period, day: PlainDate): number =>
  until !== null && until <= day ? daysBetween(from, until) : daysBetween(from, day) + 1

const isTemporary = ({ placeCode }: Episode) => temporary.some(code => code === placeCode)

/** By postcode and Ofsted number. Where the return hides both, its kind is all there is to tell homes apart. */
const isSameHome = (one: Episode, other: Episode) =>
  one.placementPostcode === other.placementPostcode &&
  one.urn === other.urn &&
  (one.placementPostcode !== null || one.placeCode === other.placeCode)

const follows = (before: Episode, next: Episode) =>
  before.endedOn === next.startedOn && before.endReason === another

const spanOf = (run: readonly Episode[]) => ({ from: run[0]!.startedOn, until: run.at(-1)!.endedOn })

/** Splits a history wherever one episode does not carry on from the one before. */
function runs(episodes: readonly Episode[], carriesOn: (before: Episode, next: Episode) => boolean) {
  const found: Episode[][] = []
  for (const episode of episodes) {
    const run = found.at(-1)
    const before = run?.at(-1)
    if (run && before && carriesOn(before, episode)) run.push(episode)
    else found.push([episode])
  }
  return found
}
