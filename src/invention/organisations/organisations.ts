/** Who takes part in the invented region: real authorities, and invented bodies of every other kind. */

import type { PlainDate } from '#shared/dates'
import { type Chance, type Seed, chance, pick } from '../chance.ts'
import type { Area } from '../ground.ts'
import type { HomeKind, MembershipRow, OrganisationRow } from '../rows.ts'
import { placeName } from '../words.ts'

/** What a provider runs. */
export type Provider = {
  readonly organisation: OrganisationRow
  readonly kind: HomeKind
  readonly voluntary: boolean
}

export type Organisations = {
  readonly region: OrganisationRow
  /** By ONS code. */
  readonly authorities: ReadonlyMap<string, OrganisationRow>
  readonly providers: readonly Provider[]
  readonly all: readonly OrganisationRow[]
  readonly memberships: readonly MembershipRow[]
}

const healthBoards = [
  'Sussex',
  'Hampshire and Isle of Wight',
  'Kent and Medway',
  'Surrey Heartlands',
  'Thames Valley',
  'Frimley',
]
const youthJustice = ['Solent', 'Thames', 'Downs', 'Weald']

/** Kent, Hampshire and Slough stayed outside; the Isle of Wight joined a year after the rest. */
const outside = ['E10000016', 'E10000014', 'E06000039']
const joined = (code: string): PlainDate => (code === 'E06000046' ? '2026-04-01' : '2025-04-01') as PlainDate

/** How many of each hundred providers run homes of a kind. */
const providerKinds: readonly (readonly [HomeKind, share: number])[] = [
  ['childrens-home', 0.56],
  ['foster-household', 0.2],
  ['supported-accommodation', 0.18],
  ['residential-school', 0.06],
]
const endings: Readonly<Record<HomeKind, readonly string[]>> = {
  'childrens-home': ['Homes', 'Care', "Children's Homes", 'Residential Care', 'Homes for Children'],
  'foster-household': ['Fostering', 'Foster Care', 'Family Fostering'],
  'supported-accommodation': ['Next Step', 'Supported Living', 'Young People’s Housing'],
  'residential-school': ['Schools', 'Learning Trust'],
  'secure-home': ['Secure Care'],
}

export function inventOrganisations(seed: Seed, areas: readonly Area[], children: number): Organisations {
  const by = chance(seed, 'organisations')
  const region = organisation(by, 'region', 'South East Regional Care Co-operative (invented data)', 'RCC-SE')
  const authorities = new Map(areas.map(area => [area.code, authority(by, area)]))
  const acting = areas.filter(area => area.trust !== null)
  const others = [
    ...acting.map(area => trustFor(by, area, authorities.get(area.code)!)),
    ...healthBoards.map((area, i) =>
      organisation(by, 'health', `${area} health board (invented)`, `ICB-${i + 1}`),
    ),
    ...youthJustice.map((area, i) =>
      organisation(by, 'justice', `${area} youth justice service (invented)`, `YJS-${i + 1}`),
    ),
  ]
  const providers = inventProviders(chance(seed, 'providers'), Math.max(8, Math.round(children / 120)))
  const memberships = [...authorities.entries()].flatMap(([code, { id }]) => membership(region.id, code, id))
  const all = [region, ...authorities.values(), ...others, ...providers.map(each => each.organisation)]
  return { region, authorities, providers, all, memberships }
}

const authority = (by: Chance, { code, name, hub }: Area): OrganisationRow => ({
  ...organisation(by, 'authority', name, code),
  hub,
})

/** The company or trust that runs an authority's services for children. */
const trustFor = (by: Chance, { code, trust }: Area, authority: OrganisationRow): OrganisationRow => ({
  ...organisation(by, 'trust', trust!, `CT-${code}`),
  acts_for: authority.id,
})

function organisation(
  by: Chance,
  kind: OrganisationRow['kind'],
  name: string,
  code: string,
): OrganisationRow {
  return { id: by.uuid(), kind, name, code, hub: null, acts_for: null }
}

const membership = (region_id: string, code: string, authority_id: string): MembershipRow[] =>
  outside.includes(code) ? [] : [{ region_id, authority_id, from_on: joined(code), until_on: null }]

/** Ofsted's numbers for these begin with 95, where no real one is. */
function inventProviders(by: Chance, count: number): Provider[] {
  const kinds = providerKinds.flatMap(([kind, share]) =>
    Array.from({ length: Math.max(1, Math.round(count * share)) }, () => kind),
  )
  const taken = new Set<string>()
  return kinds.map((kind, i) => {
    let first = placeName(by)
    while (taken.has(first)) first = placeName(by)
    taken.add(first)
    const name = `${first} ${pick(by, endings[kind])}`
    return {
      organisation: organisation(by, 'provider', name, String(9500001 + i)),
      kind,
      voluntary: by.next() < 0.14,
    }
  })
}
