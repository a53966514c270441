/** Ranks every place a search looked through, or says why it was left out. */

import type { Home, Place } from '#provision'
import type { PlainDate } from '#shared/dates'
import { needsMet, quality, statementOfPurpose } from './care.ts'
import { distanceFromHome, distanceFromSchool } from './distance.ts'
import type { Candidate, Finding, HomeFactor, PlaceFactor } from './factor.ts'
import { residentsAges, siblingsTogether } from './people.ts'
import { cost, freshness } from './place.ts'
import { whyNotHome, whyNotPlace } from './limits.ts'
import type { Need } from './need.ts'
import type { HomeWithPlaces } from './supply.ts'
import type { FactorName, Weights } from './weights.ts'

/** One factor as it counted: its score from 0 to 1, the weight it was given, and the sentence that says why. */
export type Counted = {
  readonly name: FactorName
  readonly score: number
  readonly weight: number
  readonly sentence: string
}
export type Ranked = {
  readonly home: Home
  readonly place: Place
  /** From 0 to 100: the mean of the factors that say something, by weight. */
  readonly score: number
  readonly ofHome: readonly Counted[]
  readonly ofPlace: readonly Counted[]
}
/** What a reader is shown of a place. */
export type Explained = {
  readonly home: Home
  readonly place: Place
  readonly score: number
  readonly reasonsFor: readonly string[]
  readonly reasonsAgainst: readonly string[]
  readonly factors: readonly Counted[]
}
/** `place` is null where the whole home, with all its places, is left out. */
export type Excluded = { readonly home: Home; readonly place: Place | null; readonly why: readonly string[] }
export type Ranking = { readonly ranked: readonly Ranked[]; readonly excluded: readonly Excluded[] }

/** The considerations of section 22C(7) to (10) of the Children Act 1989, with quality, freshness and cost. */
const homeFactors: readonly (readonly [FactorName, HomeFactor])[] = [
  ['home', distanceFromHome],
  ['school', distanceFromSchool],
  ['siblings', siblingsTogether],
  ['needs', needsMet],
  ['purpose', statementOfPurpose],
  ['residents', residentsAges],
  ['quality', quality],
]
const placeFactors: readonly (readonly [FactorName, PlaceFactor])[] = [
  ['freshness', freshness],
  ['cost', cost],
]

export function rank(
  need: Need,
  supply: readonly HomeWithPlaces[],
  weights: Weights,
  today: PlainDate,
): Ranking {
  const search: Search = { need, weights, today, ranked: [], excluded: [] }
  for (const each of supply) {
    const why = whyNotHome(each, need)
    if (why.length > 0) search.excluded.push({ home: each.home, place: null, why })
    else rankHome(each, search)
  }
  search.ranked.sort(best)
  return { ranked: search.ranked, excluded: search.excluded }
}

type Search = {
  readonly need: Need
  readonly weights: Weights
  readonly today: PlainDate
  readonly ranked: Ranked[]
  readonly excluded: Excluded[]
}

function rankHome(supply: HomeWithPlaces, search: Search): void {
  const { home, places } = supply
  const vacant: Place[] = []
  for (const place of places) {
    const why = whyNotPlace(place, home, search.need)
    if (why === null) vacant.push(place)
    else search.excluded.push({ home, place, why: [why] })
  }
  if (places.length === 0)
    search.excluded.push({ home, place: null, why: ['The home has told us of no place'] })
  if (vacant.length === 0) return
  const ofHome = countHome({ home, supply, vacant }, search)
  for (const place of vacant) search.ranked.push(rankPlace(home, place, ofHome, search))
}

/** Worked out once for a home, however many places it has. */
function countHome(candidate: Candidate, { need, weights }: Search): readonly Counted[] {
  const counted: Counted[] = []
  for (const [name, find] of homeFactors) add(counted, name, weights[name], find(candidate, need))
  return counted
}

function rankPlace(home: Home, place: Place, ofHome: readonly Counted[], search: Search): Ranked {
  const { need, weights, today } = search
  const ofPlace: Counted[] = []
  for (const [name, find] of placeFactors) add(ofPlace, name, weights[name], find(place, need, today))
  return { home, place, score: scoreOf(ofHome, ofPlace), ofHome, ofPlace }
}

function scoreOf(ofHome: readonly Counted[], ofPlace: readonly Counted[]): number {
  let total = 0
  let weighed = 0
  for (const { score, weight } of ofHome) {
    total += weight
    weighed += weight * score
  }
  for (const { score, weight } of ofPlace) {
    total += weight
    weighed += weight * score
  }
  return total === 0 ? 0 : (100 * weighed) / total
}

/** Thousands are ranked and few are read, so reasons are sorted into for and against only for those shown. */
export function explain({ home, place, score, ofHome, ofPlace }: Ranked): Explained {
  const factors = [...ofHome, ...ofPlace]
  const sentences = (speaks: (each: Counted) => boolean) =>
    factors.filter(speaks).map(({ sentence }) => sentence)
  return {
    home,
    place,
    score,
    reasonsFor: sentences(each => each.score >= speaksFor),
    reasonsAgainst: sentences(each => each.score < speaksAgainst),
    factors,
  }
}

/** Between the two a factor is shown among the rest, and argues neither way. */
const speaksFor = 0.6
const speaksAgainst = 0.5

/** A factor that does not matter here is not counted: a home is not better or worse for what nobody knows. */
function add(counted: Counted[], name: FactorName, weight: number, found: Finding): void {
  if (found !== null && weight > 0)
    counted.push({ name, weight, score: found.score, sentence: found.sentence })
}

/** The same places in the same order whenever it is asked: equal scores by home, then place. */
function best(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.home !== b.home) return a.home.id < b.home.id ? -1 : 1
  return a.place.id < b.place.id ? -1 : 1
}
