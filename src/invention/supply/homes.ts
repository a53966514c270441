/** The homes of the invented region and the places in them, before any child lives there. */

import { closedStates, closures, fees, grades, inHouse, perChild, sizes } from './supply-facts.ts'
import type { PlainDate } from '#shared/dates'
import { type Pence, pence } from '#shared/money'
import {
  type Chance,
  type Seed,
  apportion,
  between,
  chance,
  happens,
  pick,
  skewed,
  weighted,
} from '../chance.ts'
import { type Day, dateOf, later } from '../days.ts'
import { type Ground, spotIn } from '../ground.ts'
import type { Organisations } from '../organisations/organisations.ts'
import { purposeOf } from './purpose.ts'
import type { HomeKind, HomeRow, PlaceRow, Sector } from '../rows.ts'
import { houseName, placeName } from '../words.ts'

export type Supply = { readonly homes: readonly HomeRow[]; readonly places: readonly PlaceRow[] }

/** Who runs a home: for an authority in-house, `area` is its own, and its homes stand there. */
type Keeper = { readonly id: string; readonly sector: Sector; readonly area: string | null }

export function inventSupply(
  seed: Seed,
  ground: Ground,
  { authorities, providers }: Organisations,
  wishes: { readonly children: number; readonly today: Day },
): Supply {
  const homes: HomeRow[] = []
  const places: PlaceRow[] = []
  const kinds = Object.keys(perChild) as HomeKind[]
  const own: Keeper[] = [...authorities].map(([area, { id }]) => ({ id, sector: 'local-authority', area }))
  const sizesOfAreas = ground.areas.map(each => each.under18)
  for (const kind of kinds) {
    const by = chance(seed, `homes/${kind}`)
    const count = Math.round(perChild[kind] * wishes.children)
    const mine = apportion(Math.round(count * inHouse[kind]), sizesOfAreas)
    const bought = providers.filter(each => each.kind === kind)
    const keepers = [
      ...own.flatMap((keeper, i) => Array.from({ length: mine[i]! }, () => keeper)),
      ...Array.from({ length: count - mine.reduce((a, b) => a + b, 0) }, () => keeperAmong(by, bought)),
    ]
    for (const keeper of keepers) open(by, { ground, kind, keeper, today: wishes.today, homes, places })
  }
  openSecure(chance(seed, 'homes/secure'), { ground, own, today: wishes.today, homes, places })
  return { homes, places }
}

/** A few providers are large, most are small. */
function keeperAmong(by: Chance, providers: Organisations['providers']): Keeper {
  const { organisation, voluntary } = providers[Math.floor(by.next() ** 1.7 * providers.length)]!
  return { id: organisation.id, sector: voluntary ? 'voluntary' : 'private', area: null }
}

type Opening = {
  readonly ground: Ground
  readonly kind: HomeKind
  readonly keeper: Keeper
  readonly today: Day
  readonly homes: HomeRow[]
  readonly places: PlaceRow[]
}

function open(by: Chance, opening: Opening): void {
  const home = inventHome(by, opening)
  opening.homes.push(home)
  for (let i = 1; i <= home.registered_places; i += 1) opening.places.push(inventPlace(by, opening, home, i))
}

function inventHome(by: Chance, { ground, kind, keeper, today, homes }: Opening): HomeRow {
  const area =
    keeper.area ??
    weighted(
      by,
      ground.areas.map(each => [each.code, each.under18] as const),
    )
  const { postcode, easting, northing } = spotIn(by, pick(by, ground.within.get(area)!))
  const places = weighted(by, sizes[kind])
  const fostering = kind === 'foster-household'
  const shut = happens(by, 0.022) ? weighted(by, closedStates) : null
  const since = dateOf(later(today, shut ? -between(by, 20, 300) : -between(by, 400, 7000)))
  return {
    id: by.uuid(),
    organisation_id: keeper.id,
    kind,
    name: fostering ? `The ${placeName(by)} household` : houseName(by),
    sector: keeper.sector,
    urn: fostering ? null : urn(kind, homes.length + 1),
    postcode,
    easting,
    northing,
    area_code: area,
    state: shut?.[0] ?? 'open',
    state_reason: shut?.[1] ?? null,
    state_from: since,
    state_until: shut && shut[0] !== 'closed' ? dateOf(later(today, between(by, 20, 200))) : null,
    registered_places: places,
    ...purposeOf(by, kind, places),
    judgement: fostering ? null : weighted(by, grades),
    inspected_on: fostering ? null : dateOf(later(today, -between(by, 20, 540))),
    only_for: !fostering && keeper.area && happens(by, 0.15) ? keeper.id : null,
  }
}

/** SC and six digits, or seven digits, as Ofsted has them; all begin with 9, where no real number is. */
const urn = (kind: HomeKind, number: number): string =>
  kind === 'childrens-home' && number % 3 > 0 ? `SC${900000 + number}` : String(9000000 + number)

function inventPlace(by: Chance, { kind, keeper, today }: Opening, home: HomeRow, number: number): PlaceRow {
  const solo = home.registered_places === 1 && kind === 'childrens-home' ? 1.9 : 1
  const closed = home.state === 'open' && happens(by, 0.018)
  return {
    id: by.uuid(),
    organisation_id: keeper.id,
    home_id: home.id,
    name: `${kind === 'foster-household' ? 'Place' : 'Room'} ${number}`,
    weekly_fee_pence: feeFor(by, kind, keeper.sector === 'local-authority' ? 'own' : 'bought', solo),
    confirmed_on: confirmedOn(by, today),
    available_from: home.state_from,
    closed_from: closed ? dateOf(later(today, -between(by, 5, 90))) : null,
    closed_until: closed && happens(by, 0.7) ? dateOf(later(today, between(by, 10, 120))) : null,
    closed_reason: closed ? weighted(by, closures) : null,
    taken_from: null,
    taken_until: null,
  }
}

/** Most homes said this week that a place is free or taken; some have said nothing for months. */
const confirmedOn = (by: Chance, today: Day): PlainDate =>
  dateOf(
    later(
      today,
      -weighted(by, [
        [between(by, 0, 6), 62],
        [between(by, 7, 27), 26],
        [between(by, 28, 200), 12],
      ]),
    ),
  )

/** To the nearest five pounds. */
export function feeFor(by: Chance, kind: HomeKind, whose: 'own' | 'bought', times = 1): Pence {
  const spread = kind === 'foster-household' ? 0.12 : 0.18
  return pence(Math.round((skewed(by, fees[kind][whose], spread) * times) / 5) * 500)
}

/** Three secure homes, two of them dormant. */
function openSecure(
  by: Chance,
  { ground, own, today, homes, places }: Omit<Opening, 'kind' | 'keeper'> & { own: Keeper[] },
) {
  const secure = ['Hollow Oak House', 'Tarnside Lodge', 'Wyndmere Court']
  const keepers = own.toSorted((a, b) => (a.area! < b.area! ? -1 : 1)).slice(0, secure.length)
  for (const [i, keeper] of keepers.entries()) {
    const opening: Opening = { ground, kind: 'secure-home', keeper, today, homes, places }
    const shut = i > 0
    const home: HomeRow = {
      ...inventHome(by, opening),
      name: secure[i]!,
      state: shut ? 'dormant' : 'open',
      state_reason: shut
        ? ['', 'Not enough staff to open safely', 'Building works the licence requires'][i]!
        : null,
      state_until: null,
      only_for: null,
    }
    homes.push(home)
    for (let n = 1; n <= home.registered_places; n += 1) places.push(inventPlace(by, opening, home, n))
  }
}
