/** The SQL of approaches: each home asked about a child, and what passed between it and the authority. */

import type { Selectable } from 'kysely'
import type { AuthorityId, OrganisationId, PersonId, Tx } from '#access'
import type { HomeId, PlaceId } from '#provision'
import type { PlainDate } from '#shared/dates'
import type { Pence } from '#shared/money'
import type { Tables } from '#tables'
import type { Approach, ApproachId, DeclineReason } from '../approach.ts'
import type { Profile } from '../telling/profile.ts'
import type { ReferralId } from '../referral.ts'

type Row = Selectable<Tables['referrals.approach']>

const byId = (tx: Tx, id: ApproachId) => tx.selectFrom('referrals.approach').selectAll().where('id', '=', id)

export async function findApproach(tx: Tx, id: ApproachId): Promise<Approach | undefined> {
  const row = await byId(tx, id).executeTakeFirst()
  return row && toApproach(row)
}

/** Holds it until the transaction ends. Only those who may change it can hold it. */
export async function holdApproach(tx: Tx, id: ApproachId): Promise<Approach | undefined> {
  const row = await byId(tx, id).forUpdate().executeTakeFirst()
  return row && toApproach(row)
}

export async function approachesOf(tx: Tx, referral: ReferralId): Promise<Approach[]> {
  const rows = await tx
    .selectFrom('referrals.approach')
    .selectAll()
    .where('referral_id', '=', referral)
    .orderBy('sent_at')
    .orderBy('reference')
    .execute()
  return rows.map(toApproach)
}

/** For the authority: everything. */
export async function addApproach(tx: Tx, approach: Approach): Promise<void> {
  await tx
    .insertInto('referrals.approach')
    .values({
      authority_id: approach.authority,
      id: approach.id,
      referral_id: approach.referral,
      home_id: approach.home,
      organisation_id: approach.organisation,
      reference: approach.reference,
      why_chosen: approach.whyChosen,
      anonymised: JSON.stringify(approach.anonymised),
      sent_on: approach.sentOn,
      sent_by: approach.sentBy,
      reply_on: approach.replyBy?.on ?? null,
      reply_hour: approach.replyBy?.hour ?? null,
      ...changing(approach),
    })
    .execute()
}

/** What the home answers: only what a provider's role may write. */
export async function saveAnswer(tx: Tx, approach: Approach): Promise<void> {
  const { full_profile: _full, shared_on: _on, closed_on: _closed, ...answer } = changing(approach)
  await tx.updateTable('referrals.approach').set(answer).where('id', '=', approach.id).execute()
}

/** What the authority decides. */
export async function saveDecision(tx: Tx, approach: Approach): Promise<void> {
  await tx.updateTable('referrals.approach').set(changing(approach)).where('id', '=', approach.id).execute()
}

function changing(approach: Approach) {
  const offer = 'offer' in approach ? (approach.offer ?? null) : null
  return {
    state: approach.state,
    interested_on: 'interestedOn' in approach ? (approach.interestedOn ?? null) : null,
    shared_on: 'sharedOn' in approach ? (approach.sharedOn ?? null) : null,
    full_profile:
      'fullProfile' in approach && approach.fullProfile ? JSON.stringify(approach.fullProfile) : null,
    offered_on: 'offeredOn' in approach ? (approach.offeredOn ?? null) : null,
    place_id: offer?.place ?? null,
    weekly_fee_pence: offer?.weeklyFee ?? null,
    available_from: offer?.availableFrom ?? null,
    offer_until: offer?.until ?? null,
    offer_note: offer?.note ?? null,
    declined_on: approach.state === 'declined' ? approach.declinedOn : null,
    decline_reason: approach.state === 'declined' ? approach.reason : null,
    decline_note: approach.state === 'declined' ? approach.declineNote : null,
    closed_on: 'closedOn' in approach ? approach.closedOn : null,
  }
}

/** The casts rest on the table's constraints. */
export function toApproach(row: Row): Approach {
  const core = {
    id: row.id as ApproachId,
    authority: row.authority_id as AuthorityId,
    referral: row.referral_id as ReferralId,
    home: row.home_id as HomeId,
    organisation: row.organisation_id as OrganisationId,
    reference: row.reference,
    whyChosen: row.why_chosen,
    anonymised: row.anonymised as unknown as Profile,
    sentOn: row.sent_on,
    sentBy: row.sent_by as PersonId,
    replyBy: row.reply_on === null ? null : { on: row.reply_on, hour: row.reply_hour as number },
  }
  const offer = row.place_id
    ? {
        place: row.place_id as PlaceId,
        weeklyFee: row.weekly_fee_pence as Pence,
        availableFrom: row.available_from as PlainDate,
        until: row.offer_until as PlainDate,
        note: row.offer_note,
      }
    : null
  const soFar = {
    ...(row.interested_on && { interestedOn: row.interested_on }),
    ...(row.shared_on && { sharedOn: row.shared_on, fullProfile: row.full_profile as unknown as Profile }),
    ...(row.offered_on && offer && { offeredOn: row.offered_on, offer }),
  }
  const ended = {
    ...(row.closed_on && { closedOn: row.closed_on }),
    ...(row.decline_reason && {
      declinedOn: row.declined_on,
      reason: row.decline_reason as DeclineReason,
      declineNote: row.decline_note,
    }),
  }
  return { ...core, ...soFar, ...ended, state: row.state } as Approach
}
