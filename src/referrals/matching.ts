/** Ranks every place a search looked through, or says why it was left out. */

import type { Home, Place } from '#provision'
import type { PlainDate } from '#shared/dates'
import { needsMet, quality, statementOfPurpose } from './factors/care.ts'
import { distanceFromHome, distanceFromSchool } from './factors/distance.ts'
import type { Candidate, Finding, HomeFactor, PlaceFactor } from './factors/factor.ts'
import { residentsAges, siblingsTogether } from './factors/people.ts'
import { cost, freshness } from './factors/place.ts'
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
  const ranked: Ranked[] = []
  const excluded: Excluded[] = []
  for (const each of supply) {
    const why = whyNotHome(each, need)
    if (why.length > 0) excluded.push({ home: each.home, place: null, why })
    else rankHome(each, { need, weights, today, ranked, excluded })
  }
  ranked.sort(best)
  return { ranked, excluded }
}

type Search = {
  readonly need: Need
  readonly weights: Weights
  readonly today: PlainDate
  readonly ranked: Ranked[]
  readonly excluded: Excluded[]
}

function rankHome(supply: HomeWithPlaces, { need, weights, today, ranked, excluded }: Search): void {
  const { home } = supply
  const vacant: Place[] = []
  for (const place of supply.places) {
    const why = whyNotPlace(place, home, need)
    if (why === null) vacant.push(place)
    else excluded.push({ home, place, why: [why] })
  }
  if (vacant.length === 0) {
    if (supply.places.length === 0)
      excluded.push({ home, place: null, why: ['The home has told us of no place'] })
    return
  }
  const shared = countHome({ home, supply, vacant }, need, weights)
  for (const place of vacant) ranked.push(rankPlace(home, place, shared, { need, weights, today }))
}

/** Worked out once for a home, however many places it has. */
function countHome(candidate: Candidate, need: Need, weights: Weights): readonly Counted[] {
  const counted: Counted[] = []
  for (const [name, find] of homeFactors) add(counted, name, weights[name], find(candidate, need))
  return counted
}

function rankPlace(
  home: Home,
  place: Place,
  shared: readonly Counted[],
  { need, weights, today }: Pick<Search, 'need' | 'weights' | 'today'>,
): Ranked {
  const factors = shared.slice()
  for (const [name, find] of placeFactors) add(factors, name, weights[name], find(place, need, today))
  const reasonsFor: string[] = []
  const reasonsAgainst: string[] = []
  let total = 0
  let weighed = 0
  for (const { score, weight, sentence } of factors) {
    total += weight
    weighed += weight * score
    if (score >= speaksFor) reasonsFor.push(sentence)
    else if (score < speaksAgainst) reasonsAgainst.push(sentence)
  }
  return {
    home,
    place,
    score: total === 0 ? 0 : (100 * weighed) / total,
    reasonsFor,
    reasonsAgainst,
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
const best = (a: Ranked, b: Ranked): number =>
  b.score - a.score || inOrder(a.home.id, b.home.id) || inOrder(a.place.id, b.place.id)

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
