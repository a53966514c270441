/** A search as it is shown: homes with their reasons, and what was left out, as far as the reader may see. */

import type { Actor } from '#access'
import {
  type Home,
  type HomeId,
  type Place,
  type Resident,
  type WhoLives,
  freshness,
  homeKinds,
  judgements,
  saidInWords,
  whereabouts,
} from '#provision'
import { type Position, authorityByCode, milesBetween, positionOf } from '#reference'
import type { PlainDate } from '#shared/dates'
import type { Pence } from '#shared/money'
import { counted } from './factor.ts'
import { labelOfNeed } from './limits.ts'
import { type Counted, type Excluded, type RankedHome, explain, whyLeftOut } from './matching.ts'
import type { Need } from './need.ts'

export type ShownHome = {
  readonly id: HomeId
  readonly name: string
  readonly kind: string
  readonly runBy: string
  readonly where: string
  readonly area: string
  readonly judgement: string | null
  readonly ages: string
}
export type ShownPlace = {
  readonly name: string
  readonly weeklyFee: Pence
  readonly confirmed: string
  readonly isStale: boolean
}
export type Match = {
  readonly rank: number
  /** Under the usual weights; null where these are the usual ones. */
  readonly usualRank: number | null
  readonly home: ShownHome
  /** For a map: near enough, and never a family's own address. */
  readonly around: Position
  readonly score: number
  readonly reasonsFor: readonly string[]
  readonly reasonsAgainst: readonly string[]
  /** What stands between: facts that speak neither way, and what the council's own record joins. */
  readonly alsoKnown: readonly string[]
  readonly factors: readonly Counted[]
  readonly places: readonly ShownPlace[]
  /** The state of an approach that may still be answered or was accepted. */
  readonly asked: string | null
  /** What came of asking it before, where that has ended. */
  readonly before: string | null
}

export type Reader = Pick<Actor, 'kind' | 'organisation'>

export const shownHome = (home: Home, runBy: string, reader: Reader): ShownHome => ({
  id: home.id,
  name: home.name,
  kind: homeKinds.find(({ code }) => code === home.kind)!.label,
  runBy,
  where: whereabouts(home, reader),
  area: authorityByCode.get(home.areaCode)?.name ?? 'Outside England',
  judgement: judgements.find(({ code }) => code === home.judgement)?.label ?? null,
  ages: `${home.purpose.ageFrom} to ${home.purpose.ageTo}`,
})

export function shownPlace({ name, weeklyFee, confirmedOn }: Place, today: PlainDate): ShownPlace {
  const { sentence, isStale } = freshness(confirmedOn, today)
  return { name, weeklyFee, confirmed: sentence, isStale }
}

/** A foster household is shown where its outward code is, as are thousands of other addresses. */
export const roughly = (home: Home): Position =>
  home.kind === 'foster-household' ? (positionOf(home.postcode) ?? home.position) : home.position

type Beside = Pick<Match, 'rank' | 'usualRank' | 'asked' | 'before'> & {
  readonly runBy: string
  readonly joined: readonly (string | null)[]
}

export function matchOf(
  { best, places }: RankedHome,
  beside: Beside,
  reader: Reader,
  today: PlainDate,
): Match {
  const { joined, runBy, ...given } = beside
  const { score, reasonsFor, reasonsAgainst, factors } = explain(best)
  const said = new Set([...reasonsFor, ...reasonsAgainst])
  const between = factors.map(({ sentence }) => sentence).filter(sentence => !said.has(sentence))
  return {
    ...given,
    home: shownHome(best.home, runBy, reader),
    around: roughly(best.home),
    score: Math.round(score),
    reasonsFor,
    reasonsAgainst,
    alsoKnown: [...between, ...joined.filter(each => each !== null)],
    factors,
    places: places.map(({ place }) => shownPlace(place, today)),
  }
}

export type LeftOut = {
  readonly home: ShownHome
  readonly place: string | null
  readonly why: readonly string[]
}

export const leftOut = (each: Excluded, need: Need, runBy: string, reader: Reader): LeftOut => ({
  home: shownHome(each.supply.home, runBy, reader),
  place: each.place?.name ?? null,
  why: whyLeftOut(each, need),
})

/** What no weight can outdo, said of this child. */
export function mustBe(need: Need): readonly string[] {
  const { age, sex, needs, areasToAvoid, alongside, suitability } = need
  const unsuitable = homeKinds
    .filter(({ code }) => suitability[code] === 'unsuitable')
    .map(({ label }) => label)
  const others = {
    solo: 'no other children',
    'older-only': 'older children only, where the home has said who lives there',
    'younger-only': 'younger children only, where the home has said who lives there',
  }
  return [
    `Open, with a place free on the day it is needed`,
    `For a child of ${age}`,
    ...(sex === 'U' ? [] : [`For ${sex === 'F' ? 'girls' : 'boys'}, or for any child`]),
    ...(needs.length === 0 ? [] : [`Not saying that it cannot meet: ${needs.map(labelOfNeed).join(', ')}`]),
    ...(alongside in others ? [`With ${others[alongside as keyof typeof others]}`] : []),
    ...(areasToAvoid.length === 0 ? [] : [`Outside ${areasToAvoid.join(', ')}`]),
    ...(unsuitable.length === 0 ? [] : [`Of another kind than: ${unsuitable.join(', ').toLowerCase()}`]),
  ]
}

/** Where a brother or sister lives now, as far as the council's own record says. */
export type SiblingHome = { readonly home: HomeId | null; readonly position: Position | null }

export function siblingsNear(home: Home, siblings: readonly SiblingHome[]): string | null {
  const here = siblings.filter(each => each.home === home.id).length
  if (here > 0)
    return here === 1 ? 'A brother or sister lives here' : `${here} brothers and sisters live here`
  const miles = siblings.flatMap(({ position }) => (position ? [milesBetween(position, home.position)] : []))
  return miles.length === 0 ? null : `${counted(Math.min(...miles), 'mile')} from a brother or sister`
}

/** What the home said of others who live there, and whether it still counts. */
export function livingThere(said: WhoLives | undefined, residents: readonly Resident[] | null): string {
  if (!said) return 'Who lives here is not known: the home has not said'
  return residents === null ? `Who lives here now is not known. ${saidInWords(said)}` : saidInWords(said)
}

/** Ages, and never who. */
export function livingHere(ages: readonly number[]): string | null {
  if (ages.length === 0) return null
  const said = ages.toSorted((a, b) => a - b).join(', ')
  return ages.length === 1
    ? `A child of your own council lives here, aged ${said}`
    : `Children of your own council live here, aged ${said}`
}
