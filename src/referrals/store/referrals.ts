/** The SQL of referrals. Whose they are is the database's own rule: see the policies in db/migrations. */

import { type Selectable, sql } from 'kysely'
import type { AuthorityId, PersonId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Tables } from '#tables'
import type { ApproachId } from '../approach.ts'
import type { Answers, Urgency } from '../questions/index.ts'
import type { ChildId, Referral, ReferralId, UnableReason } from '../referral.ts'

type Row = Selectable<Tables['referrals.referral']>

const byId = (tx: Tx, id: ReferralId) => tx.selectFrom('referrals.referral').selectAll().where('id', '=', id)

export async function findReferral(tx: Tx, id: ReferralId): Promise<Referral | undefined> {
  const row = await byId(tx, id).executeTakeFirst()
  return row && toReferral(row)
}

/** Holds the referral until the transaction ends, so that two people cannot change it at once. */
export async function holdReferral(tx: Tx, id: ReferralId): Promise<Referral | undefined> {
  const row = await byId(tx, id).forUpdate().executeTakeFirst()
  return row && toReferral(row)
}

/** The draft or open referral of a child, of whom there can be one. */
export async function findLiveReferralOf(tx: Tx, child: ChildId): Promise<Referral | undefined> {
  const rows = tx.selectFrom('referrals.referral').selectAll().where('child_id', '=', child)
  const row = await rows.where('state', 'in', ['draft', 'open']).executeTakeFirst()
  return row && toReferral(row)
}

export async function saveReferral(tx: Tx, referral: Referral): Promise<void> {
  const row = toRow(referral)
  await tx
    .insertInto('referrals.referral')
    .values(row)
    .onConflict(existing => existing.columns(['authority_id', 'id']).doUpdateSet(row))
    .execute()
}

export type Listed = {
  readonly id: ReferralId
  readonly child: ChildId
  readonly givenName: string | null
  readonly familyName: string | null
  readonly localId: string
  readonly state: Referral['state']
  readonly urgency: Urgency
  readonly requestedOn: PlainDate
  readonly neededBy: PlainDate | null
  /** How many homes have been asked, are interested or more, and have offered. */
  readonly asked: number
  readonly interested: number
  readonly offers: number
}

export type Wanted = {
  readonly states: readonly Referral['state'][]
  readonly urgency?: Urgency | undefined
  readonly limit: number
  readonly offset: number
}

/** The soonest needed first; emergencies before others of the same day. Uses the index by state. */
export async function listReferrals(tx: Tx, { states, urgency, limit, offset }: Wanted) {
  const chosen = tx
    .selectFrom('referrals.referral as referral')
    .where('referral.state', 'in', [...states])
    .$if(urgency !== undefined, query => query.where('referral.urgency', '=', urgency!))
  const { total } = await chosen.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const counts = (wanted: string[]) =>
    sql<number>`(select count(*)::int from referrals.approach
      where approach.authority_id = referral.authority_id and approach.referral_id = referral.id
        and approach.state = any(${wanted}))`
  const rows = await chosen
    .innerJoin('children.child as child', join =>
      join
        .onRef('child.authority_id', '=', 'referral.authority_id')
        .onRef('child.id', '=', 'referral.child_id'),
    )
    .select([
      'referral.id as id',
      'referral.child_id as child',
      'child.given_name as givenName',
      'child.family_name as familyName',
      'child.local_id as localId',
      'referral.state as state',
      'referral.urgency as urgency',
      'referral.requested_on as requestedOn',
      'referral.needed_by as neededBy',
    ])
    .select([
      counts(['sent', 'interested', 'shared', 'offered', 'declined', 'accepted', 'not-selected']).as('asked'),
      counts(['interested', 'shared', 'offered']).as('interested'),
      counts(['offered']).as('offers'),
    ])
    .orderBy('referral.needed_by', sql`asc nulls last`)
    .orderBy('referral.urgency')
    .orderBy('referral.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total, referrals: rows as unknown as Listed[] }
}

/** The casts rest on the table's constraints, which promise each state its own facts. */
function toReferral(row: Row): Referral {
  const core = {
    id: row.id as ReferralId,
    authority: row.authority_id as AuthorityId,
    child: row.child_id as ChildId,
    urgency: row.urgency as Urgency,
    answers: row.answers as Answers,
    version: row.version,
    requestedBy: row.requested_by as PersonId,
    requestedOn: row.requested_on,
  }
  const ready = { neededBy: row.needed_by as PlainDate, readyOn: row.ready_on as PlainDate }
  const closed = { neededBy: row.needed_by, readyOn: row.ready_on, closedOn: row.closed_on as PlainDate }
  const reason = row.closed_reason as string
  switch (row.state) {
    case 'draft':
      return { ...core, state: 'draft', neededBy: row.needed_by }
    case 'open':
      return { ...core, ...ready, state: 'open' }
    case 'matched':
      return {
        ...core,
        ...ready,
        state: 'matched',
        matchedOn: row.matched_on as PlainDate,
        approach: row.approach_id as ApproachId,
      }
    case 'withdrawn':
      return { ...core, ...closed, state: 'withdrawn', reason }
    case 'unable-to-place':
      return { ...core, ...closed, state: 'unable-to-place', reason: reason as UnableReason }
    default:
      throw new Error('a referral is in no known state')
  }
}

function toRow(referral: Referral): Omit<Row, 'answers'> & { answers: string } {
  const closed = referral.state === 'withdrawn' || referral.state === 'unable-to-place' ? referral : null
  const matched = referral.state === 'matched' ? referral : null
  return {
    authority_id: referral.authority,
    id: referral.id,
    child_id: referral.child,
    urgency: referral.urgency,
    state: referral.state,
    answers: JSON.stringify(referral.answers),
    version: referral.version,
    requested_by: referral.requestedBy,
    requested_on: referral.requestedOn,
    needed_by: referral.neededBy,
    ready_on: referral.state === 'draft' ? null : referral.readyOn,
    matched_on: matched?.matchedOn ?? null,
    approach_id: matched?.approach ?? null,
    closed_on: closed?.closedOn ?? null,
    closed_reason: closed?.reason ?? null,
  }
}
