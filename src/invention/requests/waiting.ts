/** Children who need a home today, and how far the search for each has come, so that everybody has work on day one. */

import type { PlainDate } from '#shared/dates'
import type { Pence } from '#shared/money'
import { type Chance, type Weights, between, chance, happens, some, weighted } from '../chance.ts'
import { type Day, ageOn, dateOf, later } from '../days.ts'
import { openEpisode } from '../furnishing/furnishing.ts'
import { miles } from '../ground.ts'
import type { Life } from '../lives/lives.ts'
import type { InventedAuthority, InventedRegion } from '../region.ts'
import type { HomeKind, HomeRow, PlaceRow } from '../rows.ts'

export type Waiting = { readonly authority_id: string; readonly area: string; readonly life: Life }

/** An approach as far as it has come; the profiles that were sent are made by whoever may write them. */
export type InventedApproach = {
  readonly home_id: string
  readonly organisation_id: string
  readonly state: 'sent' | 'interested' | 'shared' | 'offered' | 'declined'
  readonly sent_on: PlainDate
  readonly place_id: string
  readonly weekly_fee_pence: Pence
  readonly available_from: PlainDate
  readonly offer_until: PlainDate
  readonly decline_reason: string
}
export type InventedNeed = {
  readonly authority_id: string
  readonly local_id: string
  readonly urgency: 'planned' | 'emergency'
  readonly state: 'draft' | 'open'
  readonly wants: HomeKind
  readonly requested_on: PlainDate
  /** The day the social worker handed it to brokerage; null while it is a draft. */
  readonly ready_on: PlainDate | null
  readonly needed_by: PlainDate
  readonly approaches: readonly InventedApproach[]
}

/** One child in 180: those in homes that are not registered first, then some of those in foster care and homes. */
export function waitingIn(
  { seed }: InventedRegion,
  { area, organisation, lives }: InventedAuthority,
): Waiting[] {
  const by = chance(seed, `waiting/${area.code}`)
  const here = lives.filter(life => life.left === null)
  const stayOf = (life: Life) => openEpisode(life)!.stay.kind
  const first = here.filter(life => stayOf(life) === 'unregistered')
  const others = here.filter(life => ['foster', 'home', 'hospital'].includes(stayOf(life)))
  const count = Math.max(1, Math.round(here.length / 180))
  const chosen = [...some(by, first, Math.ceil(count / 2)), ...some(by, others, count)].slice(0, count)
  return chosen.map(life => ({ authority_id: organisation.id, area: area.code, life }))
}

/** Asked once every authority's children are in their homes: only a place still free can be offered. */
export function needsOf(region: InventedRegion, waiting: readonly Waiting[]): InventedNeed[] {
  const free = Map.groupBy(
    region.places().filter(place => place.taken_from === null && place.closed_from === null),
    place => place.home_id,
  )
  const open = region.homes.filter(home => home.state === 'open' && free.has(home.id))
  return waiting.map(each => needOf(region, each, open, free))
}

function needOf(
  region: InventedRegion,
  waiting: Waiting,
  open: readonly HomeRow[],
  free: Free,
): InventedNeed {
  const { life, authority_id, area } = waiting
  const by = chance(region.seed, `need/${area}/${life.number}`)
  const today = region.today
  const urgency = happens(by, 0.22) ? 'emergency' : 'planned'
  const wants = wanted(by, ageOn(life.born, today))
  const requested = later(today, -(urgency === 'emergency' ? between(by, 0, 3) : between(by, 2, 30)))
  const draft = urgency === 'planned' && happens(by, 0.25)
  const asked = draft || happens(by, 0.25) ? 0 : between(by, 2, 6)
  const age = ageOn(life.born, today)
  const suited = open.filter(home => home.kind === wants && age >= home.age_from && age <= home.age_to)
  const origin = life.home ?? openEpisode(life)!.stay.spot
  const nearest = suited.toSorted((a, b) => miles(origin, a) - miles(origin, b)).slice(0, 15)
  const ready = Math.min(today, requested + between(by, 0, 2)) as Day
  return {
    authority_id,
    local_id: life.number,
    urgency,
    state: draft ? 'draft' : 'open',
    wants,
    requested_on: dateOf(requested),
    ready_on: draft ? null : dateOf(ready),
    needed_by: dateOf(later(today, urgency === 'emergency' ? between(by, 0, 2) : between(by, 4, 45))),
    approaches: some(by, nearest, asked).map(home =>
      approachTo(by, { home, place: free.get(home.id)![0]! }, ready, today),
    ),
  }
}

type Free = ReadonlyMap<string, readonly PlaceRow[]>

const wanted = (by: Chance, age: number): HomeKind =>
  age < 8 ? 'foster-household' : weighted(by, age >= 16 ? forOlder : forYounger)
const forOlder: Weights<HomeKind> = [
  ['supported-accommodation', 50],
  ['childrens-home', 30],
  ['foster-household', 20],
]
const forYounger: Weights<HomeKind> = [
  ['childrens-home', 50],
  ['foster-household', 50],
]

const states: Weights<InventedApproach['state']> = [
  ['sent', 38],
  ['interested', 15],
  ['shared', 10],
  ['offered', 17],
  ['declined', 20],
]
const reasons: Weights<string> = [
  ['needs', 35],
  ['mix', 30],
  ['staffing', 20],
  ['no-vacancy', 15],
]

type Offering = { readonly home: HomeRow; readonly place: PlaceRow }

function approachTo(by: Chance, { home, place }: Offering, ready: Day, today: Day): InventedApproach {
  return {
    home_id: home.id,
    organisation_id: home.organisation_id,
    state: weighted(by, states),
    sent_on: dateOf(Math.min(today, ready + between(by, 0, 4)) as Day),
    place_id: place.id,
    weekly_fee_pence: place.weekly_fee_pence,
    available_from: dateOf(later(today, between(by, 0, 10))),
    offer_until: dateOf(later(today, between(by, 2, 10))),
    decline_reason: weighted(by, reasons),
  }
}
