/** The register as a list: which homes answer to what was asked, in what order, and how many places are open. */

import type { OrganisationId } from '#access'
import type { PlainDate } from '#shared/dates'
import { type Freshness, freshness } from './freshness.ts'
import type { Home, HomeKind, Judgement } from './home.ts'
import { type Vacancy, vacancyOn } from './place.ts'
import type { Run } from './place.ts'

export type Wanted = {
  readonly words?: string | undefined
  readonly kind?: HomeKind | undefined
  readonly area?: string | undefined
  readonly runBy?: OrganisationId | undefined
  readonly vacancy?: 'vacant' | 'none' | undefined
  readonly need?: string | undefined
  readonly age?: number | undefined
  readonly judgement?: Judgement | undefined
}

export type Listing = {
  readonly home: Home
  readonly runBy: string
  readonly places: number
  readonly vacant: number
  /** Of the vacant places, or of all where none is: the one confirmed longest ago. Null where no place is told of. */
  readonly confirmed: Freshness | null
}

export const orders = ['name', 'runBy', 'kind', 'area', 'vacant', 'judgement', 'confirmed'] as const
export type Order = (typeof orders)[number]

export const isOrder = (word: string): boolean =>
  (orders as readonly string[]).includes(word.replace(/^-/, ''))

/** A place is open when a child could come to live in it on the day. */
export const vacantOn = ({ home, places }: Run, day: PlainDate): number =>
  places.filter(place => vacancyOn(place, home, day).is === 'vacant').length

export function listHomes(
  supply: readonly Run[],
  wanted: Wanted,
  order: string,
  today: PlainDate,
): readonly Listing[] {
  const listed = supply
    .filter(run => answers(run, wanted))
    .map(run => listingOf(run, today))
    .filter(({ vacant }) => wanted.vacancy === undefined || (wanted.vacancy === 'vacant') === vacant > 0)
  const key = keys[order.replace(/^-/, '') as Order] ?? keys.name
  const direction = order.startsWith('-') ? -1 : 1
  return listed.toSorted((a, b) => direction * compare(key(a), key(b)) || compare(a.home.name, b.home.name))
}

function answers({ home, runBy }: Run, wanted: Wanted): boolean {
  const { words, kind, area, runBy: runner, need, age, judgement } = wanted
  return (
    (kind === undefined || home.kind === kind) &&
    (area === undefined || home.areaCode === area) &&
    (runner === undefined || home.organisation === runner) &&
    (need === undefined || home.purpose.needsMet.includes(need)) &&
    (age === undefined || (home.purpose.ageFrom <= age && age <= home.purpose.ageTo)) &&
    (judgement === undefined || home.judgement === judgement) &&
    (words === undefined || saysAll(`${home.name} ${home.urn ?? ''} ${runBy}`, words))
  )
}

const saysAll = (text: string, words: string) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.toLowerCase().includes(word))

export function listingOf({ home, runBy, places }: Run, today: PlainDate): Listing {
  const vacant = places.filter(place => vacancyOn(place, home, today).is === 'vacant')
  const told = (vacant.length > 0 ? vacant : places).map(({ confirmedOn }) => confirmedOn)
  const oldest = told.toSorted()[0]
  const confirmed = oldest === undefined ? null : freshness(oldest, today)
  return { home, runBy, places: places.length, vacant: vacant.length, confirmed }
}

const byJudgement: readonly (Judgement | null)[] = [
  'outstanding',
  'good',
  'requires-improvement',
  'inadequate',
  'not-yet-inspected',
  null,
]

/** Whoever has told us of no place comes after all who have. */
const longAgo = 1e6
const keys: Readonly<Record<Order, (listing: Listing) => string | number>> = {
  name: ({ home }) => home.name.toLowerCase(),
  runBy: ({ runBy }) => runBy.toLowerCase(),
  kind: ({ home }) => home.kind,
  area: ({ home }) => home.areaCode,
  vacant: ({ vacant }) => vacant,
  judgement: ({ home }) => byJudgement.indexOf(home.judgement),
  confirmed: ({ confirmed }) => confirmed?.days ?? longAgo,
}

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)

export type OpenPlaces = {
  readonly kind: HomeKind
  readonly area: string
  readonly homes: number
  readonly registered: number
  readonly places: number
  readonly open: number
}

/** For measures: how many homes and places of each kind stand in each area, and how many are open on the day. */
export function countPlaces(supply: readonly Run[], day: PlainDate): readonly OpenPlaces[] {
  const groups = Map.groupBy(supply, ({ home }) => `${home.kind} ${home.areaCode}`)
  return [...groups.values()].map(runs => {
    const { kind, areaCode: area } = runs[0]!.home
    const places = runs.reduce((sum, each) => sum + each.places.length, 0)
    const open = runs.reduce((sum, each) => sum + vacantOn(each, day), 0)
    const registered = runs.reduce((sum, each) => sum + each.home.registeredPlaces, 0)
    return { kind, area, homes: runs.length, registered, places, open }
  })
}

/** One line for each place, said as a person would say it. */
export const sayVacancy = (vacancy: Vacancy): string => (vacancy.is === 'vacant' ? 'Vacant' : vacancy.reason)
