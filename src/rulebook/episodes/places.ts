/** Groups of placement types that the rules speak of, and what makes two episodes the same place. */

import { type Codes, codes, isOneOf } from '../questions.ts'
import type { Episode } from '../row.ts'

export const foster = codes('U1 U2 U3 U4 U5 U6')
/** Placed with those who mean to adopt. */
export const adoptive = codes('A3 A4 A5 A6')
/** Short absences from a placement that goes on: hospital, holidays and the like. */
export const temporary = codes('T0 T1 T2 T3 T4')

export const isTemporary = (episode: Episode | undefined): boolean => isOneOf(episode?.PLACE, temporary)

const union = (...lists: readonly Iterable<string>[]): Codes => new Set(lists.flatMap(list => [...list]))

/** Z11 to Z14 took the place of Z1 in 2025-26. */
const others = (year: number): Codes => codes(year < 2026 ? 'Z1' : 'Z11 Z12 Z13 Z14')

/** Types that nobody provides in the return's sense. */
export const withoutProvider = (year: number): Codes => union(temporary, others(year))

/** Types that Ofsted does not register: P2 and H5 among them until supported accommodation was registered. */
export const withoutUrn = (year: number): Codes =>
  union(
    codes('P1 P3 R1 R2 R5'),
    temporary,
    others(year),
    year < 2025 ? ['P2'] : [],
    year < 2024 ? ['H5'] : [],
  )

/** Types that Ofsted registers, homes and carers; K3 is supported accommodation, which was H5 until 2023-24. */
export const withUrn = union(foster, adoptive, codes('K1 K2 K3 R3 S1'))

/** Stands where carers, adopters or a home have no URN. */
export const noUrn = 'XXXXXXX'

const abroad = codes('WAL SCO NIR NUK CON')

/** By PL_LA. A place that is not known is taken to be in England. */
export const isOutsideEngland = ({ PL_LA }: Episode): boolean => isOneOf(PL_LA, abroad)

/** A postcode however it was written. */
export const plain = (postcode: string | null): string | null =>
  postcode === null ? null : postcode.replaceAll(/\s/g, '').toUpperCase()

/** What the return calls the placement: its type, provider, postcode and URN. */
export const isSamePlacement = (a: Episode, b: Episode): boolean =>
  a.PLACE === b.PLACE &&
  a.PLACE_PROVIDER === b.PLACE_PROVIDER &&
  plain(a.PL_POST) === plain(b.PL_POST) &&
  a.URN === b.URN
