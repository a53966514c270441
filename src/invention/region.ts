/** The invented region, the same for the same seed: who takes part, their homes, and each authority's children. */

import { type Authority, authorities, outwardCodes, southEast } from '#reference'
import type { PlainDate } from '#shared/dates'
import { type Agreements, inventAgreements } from './organisations/agreements.ts'
import { type Newcomer, arrive } from './lives/arrivals.ts'
import { type Seed, apportion, chance } from './chance.ts'
import { type Day, collectionYear, dayOf, yearEnd, yearStart } from './days.ts'
import { type Area, type Ground, layGround } from './ground.ts'
import { type Supply, inventSupply } from './supply/homes.ts'
import { type Life, liveOut } from './lives/lives.ts'
import { type Organisations, inventOrganisations } from './organisations/organisations.ts'
import { type People, inventPeople } from './organisations/people.ts'
import { type Register, openRegister } from './supply/register.ts'
import type { OrganisationRow, PlaceRow } from './rows.ts'
import { nationalRate, rates } from './shares.ts'
import type { Together, Town } from './lives/settling.ts'

export type Wishes = {
  readonly seed: number
  /** Looked after on the last 31 March. */
  readonly children: number
  readonly today: PlainDate
  /** The 19 of the South East, or from there outwards as many as are asked for. */
  readonly authorities?: number
  /** Complete collection years of history. */
  readonly years?: number
}

export type InventedAuthority = {
  readonly area: Area
  readonly organisation: OrganisationRow
  /** Everybody looked after since the first of the years, by family. */
  readonly lives: readonly Life[]
}

export type InventedRegion = {
  readonly wishes: Wishes
  readonly seed: Seed
  readonly today: Day
  readonly organisations: Organisations
  readonly people: People
  readonly agreements: Agreements
  readonly homes: Supply['homes']
  /** The complete collection years, oldest first, then the one under way. */
  readonly years: readonly number[]
  /** Invents each authority's children in turn, so that one at a time is held. Ask once: homes fill as it goes. */
  readonly authorities: () => Generator<InventedAuthority>
  /** Every place, with those taken by the children invented so far. */
  readonly places: () => PlaceRow[]
}

export function inventRegion(wishes: Wishes): InventedRegion {
  const seed = wishes.seed as Seed
  const today = dayOf(wishes.today)
  const ground = groundOf(wishes.authorities ?? southEast.length)
  const organisations = inventOrganisations(seed, ground.areas, wishes.children)
  const people = inventPeople(seed, organisations, wishes.today)
  const supply = inventSupply(seed, ground, organisations, { children: wishes.children, today })
  const register = openRegister(seed, supply, today)
  const now = collectionYear(today)
  const count = wishes.years ?? 6
  const years = Array.from({ length: count + 1 }, (_, i) => now - count + i)
  return {
    wishes,
    seed,
    today,
    organisations,
    people,
    agreements: inventAgreements(seed, organisations, people, wishes.today),
    homes: supply.homes,
    years,
    authorities: () => inventAuthorities({ seed, ground, organisations, register, today, years, wishes }),
    places: () => register.places(),
  }
}

/** The region's own authorities first; then the rest of England's, in the order of their codes. */
function groundOf(count: number): Ground {
  const rest = authorities.filter(each => !southEast.includes(each))
  const chosen = [...southEast, ...rest].slice(0, count)
  const outward = outwardCodes().flatMap(({ outward: code, position, area }) =>
    position && area.startsWith('E') ? [{ code, ...position, area }] : [],
  )
  const postcodes = Map.groupBy(outwardCodes(), each => each.area)
  const addresses = (code: string) =>
    (postcodes.get(code) ?? []).reduce((sum, each) => sum + each.postcodes, 0)
  const known = chosen.filter(({ code }) => outward.some(each => each.area === code))
  return layGround(
    known.map(each => areaFrom(each, addresses(each.code))),
    outward,
  )
}

/** Where the number under 18 is not known, seven for each postcode: England's 12 million over its 1.7 million. */
const areaFrom = ({ code, name, hub, trust, under18 }: Authority, postcodes: number): Area => ({
  code,
  name,
  hub,
  trust,
  under18: under18 ?? postcodes * 7,
})

type Invention = {
  readonly seed: Seed
  readonly ground: Ground
  readonly organisations: Organisations
  readonly register: Register
  readonly today: Day
  readonly years: readonly number[]
  readonly wishes: Wishes
}

function* inventAuthorities(invention: Invention): Generator<InventedAuthority> {
  const { ground, organisations, wishes } = invention
  const weights = ground.areas.map(each => each.under18 * (rates[each.code] ?? nationalRate))
  const sizes = apportion(wishes.children, weights)
  const services = servicesOf(organisations)
  for (const [i, area] of ground.areas.entries()) {
    const organisation = organisations.authorities.get(area.code)!
    const newcomers = arrivals(invention, area, sizes[i]!)
    const town = { ...invention, area: area.code, authority: organisation.id, services }
    yield { area, organisation, lives: livesOf(invention.seed, town, newcomers) }
  }
}

/** Families come at random over the years until exactly so many children are looked after on the last 31 March. */
function arrivals({ seed, ground, today, years }: Invention, area: Area, wanted: number): Newcomer[] {
  const by = chance(seed, `arrivals/${area.code}`)
  const [first, counted] = [yearStart(years[0]!), yearEnd(years[years.length - 2]!)]
  const span = { from: (first - 18 * 365.25) as Day, until: today }
  const whole = { from: Math.floor(span.from) as Day, until: span.until }
  const kept: Newcomer[] = []
  let stock = 0
  for (let family = 1; stock < wanted; family += 1) {
    for (const child of arrive(by, { ground, area: area.code }, whole, family)) {
      const counts = child.starts <= counted && child.leaves > counted
      if (counts && stock === wanted) continue
      if (counts) stock += 1
      if (child.leaves > first) kept.push(child)
    }
  }
  return kept
}

function livesOf(seed: Seed, town: Town, newcomers: readonly Newcomer[]): Life[] {
  const by = chance(seed, `lives/${town.area}`)
  const families = [...Map.groupBy(newcomers, child => child.family).values()]
  families.sort((a, b) => a[0]!.starts - b[0]!.starts)
  let number = 200_000
  return families.flatMap(children => {
    const together: Together = { home: null, spot: null, size: children.length }
    return children.map(child => liveOut(by, town, child, { number: String((number += 3)), together }))
  })
}

/** Numbers of authorities' fostering services begin with 96, where no real one is; agencies have their own. */
const servicesOf = ({ authorities: own, providers }: Organisations): ReadonlyMap<string, string> =>
  new Map([
    ...[...own.values()].map(({ id }, i) => [id, String(9600001 + i)] as const),
    ...providers.map(({ organisation }) => [organisation.id, organisation.code!] as const),
  ])
