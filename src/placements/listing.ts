/** Placements as a list shows them: to the authority that made them, and to the home they are in. */

import type { ApproachId } from '#referrals'
import type { PlainDate } from '#shared/dates'
import type { Pence } from '#shared/money'
import type { Placement, PlacementId } from './placement.ts'

export type Wanted = {
  readonly states: readonly Placement['state'][]
  readonly limit: number
  readonly offset: number
}

export type Listed = {
  readonly id: PlacementId
  readonly givenName: string | null
  readonly familyName: string | null
  readonly localId: string
  /** Null where the home is no longer on the register that the authority sees. */
  readonly homeName: string | null
  readonly state: Placement['state']
  readonly agreedOn: PlainDate
  readonly startsOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly weeklyFee: Pence
}

/** For the home: the reference by which it knows the child it agreed to, and no name. */
export type LivesHere = {
  readonly id: PlacementId
  readonly homeName: string
  readonly placeName: string
  readonly authorityName: string
  readonly approach: ApproachId | null
  readonly reference: string | null
  readonly state: Placement['state']
  readonly startsOn: PlainDate
  readonly weeklyFee: Pence
}
