/** Each stay finds its home: an address, who provides it, Ofsted's number for it and what it costs. */

import { fees, kinds, ownHomes, providers, where } from './afield.ts'
import { type Pence, pence } from '#shared/money'
import type { Newcomer } from './arrivals.ts'
import { type Chance, between, happens, pick, skewed } from '../chance.ts'
import { type Day, ageOn } from '../days.ts'
import { type Ground, type Outward, type Spot, areaToLookIn, homeIn, miles } from '../ground.ts'
import type { Found, Register, Wish } from '../supply/register.ts'
import type { HomeKind, HomeRow, PlaceRow } from '../rows.ts'
import type { StayKind } from './stay-facts.ts'
import type { Stay } from './stays.ts'

export type Settled = Stay & {
  readonly provider: string | null
  readonly spot: Pick<Spot, 'postcode' | 'easting' | 'northing' | 'area'>
  readonly urn: string | null
  readonly home: HomeRow | null
  readonly place: PlaceRow | null
  readonly fee: Pence | null
}

/** The authority that is responsible, and what it knows of the ground and the homes. */
export type Town = {
  readonly ground: Ground
  readonly register: Register
  readonly area: string
  readonly authority: string
  /** Ofsted's number of each fostering service and agency, by the organisation that runs it. */
  readonly services: ReadonlyMap<string, string>
  readonly today: Day
}

/** What a family's children share: the home a brother or sister is in now. */
export type Together = { home: HomeRow | null; spot: Settled['spot'] | null; readonly size: number }

type Unsettled = { readonly stays: readonly Stay[]; readonly together: Together }

export function settle(by: Chance, town: Town, child: Newcomer, { stays, together }: Unsettled): Settled[] {
  const origin = child.home ?? homeIn(by, pick(by, town.ground.within.get(town.area)!))
  const settled: Settled[] = []
  for (const stay of stays) {
    if (stay.from > town.today) break
    const before = settled[settled.length - 1]
    if (stay.sameCarer && before) settled.push(asRegistered(before, stay))
    else settled.push(find(by, town, { child, origin, stay, together }))
  }
  return settled
}

/** The same home once it is registered as supported accommodation, which has a number. */
const asRegistered = (before: Settled, stay: Stay): Settled => ({
  ...before,
  ...stay,
  urn: before.home?.urn ?? '9699999',
  provider: before.provider,
})

type Search = {
  readonly child: Newcomer
  readonly origin: Spot
  readonly stay: Stay
  readonly together: Together
}

function find(by: Chance, town: Town, search: Search): Settled {
  const { stay, origin, together } = search
  if (stay.kind === 'parents') return asParents(stay, origin)
  const now = stay.until > town.today
  if (now && stay.kind === 'kin' && together.spot && happens(by, 0.85))
    return withKin(by, town, stay, together.spot)
  const found = kinds[stay.kind] ? onRegister(by, town, search, kinds[stay.kind]!) : null
  if (found) {
    if (now && together.size > 1) together.home = found.home
    return atHome(town, stay, found)
  }
  const look = kinds[stay.kind] ? null : areaToLookIn(by, town.ground, town.area, where[stay.kind])
  const spot = elsewhere(by, town, origin, { area: look, wanted: where[stay.kind].miles })
  if (stay.kind !== 'kin') return offRegister(by, town, stay, spot)
  if (now) together.spot = spot
  return withKin(by, town, stay, spot)
}

function onRegister(by: Chance, town: Town, { child, origin, stay, together }: Search, kind: HomeKind) {
  const now = stay.until > town.today
  const wish: Omit<Wish, 'area' | 'own' | 'miles'> = {
    kind,
    near: origin,
    authority: town.authority,
    age: ageOn(child.born, now ? town.today : stay.from),
    sex: child.sex,
    siblings: together.size > 1,
  }
  const shares = where[stay.kind]
  if (now && together.home?.kind === kind && happens(by, 0.93)) {
    const joined = town.register.join(together.home, { ...wish, area: '', own: null, miles: 0 }, stay.from)
    if (joined) return joined
  }
  for (let i = 0; i < 6; i += 1) {
    const area = areaToLookIn(by, town.ground, town.area, i < 3 ? shares : { own: 0.4, beyond: 0.02 })
    if (area === null) return null
    const own = area === town.area && happens(by, ownHomes[stay.kind] ?? 0)
    const sought = { ...wish, area, own, miles: skewed(by, shares.miles, 0.6) }
    const found = now ? town.register.take(by, sought, stay.from) : visited(town.register.visit(by, sought))
    if (found) return found
  }
  return null
}

const visited = (home: HomeRow | null) => home && { home, place: null }

function atHome(
  town: Town,
  stay: Stay,
  { home, place }: { home: HomeRow; place: Found['place'] | null },
): Settled {
  const provider = home.organisation_id === town.authority ? 'PR1' : providers[home.sector]
  const unnumbered = stay.code === 'H5' || stay.code === 'P2'
  return {
    ...stay,
    provider,
    spot: { ...home, area: home.area_code },
    urn: unnumbered ? null : (home.urn ?? town.services.get(home.organisation_id) ?? null),
    home,
    place,
    fee: place?.weekly_fee_pence ?? null,
  }
}

const asParents = (stay: Stay, spot: Spot): Settled => ({
  ...stay,
  provider: 'PR0',
  spot,
  urn: null,
  home: null,
  place: null,
  fee: pence(0),
})

const withKin = (by: Chance, town: Town, stay: Stay, spot: Settled['spot']): Settled => ({
  ...stay,
  provider: 'PR1',
  spot,
  urn: town.services.get(town.authority)!,
  home: null,
  place: null,
  fee: feeOf(by, stay.kind),
})

/** A home that is not on the region's register: its numbers begin with 97, where no real one is. */
function offRegister(by: Chance, town: Town, stay: Stay, spot: Settled['spot']): Settled {
  const numbered =
    !['unregistered', 'hospital', 'custody'].includes(stay.kind) && !['H5', 'P2'].includes(stay.code)
  const provider = { unregistered: null, hospital: 'PR3', custody: 'PR3', adoption: 'PR1', secure: 'PR2' }[
    stay.kind as string
  ]
  return {
    ...stay,
    provider: provider === undefined ? (happens(by, 0.12) ? 'PR5' : 'PR4') : provider,
    spot,
    urn: numbered
      ? stay.kind === 'adoption'
        ? town.services.get(town.authority)!
        : String(between(by, 9700000, 9799999))
      : null,
    home: null,
    place: null,
    fee: feeOf(by, stay.kind),
  }
}

const feeOf = (by: Chance, kind: StayKind): Pence => pence(Math.round(skewed(by, fees[kind], 0.15) / 5) * 500)

/** Of a handful of outward codes, the one whose distance is nearest to what was wanted. */
type Sought = { readonly area: string | null; readonly wanted: number }

function elsewhere(by: Chance, town: Town, origin: Spot, sought: Sought): Spot {
  const { area, wanted } = sought
  const codes = area === null ? beyond(town) : town.ground.within.get(area)!
  const far = area === null ? skewed(by, 40, 0.6) : skewed(by, wanted, 0.6)
  let best: Outward = pick(by, codes)
  for (let i = 0; i < 16; i += 1) {
    const other = pick(by, codes)
    if (Math.abs(miles(origin, other) - far) < Math.abs(miles(origin, best) - far)) best = other
  }
  const spot = homeIn(by, best)
  return spot.postcode === origin.postcode ? elsewhere(by, town, origin, sought) : spot
}

function beyond({ ground, area }: Town): readonly Outward[] {
  const codes = ground.beyond.get(area)!
  return codes.length > 0 ? codes : ground.outward
}
