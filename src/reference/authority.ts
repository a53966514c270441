/** The authorities of England that look after children, and the areas that postcodes belong to. */

import type { PlainDate } from '#shared/dates'

export type AuthorityKind = 'county' | 'unitary' | 'metropolitan' | 'london'
export type Hub = 'North' | 'South'

export type Authority = {
  /** The code of the Office for National Statistics: E10000014. */
  readonly code: string
  /** DfE's own number, which the return uses: 850. */
  readonly dfeCode: string
  readonly name: string
  readonly region: string
  readonly kind: AuthorityKind
  /** Since when it has been of this kind, where that is later than 2019. */
  readonly kindFrom: PlainDate | null
  /** What it was before, unless it is new. */
  readonly kindBefore: AuthorityKind | null
  /** In the regional care co-operative of the South East. */
  readonly hub: Hub | null
  /** The company or trust that runs, or ran, its children's services. */
  readonly trust: string | null
  /** The day on which the authority took its services back. */
  readonly trustUntil: PlainDate | null
  /** Children under 18, approximately: see the README of the folder that this comes from. */
  readonly under18: number | null
}

export const authorityFrom = (row: Readonly<Record<string, string>>): Authority => ({
  code: row.code!,
  dfeCode: row.dfe_code!,
  name: row.name!,
  region: row.region!,
  kind: row.type as AuthorityKind,
  kindFrom: (row.type_from || null) as PlainDate | null,
  kindBefore: (row.type_before || null) as AuthorityKind | null,
  hub: (row.hub || null) as Hub | null,
  trust: row.trust || null,
  trustUntil: (row.trust_until || null) as PlainDate | null,
  under18: row.under_18 ? Number(row.under_18) : null,
})

/** Buckinghamshire was a county until it became one unitary authority on 1 April 2020 (SI 2019/957). */
export function kindOn(authority: Authority, day: PlainDate): AuthorityKind | null {
  const { kind, kindFrom, kindBefore } = authority
  return kindFrom !== null && day < kindFrom ? kindBefore : kind
}

export const trustOn = ({ trust, trustUntil }: Authority, day: PlainDate): string | null =>
  trustUntil !== null && day >= trustUntil ? null : trust

/** From a local authority district, which is what postcodes are filed under, to the authority above it. */
export function upperTierOf(district: string, counties: ReadonlyMap<string, string>): Area | undefined {
  const country = abroad[district.slice(0, 1)]
  if (country) return country
  return district.startsWith('E07')
    ? counties.get(district)
    : /^E(06|08|09)/.exec(district)
      ? district
      : undefined
}

/** An English authority's code, or DfE's word for a place outside England: PL_LA in the SSDA903 return. */
export type Area = string
export const outsideEngland = ['SCO', 'WAL', 'NIR', 'NUK'] as const

const abroad: Readonly<Record<string, (typeof outsideEngland)[number]>> = {
  S: 'SCO',
  W: 'WAL',
  N: 'NIR',
  L: 'NUK',
  M: 'NUK',
}
