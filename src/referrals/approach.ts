/** An approach: one home asked about one child. What it was told is kept as it was told. */

import type { AuthorityId, OrganisationId, PersonId } from '#access'
import type { HomeId, PlaceId } from '#provision'
import { type PlainDate, inWords } from '#shared/dates'
import type { Id } from '#shared/ids'
import type { Pence } from '#shared/money'
import { type Refusal, conflict, invalid } from '#shared/refusal'
import type { Profile } from './telling/profile.ts'
import type { ReferralId } from './referral.ts'
import { type Now, type ReplyBy, isPast } from './reply-by.ts'

export type ApproachId = Id<'Approach'>

type Core = {
  readonly id: ApproachId
  readonly authority: AuthorityId
  readonly referral: ReferralId
  readonly home: HomeId
  /** Who runs the home, and may answer. */
  readonly organisation: OrganisationId
  /** What people say on the telephone. It tells nothing of the child. */
  readonly reference: string
  readonly whyChosen: string
  readonly anonymised: Profile
  readonly sentOn: PlainDate
  readonly sentBy: PersonId
  /** Null for what was sent before anybody was asked to say. */
  readonly replyBy: ReplyBy | null
}
type WithInterest = { readonly interestedOn: PlainDate }
type WithFull = WithInterest & { readonly sharedOn: PlainDate; readonly fullProfile: Profile }
export type Offer = {
  readonly place: PlaceId
  readonly weeklyFee: Pence
  readonly availableFrom: PlainDate
  /** The last day on which it may be accepted. */
  readonly until: PlainDate
  readonly note: string | null
}
type WithOffer = WithFull & { readonly offeredOn: PlainDate; readonly offer: Offer }
/** Whatever had happened before the approach ended. */
type SoFar = Partial<WithOffer>

export type Sent = Core & { readonly state: 'sent' }
export type Interested = Core & WithInterest & { readonly state: 'interested' }
export type Shared = Core & WithFull & { readonly state: 'shared' }
export type Offered = Core & WithOffer & { readonly state: 'offered' }
export type Accepted = Core & WithOffer & { readonly state: 'accepted'; readonly closedOn: PlainDate }
export type Declined = Core & SoFar & Decline & { readonly state: 'declined'; readonly declinedOn: PlainDate }
export type NotSelected = Core & SoFar & { readonly state: 'not-selected'; readonly closedOn: PlainDate }
export type WithdrawnApproach = Core & SoFar & { readonly state: 'withdrawn'; readonly closedOn: PlainDate }

export type Live = Sent | Interested | Shared | Offered
export type Approach = Live | Accepted | Declined | NotSelected | WithdrawnApproach

export const declineReasons = [
  { code: 'no-vacancy', label: 'There is no vacancy after all' },
  { code: 'needs', label: 'Our statement of purpose does not cover the needs' },
  { code: 'mix', label: 'It would not be right with the children already here' },
  { code: 'staffing', label: 'We do not have the staff' },
  { code: 'distance', label: 'Too far from home, school or people who matter' },
  { code: 'age-or-sex', label: 'Age or sex' },
  { code: 'price', label: 'The price could not be agreed' },
  { code: 'other', label: 'Another reason' },
] as const
export type DeclineReason = (typeof declineReasons)[number]['code']
export const reasonInWords = (reason: DeclineReason): string =>
  declineReasons.find(({ code }) => code === reason)!.label
export type Decline = { readonly reason: DeclineReason; readonly declineNote: string | null }

export function showInterest(approach: Approach, today: PlainDate): Interested | Refusal {
  if (approach.state !== 'sent') return no(approach, 'You have already said that this home is interested')
  return { ...approach, state: 'interested', interestedOn: today }
}

/** Only after interest: a home that cannot help has no need to know who the child is. */
export function shareFull(approach: Approach, fullProfile: Profile, today: PlainDate): Shared | Refusal {
  if (approach.state === 'sent') return conflict('This home has not said that it is interested')
  if (approach.state !== 'interested') return no(approach, 'The full profile has already been shared')
  return { ...approach, state: 'shared', fullProfile, sharedOn: today }
}

/**
 * An offer may be improved until it is accepted. It follows the full profile, because a home may only offer when it
 * can meet the child's needs: Children's Homes (England) Regulations 2015, regulation 14.
 */
export function makeOffer(approach: Approach, offer: Offer, today: PlainDate): Offered | Refusal {
  if (approach.state === 'sent' || approach.state === 'interested') {
    return conflict('Read the full profile before you make an offer')
  }
  if (approach.state !== 'shared' && approach.state !== 'offered') return no(approach, '')
  if (offer.until < today) {
    return invalid({ field: 'until', message: 'The last day to accept must be today or later' })
  }
  if (offer.weeklyFee < 0) return invalid({ field: 'weeklyFee', message: 'Weekly fee must be £0 or more' })
  return { ...approach, state: 'offered', offer, offeredOn: today }
}

export function decline(approach: Approach, given: Decline, today: PlainDate): Declined | Refusal {
  if (!isLive(approach)) return no(approach, '')
  const note = given.declineNote?.trim() || null
  if (given.reason === 'other' && note === null) {
    return invalid({ field: 'declineNote', message: 'Say what the other reason is' })
  }
  return { ...approach, state: 'declined', declinedOn: today, reason: given.reason, declineNote: note }
}

export function accept(approach: Approach, today: PlainDate): Accepted | Refusal {
  if (approach.state !== 'offered') return no(approach, 'This home has not made an offer')
  if (hasLapsed(approach, today)) {
    return conflict(`This offer ran out on ${inWords(approach.offer.until)}. Ask the home to offer again`)
  }
  return { ...approach, state: 'accepted', closedOn: today }
}

/** Another home was chosen, and this one is told so the same day. */
export const closeAsNotSelected = (approach: Approach, today: PlainDate): NotSelected | Refusal =>
  isLive(approach) ? { ...approach, state: 'not-selected', closedOn: today } : no(approach, '')

/** The council takes back its question; what it sent can no longer be read. */
export const withdrawApproach = (approach: Approach, today: PlainDate): WithdrawnApproach | Refusal =>
  isLive(approach) ? { ...approach, state: 'withdrawn', closedOn: today } : no(approach, '')

/** Still to be answered or decided; what was sent may be read. */
export const isLive = (approach: Approach): approach is Live =>
  ['sent', 'interested', 'shared', 'offered'].includes(approach.state)

/** Nobody at the home has answered, and the time to has passed. */
export const isOverdue = ({ state, replyBy }: Pick<Approach, 'state' | 'replyBy'>, now: Now): boolean =>
  state === 'sent' && replyBy !== null && isPast(replyBy, now)

export const hasLapsed = ({ offer }: Offered, today: PlainDate): boolean => offer.until < today

const ended: Record<Exclude<Approach['state'], Live['state']>, string> = {
  accepted: 'This offer has been accepted',
  declined: 'This home has declined',
  'not-selected': 'Another home has been chosen for this child',
  withdrawn: 'The council has withdrawn this request',
}

const no = (approach: Approach, otherwise: string): Refusal =>
  conflict(isLive(approach) ? otherwise : ended[approach.state])

/** The placement fell through before it began: the offer is no longer accepted, and can no longer be read. */
export const undoAcceptance = (accepted: Accepted, today: PlainDate): WithdrawnApproach => ({
  ...accepted,
  state: 'withdrawn',
  closedOn: today,
})
