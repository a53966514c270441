/** Ranks every place a search looked through, or says why it was left out. */

import type { Home, Place } from '#provision'
import type { PlainDate } from '#shared/dates'
import { needsMet, quality, statementOfPurpose } from './care.ts'
import { distanceFromHome, distanceFromSchool } from './distance.ts'
import type { Candidate, HomeFactor, PlaceFactor } from './factor.ts'
import { residentsAges, siblingsTogether } from './people.ts'
import { cost, freshness } from './place.ts'
import { type Reason, limitOfHome, limitOfPlace, whyNotHome, whyNotPlace } from './limits.ts'
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
/** What a ranking was asked: the same for every place in it. */
export type Asked = { readonly need: Need; readonly weights: Weights; readonly today: PlainDate }
export type Ranked = {
  readonly home: Home
  readonly place: Place
  /** From 0 to 100: the mean of the factors that say something, by weight. */
  readonly score: number
  readonly candidate: Candidate
  readonly asked: Asked
}
/** A home stands where its best place does, with its other free places beside it. */
export type RankedHome = { readonly best: Ranked; readonly places: readonly Ranked[] }
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
export type Excluded = {
  readonly supply: HomeWithPlaces
  readonly place: Place | null
  /** The first of its reasons. */
  readonly reason: Reason
}
export type Ranking = { readonly homes: readonly RankedHome[]; readonly excluded: readonly Excluded[] }

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
  const candidates: Candidate[] = []
  const excluded: Excluded[] = []
  for (const each of supply) {
    const reason = limitOfHome(each, need)
    if (reason !== null) excluded.push({ supply: each, place: null, reason })
    else consider(each, need, candidates, excluded)
  }
  return { homes: inOrder(candidates, { need, weights, today }), excluded }
}

function consider(supply: HomeWithPlaces, need: Need, candidates: Candidate[], excluded: Excluded[]): void {
  const { home, places } = supply
  let vacant: Place[] | undefined
  for (const place of places) {
    const reason = limitOfPlace(place, home, need)
    if (reason === null) (vacant ??= []).push(place)
    else excluded.push({ supply, place, reason })
  }
  if (vacant) candidates.push({ home, supply, vacant })
}

/** The same homes under other weights: limits do not hang on weights, so only what may be asked is scored again. */
export const reweigh = ({ homes, excluded }: Ranking, weights: Weights): Ranking => {
  const [first] = homes
  if (!first) return { homes, excluded }
  const candidates = homes.map(({ best: { candidate } }) => candidate)
  return { homes: inOrder(candidates, { ...first.best.asked, weights }), excluded }
}

const inOrder = (candidates: readonly Candidate[], asked: Asked): readonly RankedHome[] =>
  candidates.map(each => rankHome(each, asked)).sort((a, b) => better(a.best, b.best))

/** A home's own factors are worked out once, however many places it has. */
function rankHome(candidate: Candidate, asked: Asked): RankedHome {
  const { home, vacant } = candidate
  const ofHome = sumOfHome(candidate, asked)
  const places = vacant.map(place => {
    const score = scoreOf(ofHome, place, asked)
    return { home, place, score, candidate, asked }
  })
  if (places.length > 1) places.sort(better)
  return { best: places[0]!, places }
}

type Sum = { readonly weight: number; readonly weighed: number }

/** A factor that does not matter here is not counted: a home is not better or worse for what nobody knows. */
function sumOfHome(candidate: Candidate, { need, weights }: Asked): Sum {
  let weight = 0
  let weighed = 0
  for (const [name, find] of homeFactors) {
    const found = weights[name] > 0 ? find(candidate, need) : null
    if (found === null) continue
    weight += weights[name]
    weighed += weights[name] * found.score
  }
  return { weight, weighed }
}

function scoreOf(ofHome: Sum, place: Place, { need, weights, today }: Asked): number {
  let { weight, weighed } = ofHome
  for (const [name, find] of placeFactors) {
    const found = weights[name] > 0 ? find(place, need, today) : null
    if (found === null) continue
    weight += weights[name]
    weighed += weights[name] * found.score
  }
  return weight === 0 ? 0 : (100 * weighed) / weight
}

/** Every reason that keeps a place, or a whole home, from this child. */
export const whyLeftOut = ({ supply, place }: Excluded, need: Need): readonly string[] =>
  place === null ? whyNotHome(supply, need) : [whyNotPlace(place, supply.home, need)].filter(isSaid)

const isSaid = (why: string | null): why is string => why !== null

/** Thousands are ranked and few are read, so each factor finds its words only for those shown. */
export function explain(ranked: Ranked): Explained {
  const { home, place, score } = ranked
  const factors = factorsOf(ranked)
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

function factorsOf({ place, candidate, asked: { need, weights, today } }: Ranked): readonly Counted[] {
  const found = [
    ...homeFactors.map(([name, find]) => [name, find(candidate, need)] as const),
    ...placeFactors.map(([name, find]) => [name, find(place, need, today)] as const),
  ]
  return found.flatMap(([name, each]) =>
    each === null || weights[name] === 0
      ? []
      : [{ name, weight: weights[name], score: each.score, sentence: each.says() }],
  )
}

/** Between the two a factor is shown among the rest, and argues neither way. */
const speaksFor = 0.6
const speaksAgainst = 0.5

/** The same places in the same order whenever it is asked: equal scores by home, then place. */
function better(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.home !== b.home) return a.home.id < b.home.id ? -1 : 1
  return a.place.id < b.place.id ? -1 : 1
}
