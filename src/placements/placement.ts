/** A placement: one child in one place, from the day it is agreed until the day they leave. */

import type { AuthorityId, OrganisationId } from '#access'
import type { HomeId, PlaceId } from '#provision'
import type { ChangeReasonCode, EndReasonCode, PlacementProviderCode, PlacementTypeCode } from '#reference'
import type { ApproachId, ChildId, ReferralId } from '#referrals'
import type { PlainDate } from '#shared/dates'
import type { Id } from '#shared/ids'
import type { Pence } from '#shared/money'
import { type Refusal, conflict, invalid } from '#shared/refusal'

export type PlacementId = Id<'Placement'>

type Core = {
  readonly id: PlacementId
  readonly authority: AuthorityId
  readonly child: ChildId
  /** Both null for a placement that was not found through a request here. */
  readonly referral: ReferralId | null
  readonly approach: ApproachId | null
  readonly home: HomeId
  readonly organisation: OrganisationId
  readonly place: PlaceId
  readonly placeCode: PlacementTypeCode
  readonly providerCode: PlacementProviderCode | null
  readonly agreedOn: PlainDate
  /** The day planned until it has started, then the day it did. */
  readonly startsOn: PlainDate
  readonly weeklyFee: Pence
}

export type Agreed = Core & { readonly state: 'agreed' }
export type Started = Core & { readonly state: 'started' }
export type Ended = Core & { readonly state: 'ended'; readonly endedOn: PlainDate } & Ending
export type Cancelled = Core & { readonly state: 'cancelled'; readonly note: string }
export type Placement = Agreed | Started | Ended | Cancelled

/** A child who moves has a reason for the change; one who leaves care has a reason for leaving. Never both. */
export type Ending = Moved | LeftCare
export type Moved = {
  readonly endReason: 'X1'
  readonly changeReason: ChangeReasonCode
  readonly note: string | null
}
export type LeftCare = {
  readonly endReason: Exclude<EndReasonCode, 'X1'>
  readonly changeReason: null
  readonly note: string | null
}

/** The day the child arrived, which need not be the day planned. */
export function start(placement: Placement, on: PlainDate, today: PlainDate): Started | Refusal {
  if (placement.state !== 'agreed') return conflict(cannot[placement.state])
  if (on > today)
    return invalid({ field: 'on', message: 'The day the child arrived must be today or earlier' })
  if (on < placement.agreedOn) {
    return invalid({ field: 'on', message: 'The day the child arrived must not be before it was agreed' })
  }
  return { ...placement, state: 'started', startsOn: on }
}

/** The child sleeps elsewhere on this day. The episode the return asks for is made by `episodesFor`. */
export function end(placement: Placement, ending: Ending, on: PlainDate, today: PlainDate): Ended | Refusal {
  if (placement.state === 'agreed') return conflict('This placement has not started. Cancel it instead')
  if (placement.state !== 'started') return conflict(cannot[placement.state])
  if (on > today) return invalid({ field: 'on', message: 'The day the child left must be today or earlier' })
  if (on < placement.startsOn) {
    return invalid({ field: 'on', message: 'The day the child left must not be before the day they arrived' })
  }
  return { ...placement, ...ending, state: 'ended', endedOn: on }
}

/** The child never came. The place is given back, and the search may go on. */
export function cancel(placement: Placement, note: string): Cancelled | Refusal {
  if (placement.state === 'started')
    return conflict('The child already lives there. End the placement instead')
  if (placement.state !== 'agreed') return conflict(cannot[placement.state])
  if (!note.trim()) return invalid({ field: 'note', message: 'Say why the child is not coming after all' })
  return { ...placement, state: 'cancelled', note: note.trim() }
}

const cannot: Record<Exclude<Placement['state'], 'agreed'>, string> = {
  started: 'This placement has already started',
  ended: 'This placement has ended',
  cancelled: 'This placement was cancelled',
}
