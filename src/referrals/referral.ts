/** A referral: one authority's request for one home for one child. */

import type { AuthorityId, PersonId } from '#access'
import { type PlainDate, parseDate } from '#shared/dates'
import type { Id } from '#shared/ids'
import { type Refusal, conflict, invalid } from '#shared/refusal'
import type { ApproachId } from './approach.ts'
import { type Answers, type Urgency, missingFor, stillAsked } from './questions/index.ts'

export type ReferralId = Id<'Referral'>
export type ChildId = Id<'Child'>

type Core = {
  readonly id: ReferralId
  readonly authority: AuthorityId
  readonly child: ChildId
  readonly urgency: Urgency
  readonly answers: Answers
  /** Rises with each save, so that nobody overwrites what they have not seen. */
  readonly version: number
  readonly requestedBy: PersonId
  readonly requestedOn: PlainDate
}
type Ready = { readonly neededBy: PlainDate; readonly readyOn: PlainDate }
type Closed = {
  readonly neededBy: PlainDate | null
  readonly readyOn: PlainDate | null
  readonly closedOn: PlainDate
}

export type Draft = Core & { readonly state: 'draft'; readonly neededBy: PlainDate | null }
export type Open = Core & Ready & { readonly state: 'open' }
export type Matched = Core &
  Ready & { readonly state: 'matched'; readonly matchedOn: PlainDate; readonly approach: ApproachId }
export type Withdrawn = Core & Closed & { readonly state: 'withdrawn'; readonly reason: string }
/** No home was found. Counted with the child's needs, so that such a home may be made. */
export type UnableToPlace = Core &
  Closed & { readonly state: 'unable-to-place'; readonly reason: UnableReason }

export type Referral = Draft | Open | Matched | Withdrawn | UnableToPlace

export const unableReasons = [
  { code: 'no-vacancy', label: 'No home that suits has a place' },
  { code: 'needs-not-met', label: 'No home can meet the needs' },
  { code: 'too-far', label: 'Homes that could are too far away' },
  { code: 'siblings', label: 'No home can keep the brothers and sisters together' },
  { code: 'all-declined', label: 'Every home asked has declined' },
  { code: 'price', label: 'No price could be agreed' },
  { code: 'time', label: 'There was not enough time' },
] as const
export type UnableReason = (typeof unableReasons)[number]['code']

/** What one page sent: the questions it asked, and the answers given. A question asked and left empty is cleared. */
export type Given = { readonly asked: readonly string[]; readonly answers: Answers; readonly version: number }

/** Save and return. */
export function answer(referral: Draft | Open, given: Given): Draft | Open | Refusal {
  if (given.version !== referral.version) {
    return conflict('Somebody else has changed this request since you opened it. Read it again, then save')
  }
  const kept = Object.entries(referral.answers).filter(([name]) => !given.asked.includes(name))
  const answers = stillAsked({ ...Object.fromEntries(kept), ...given.answers })
  const changed = { ...referral, answers, version: referral.version + 1 }
  const neededBy = neededByFrom(answers)
  if (changed.state === 'draft') return { ...changed, neededBy }
  return { ...changed, neededBy: neededBy ?? changed.neededBy }
}

/** An emergency may be planned after all, and the other way round, until brokerage has it. */
export const changeUrgency = (draft: Draft, urgency: Urgency): Draft => ({
  ...draft,
  urgency,
  version: draft.version + 1,
})

/** The social worker hands a draft to brokerage, who may then look for a home. */
export function makeReady(draft: Draft, today: PlainDate): Open | Refusal {
  const problems = missingFor(draft.urgency, draft.answers)
  const neededBy = draft.neededBy
  const past = { field: 'neededBy', message: 'Date the home is needed must be today or later' }
  if (neededBy !== null && neededBy < today) return invalid(past, ...problems)
  if (problems.length > 0) return invalid(...problems)
  if (neededBy === null) return invalid({ field: 'neededBy', message: 'Enter the date the home is needed' })
  return { ...draft, state: 'open', neededBy, readyOn: today }
}

/** Accepting an offer closes the search. */
export const match = (open: Open, approach: ApproachId, today: PlainDate): Matched => ({
  ...open,
  state: 'matched',
  matchedOn: today,
  approach,
})

/** The placement fell through before it began, so the search goes on. */
export function reopen(matched: Matched): Open {
  const { matchedOn: _on, approach: _approach, ...rest } = matched
  return { ...rest, state: 'open' }
}

export function withdraw(referral: Draft | Open, reason: string, today: PlainDate): Withdrawn | Refusal {
  if (!reason.trim()) return invalid({ field: 'reason', message: 'Say why a home is no longer needed' })
  const readyOn = referral.state === 'open' ? referral.readyOn : null
  return { ...referral, state: 'withdrawn', readyOn, closedOn: today, reason: reason.trim() }
}

export const giveUp = (open: Open, reason: UnableReason, today: PlainDate): UnableToPlace => ({
  ...open,
  state: 'unable-to-place',
  closedOn: today,
  reason,
})

const closedSentences: Record<Exclude<Referral['state'], 'draft' | 'open'>, string> = {
  matched: 'A home has been found for this request',
  withdrawn: 'This request has been withdrawn',
  'unable-to-place': 'The search for this request has ended without a home',
}

/** For a page that needs the request still to be in a draft. */
export function asDraft(referral: Referral): Draft | Refusal {
  if (referral.state === 'draft') return referral
  if (referral.state === 'open') return conflict('This request has already gone to brokerage')
  return conflict(closedSentences[referral.state])
}

/** For a page that searches, asks homes or accepts an offer. */
export function asOpen(referral: Referral): Open | Refusal {
  if (referral.state === 'open') return referral
  if (referral.state === 'draft') return conflict('This request has not gone to brokerage yet')
  return conflict(closedSentences[referral.state])
}

/** For changes that a draft and an open request share. */
export function asLive(referral: Referral): Draft | Open | Refusal {
  return referral.state === 'draft' ? referral : asOpen(referral)
}

const neededByFrom = (answers: Answers): PlainDate | null =>
  parseDate(String(answers['neededBy'] ?? '')) ?? null
