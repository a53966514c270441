/** What kind of home a placement is, from its two codes, so that like is counted with like. */

import type { PlacementProviderCode } from './placement-provider.ts'
import type { PlacementTypeCode } from './placement-type.ts'

export const placementKinds = [
  'kinship foster',
  'in-house foster',
  'agency foster',
  'residential in-house',
  'residential external',
  'secure',
  'supported',
  'with parents',
  'placed for adoption',
  'residential school',
  'health',
  'custody',
  'unregistered',
  'temporary',
  'other',
] as const
export type PlacementKind = (typeof placementKinds)[number]

export const placementGroups = ['Fostering', 'Residential', 'Supported', 'Other'] as const
export type PlacementGroup = (typeof placementGroups)[number]

/**
 * The lines on which the regional sufficiency model of 2026 counts cost: the authority's own, another authority's and
 * other public homes (PR1 to PR3) are in-house. An authority knows its own homes, so a home without a provider code
 * is counted as bought.
 */
export function kindOfPlacement(place: string, provider: string | null | undefined): PlacementKind {
  const kind = kinds[place as PlacementTypeCode] ?? 'other'
  if (kind === 'foster') return isPublic(provider) ? 'in-house foster' : 'agency foster'
  if (kind === 'residential') return isPublic(provider) ? 'residential in-house' : 'residential external'
  return kind
}

/** The grouping of the regional sufficiency model of 2026, which counts K3 as supported and schools as residential. */
export const groupOfPlacement = (place: string): PlacementGroup => groupOfKind(kindOfPlacement(place, null))

export const groupOfKind = (kind: PlacementKind): PlacementGroup => groups[kind] ?? 'Other'

/**
 * Unverified: the codes taken to mean a setting that nobody has registered. No public source says what Z11 to Z14
 * mean; DfE's guide for 2025-26 does, and this list must be checked against it.
 */
export const unregisteredCodes: readonly PlacementTypeCode[] = ['Z1', 'Z11', 'Z12', 'Z13', 'Z14']

export const isUnregistered = (place: string): boolean => unregisteredCodes.some(code => code === place)

type BeforeProvider = PlacementKind | 'foster' | 'residential'

const kinds: Record<PlacementTypeCode, BeforeProvider> = {
  ...same('kinship foster', 'U1', 'U2', 'U3'),
  ...same('foster', 'U4', 'U5', 'U6'),
  ...same('residential', 'K2', 'R1', 'P3'),
  ...same('placed for adoption', 'A3', 'A4', 'A5', 'A6'),
  ...same('supported', 'K3', 'H5', 'P2'),
  ...same('temporary', 'T0', 'T1', 'T2', 'T3', 'T4'),
  ...same('unregistered', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14'),
  ...same('secure', 'K1'),
  ...same('with parents', 'P1'),
  ...same('residential school', 'S1'),
  ...same('health', 'R2'),
  ...same('custody', 'R5'),
  ...same('other', 'R3'),
}

const groups: Partial<Record<PlacementKind, PlacementGroup>> = {
  'kinship foster': 'Fostering',
  'in-house foster': 'Fostering',
  'agency foster': 'Fostering',
  'residential in-house': 'Residential',
  'residential external': 'Residential',
  'residential school': 'Residential',
  supported: 'Supported',
}

const publicProviders: readonly PlacementProviderCode[] = ['PR1', 'PR2', 'PR3']
const isPublic = (provider: string | null | undefined) => publicProviders.some(code => code === provider)

function same<Code extends PlacementTypeCode>(kind: BeforeProvider, ...codes: Code[]) {
  return Object.fromEntries(codes.map(code => [code, kind])) as Record<Code, BeforeProvider>
}
