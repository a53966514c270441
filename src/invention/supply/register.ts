/** Who lives where: the invented homes as they fill, so that no place is ever given twice. */

import { type Chance, type Seed, chance, happens, pick } from '../chance.ts'
import { type Day, dateOf, dayOf, later } from '../days.ts'
import { type Point, miles } from '../ground.ts'
import type { Supply } from './homes.ts'
import type { HomeKind, HomeRow, PlaceRow } from '../rows.ts'

/** Who is looking for a home, for whom. */
export type Wish = {
  readonly kind: HomeKind
  readonly area: string
  readonly near: Point
  readonly miles: number
  readonly authority: string
  /** Whether the authority's own homes are wanted, or homes that it buys from others; null where either will do. */
  readonly own: boolean | null
  readonly age: number
  readonly sex: 'M' | 'F'
  readonly siblings: boolean
}

export type Found = { readonly home: HomeRow; readonly place: PlaceRow }

export type Register = {
  /** Somewhere of the sort that was wanted, as it might have been in the past. */
  readonly visit: (by: Chance, wish: Wish) => HomeRow | null
  /** A free place of the sort that is wanted, nobody else's from now on. */
  readonly take: (by: Chance, wish: Wish, from: Day) => Found | null
  /** The next free place in a home, for a brother or sister. */
  readonly join: (home: HomeRow, wish: Wish, from: Day) => Found | null
  /** Every place, with who has taken it. */
  readonly places: () => PlaceRow[]
}

/** Places that children from elsewhere have taken: by kind, so that about a tenth are left over. No source. */
const elsewhere: Readonly<Record<HomeKind, number>> = {
  'childrens-home': 0.3,
  'foster-household': 0,
  'supported-accommodation': 0.17,
  'residential-school': 0.7,
  'secure-home': 0.6,
}
const tries = 40

export function openRegister(seed: Seed, { homes, places }: Supply, today: Day): Register {
  const byHome = Map.groupBy(places, place => place.home_id)
  const free = new Map<string, PlaceRow[]>()
  const taken = new Map<string, Day>()
  const by = chance(seed, 'register')
  for (const home of homes) {
    const here = home.state === 'open' ? byHome.get(home.id)!.filter(place => place.closed_from === null) : []
    const left = here.filter(place => {
      const gone = happens(by, elsewhere[home.kind])
      if (gone) taken.set(place.id, later(today, -by.next() * 700))
      return !gone
    })
    free.set(home.id, left)
  }
  const shelves = shelve(homes)

  const give = (home: HomeRow, from: Day): Found | null => {
    const place = free.get(home.id)?.pop()
    if (!place) return null
    taken.set(place.id, from)
    return { home, place }
  }
  return {
    visit: (chanceOf, wish) => nearest(chanceOf, shelves.get(shelf(wish)) ?? [], wish, () => true),
    take(chanceOf, wish, from) {
      const open = (home: HomeRow) =>
        free.get(home.id)!.length > 0 && suits(home, wish) && opened(home) <= from
      const home = nearest(chanceOf, shelves.get(shelf(wish)) ?? [], wish, open)
      return home && give(home, from)
    },
    join: (home, wish, from) => (suits(home, wish) && opened(home) <= from ? give(home, from) : null),
    places: () =>
      places.map(place => (taken.has(place.id) ? { ...place, taken_from: date(taken, place) } : place)),
  }
}

const date = (taken: ReadonlyMap<string, Day>, place: PlaceRow) => {
  const from = dateOf(taken.get(place.id)!)
  return from > place.available_from ? from : place.available_from
}

const opened = (home: HomeRow): Day => dayOf(home.state_from)

type Shelf = string
const shelf = ({ kind, area, own, authority }: Wish): Shelf => `${kind}/${area}/${own ? authority : 'bought'}`

/** Homes by kind and area, each authority's own apart from those that anybody may buy. */
function shelve(homes: readonly HomeRow[]): ReadonlyMap<Shelf, readonly HomeRow[]> {
  const own = (home: HomeRow) => home.sector === 'local-authority' && home.kind !== 'secure-home'
  return Map.groupBy(homes, home =>
    own(home)
      ? `${home.kind}/${home.area_code}/${home.organisation_id}`
      : `${home.kind}/${home.area_code}/bought`,
  )
}

/** Of a handful that suit, the one whose distance is nearest to what was wanted. */
function nearest(
  by: Chance,
  homes: readonly HomeRow[],
  wish: Wish,
  suitable: (home: HomeRow) => boolean,
): HomeRow | null {
  if (homes.length === 0) return null
  let best: HomeRow | null = null
  let least = Number.POSITIVE_INFINITY
  for (let i = 0, found = 0; i < tries * 4 && found < tries; i += 1) {
    const home = pick(by, homes)
    if (!suitable(home)) continue
    found += 1
    const off = Math.abs(Math.log((miles(wish.near, home) + 1) / (wish.miles + 1)))
    if (off < least) [best, least] = [home, off]
  }
  return best
}

/** As its statement of purpose says: the child's age and sex, and brothers and sisters where they come together. */
function suits(home: HomeRow, { age, sex, siblings, authority }: Wish): boolean {
  if (home.only_for !== null && home.only_for !== authority) return false
  if (age < home.age_from || age > home.age_to) return false
  if (siblings && home.registered_places > 1 && !home.takes_siblings) return false
  return home.sexes === 'any' || home.sexes === (sex === 'F' ? 'girls' : 'boys')
}
