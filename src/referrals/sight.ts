/** An approach as the home sees it. Why it was chosen tells where the child is from, so it stays with the authority. */

import type { PlainDate } from '#shared/dates'
import type { Approach, ApproachId, DeclineReason, Offer } from './approach.ts'
import type { Profile } from './profile.ts'

export type SeenByHome = {
  readonly id: ApproachId
  readonly reference: string
  readonly state: Approach['state']
  readonly sentOn: PlainDate
  readonly interestedOn: PlainDate | null
  readonly offeredOn: PlainDate | null
  readonly offer: Offer | null
  readonly declined: {
    readonly on: PlainDate
    readonly reason: DeclineReason
    readonly note: string | null
  } | null
  readonly isFull: boolean
  /** The fullest that was shared. A home that has declined may no longer read it. */
  readonly profile: Profile | null
}

export function seenByHome(approach: Approach): SeenByHome {
  const { id, reference, state, sentOn, anonymised } = approach
  const full = 'fullProfile' in approach ? (approach.fullProfile ?? null) : null
  const isDeclined = approach.state === 'declined'
  return {
    id,
    reference,
    state,
    sentOn,
    interestedOn: 'interestedOn' in approach ? (approach.interestedOn ?? null) : null,
    offeredOn: 'offeredOn' in approach ? (approach.offeredOn ?? null) : null,
    offer: 'offer' in approach ? (approach.offer ?? null) : null,
    declined: isDeclined
      ? { on: approach.declinedOn, reason: approach.reason, note: approach.declineNote }
      : null,
    isFull: full !== null && !isDeclined,
    profile: isDeclined ? null : (full ?? anonymised),
  }
}
