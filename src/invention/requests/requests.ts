/** Real requests for homes made from invented needs: answered, handed over, sent to homes, and answered by them. */

import type { AuthorityId, OrganisationId, PersonId } from '#access'
import { type ChildRecord, nameOf } from '#children'
import type { HomeId, PlaceId } from '#provision'
import { sectorOf } from '#reference'
import {
  type Answers,
  type Approach,
  type ApproachId,
  type DeclineReason,
  type Draft,
  type Open,
  type ReferralId,
  type Sent,
  anonymise,
  answer,
  decline,
  fullProfile,
  knownFrom,
  makeOffer,
  makeReady,
  shareFull,
  showInterest,
  start,
  usualReplyBy,
} from '#referrals'
import type { PlainDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { answersTo, halfOf } from './answers.ts'
import { type Chance, type Seed, between, chance, pick } from '../chance.ts'
import { dateOf, dayOf, later } from '../days.ts'
import { type MessageRow, type Staff, messagesAbout } from './messages.ts'
import { letters, offerNotes } from './request-words.ts'
import type { InventedApproach, InventedNeed } from './waiting.ts'

export type Requesting = {
  readonly seed: Seed
  readonly today: PlainDate
  readonly area: string
  readonly need: InventedNeed
  readonly record: ChildRecord
  readonly staff: Staff
}

export type Request = {
  readonly referral: Draft | Open
  readonly approaches: readonly Approach[]
  readonly messages: readonly MessageRow[]
}

export function requestFor(requesting: Requesting): Request {
  const { seed, need } = requesting
  const by = chance(seed, `request/${need.authority_id}/${need.local_id}`)
  const draft = draftFor(by, requesting)
  if (need.state === 'draft') return { referral: draft, approaches: [], messages: [] }

  const open = done(makeReady(draft, need.ready_on!))
  const asked = need.approaches.map(each => approachTo(by, each, open, requesting))
  return {
    referral: open,
    approaches: asked.map(each => each.approach),
    messages: asked.flatMap(each => each.messages),
  }
}

function draftFor(by: Chance, { need, record, staff, area }: Requesting): Draft {
  const { answers: known } = knownFrom(record, staff.socialWorker.name)
  const begun = start(
    {
      id: by.uuid() as string as ReferralId,
      authority: need.authority_id as AuthorityId,
      child: record.child.id,
      urgency: need.urgency,
      requestedBy: staff.socialWorker.id as PersonId,
    },
    known,
    need.requested_on,
  )
  const sector = (postcode: string | null | undefined) => (postcode && sectorOf(postcode)) || null
  const { current } = record
  const sectors = { family: sector(current?.homePostcode), now: sector(current?.placementPostcode) }
  const asked = { ...need, area, sectors, seeksAsylum: record.child.seeksAsylum }
  const full = answersTo(by, known, asked)
  const answers = need.state === 'draft' ? halfOf(by, full) : full
  return done(answer(begun, { asked: Object.keys(answers), answers, version: begun.version })) as Draft
}

type Answered = { readonly approach: Approach; readonly messages: readonly MessageRow[] }

function approachTo(by: Chance, invented: InventedApproach, open: Open, requesting: Requesting): Answered {
  const { record, staff } = requesting
  const reference = referenceFrom(by)
  const sent: Sent = {
    id: by.uuid() as string as ApproachId,
    authority: open.authority,
    referral: open.id,
    home: invented.home_id as HomeId,
    organisation: invented.organisation_id as OrganisationId,
    reference,
    whyChosen: 'Near home, with a place free for a child of this age',
    anonymised: anonymise(reference, open.answers, hiddenIn(record, open.answers, staff)).profile,
    sentOn: invented.sent_on,
    sentBy: staff.broker.id as PersonId,
    replyBy: usualReplyBy(open.urgency, open.neededBy, { today: invented.sent_on, hour: 10 }),
    state: 'sent',
  }
  const approach = answeredBy(by, sent, { invented, answers: open.answers }, requesting)
  return { approach, messages: messagesAbout(by, approach, requesting.staff) }
}

type Answering = { readonly invented: InventedApproach; readonly answers: Answers }

/** As far as it has come, by the same steps as anybody's. */
function answeredBy(
  by: Chance,
  sent: Sent,
  { invented, answers }: Answering,
  { record, today }: Requesting,
): Approach {
  const { state } = invented
  const soon = (from: PlainDate): PlainDate => {
    const on = dateOf(later(dayOf(from), between(by, 0, 2)))
    return on < today ? on : today
  }
  const first = soon(sent.sentOn)
  if (state === 'sent') return sent
  if (state === 'declined') {
    const reason = invented.decline_reason as DeclineReason
    return done(decline(sent, { reason, declineNote: null }, first))
  }
  const interested = done(showInterest(sent, first))
  if (state === 'interested') return interested
  const profile = fullProfile(sent.reference, answers, nameOf(record.child))
  const second = soon(first)
  const shared = done(shareFull(interested, profile, second))
  if (state === 'shared') return shared
  const offer = {
    place: invented.place_id as PlaceId,
    weeklyFee: invented.weekly_fee_pence,
    availableFrom: invented.available_from,
    until: invented.offer_until,
    note: pick(by, offerNotes),
  }
  return done(makeOffer(shared, offer, soon(second)))
}

const told = (words: readonly unknown[]): string[] =>
  words.filter((word): word is string => typeof word === 'string' && word !== '')

const hiddenIn = ({ child, siblings, assessments }: ChildRecord, answers: Answers, staff: Staff) => ({
  names: [child, ...siblings].flatMap(each => told([each.givenName, each.familyName])),
  schools: told([...assessments.map(each => each.schoolName), answers['schoolName']]),
  staff: [staff.socialWorker.name, staff.broker.name],
  numbers: told([child.localId, child.upn]),
})

function referenceFrom(by: Chance): string {
  const four = () => Array.from({ length: 4 }, () => pick(by, letters)).join('')
  return `${four()}-${four()}`
}

/** What is invented must be right by the platform's own rules: a refusal is a fault here. */
function done<Result>(result: Result | Refusal): Result {
  if (!(result instanceof Refusal)) return result
  throw new Error(`an invented request was refused: ${JSON.stringify(result)}`)
}
