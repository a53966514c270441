/** What an authority shares of its children with the region: groups of facts, under a name nobody knows. */

import type { AuthorityId } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Pence } from '#shared/money'
import type { Narrowing } from './narrowing.ts'
import type { RegionalId } from './pseudonym.ts'

export type Sharing = {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly lawfulBasis: string
  readonly fields: readonly string[]
  /** The first day on which nothing may be seen. */
  readonly untilOn: PlainDate
  readonly authorities: readonly { readonly id: AuthorityId; readonly name: string }[]
}

/** Only a group that the parties agreed is read at all. */
export type Agreed = { readonly basic: boolean; readonly placement: boolean; readonly cost: boolean }
export const agreedIn = ({ fields }: Pick<Sharing, 'fields'>): Agreed => ({
  basic: fields.includes('basic'),
  placement: fields.includes('placement'),
  cost: fields.includes('cost'),
})

/** A list narrowed or put in order by what was not agreed would tell it: such a question is left out. */
export const narrowedAsAgreed = (
  { kind, legalStatus, ageBand, distance, moves }: Narrowing,
  agreed: Agreed,
) => ({
  kind: agreed.placement ? kind : undefined,
  distance: agreed.placement ? distance : undefined,
  moves: agreed.placement ? moves : undefined,
  legalStatus: agreed.basic ? legalStatus : undefined,
  ageBand: agreed.basic ? ageBand : undefined,
})

export type SharedChild = {
  readonly id: RegionalId
  readonly authorityName: string
  readonly sex?: string
  readonly bornMonth?: PlainDate
  readonly ethnicity?: string
  readonly seeksAsylum?: boolean
  readonly legalStatus?: string
  readonly needCode?: string
  readonly placeCode?: string
  readonly providerCode?: string | null
  readonly startedOn?: PlainDate
  readonly distanceMiles?: number | null
  readonly inArea?: boolean | null
  readonly homeSector?: string | null
  readonly placementSector?: string | null
  readonly placementArea?: string | null
  readonly weeklyFee?: Pence | null
}
