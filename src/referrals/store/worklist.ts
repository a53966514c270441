/** The SQL of lists of requests: those that need somebody first. */

import { sql } from 'kysely'
import type { PersonId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { ApproachId } from '../approach.ts'
import { type Answers, type Urgency, stillToAsk } from '../questions/index.ts'
import type { ChildId, Referral, ReferralId } from '../referral.ts'
import { type Answering, liveStates } from '../standing.ts'

export type Listed = Answering & {
  readonly id: ReferralId
  readonly child: ChildId
  readonly givenName: string | null
  readonly familyName: string | null
  readonly localId: string
  readonly state: Referral['state']
  readonly urgency: Urgency
  readonly requestedOn: PlainDate
  readonly neededBy: PlainDate | null
  /** How many questions an emergency handed over left for later. */
  readonly toChase: number
}

export type Wanted = {
  readonly states: readonly Referral['state'][]
  readonly urgency?: Urgency | undefined
  readonly requestedBy?: PersonId | undefined
  /** No home has been asked yet. */
  readonly unasked?: boolean | undefined
  readonly limit: number
  readonly offset: number
}

const askedStates = ['sent', 'interested', 'shared', 'offered', 'declined', 'accepted', 'not-selected']
const interestedStates = ['interested', 'shared', 'offered', 'accepted']

const counts = (wanted: readonly string[]) =>
  sql<number>`(select count(distinct approach.home_id)::int from referrals.approach
    where approach.authority_id = referral.authority_id and approach.referral_id = referral.id
      and approach.state = any(${[...wanted]}))`
const asked = counts(askedStates)
const interested = counts(interestedStates)
const offers = counts(['offered'])

/** Live ones first, emergencies on top, then the soonest needed. Uses the index by state. */
export async function listReferrals(tx: Tx, wanted: Wanted): Promise<{ total: number; referrals: Listed[] }> {
  const { states, urgency, requestedBy, unasked, limit, offset } = wanted
  const chosen = tx
    .selectFrom('referrals.referral as referral')
    .where('referral.state', 'in', [...states])
    .$if(urgency !== undefined, query => query.where('referral.urgency', '=', urgency!))
    .$if(requestedBy !== undefined, query => query.where('referral.requested_by', '=', requestedBy!))
    .$if(unasked === true, query => query.where(asked, '=', 0))
  const counting = chosen.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const listing = chosen
    .innerJoin('children.child as child', join =>
      join
        .onRef('child.authority_id', '=', 'referral.authority_id')
        .onRef('child.id', '=', 'referral.child_id'),
    )
    .select(['referral.id as id', 'referral.child_id as child', 'referral.answers as answers'])
    .select(['child.given_name as givenName', 'child.family_name as familyName', 'child.local_id as localId'])
    .select([
      'referral.state as state',
      'referral.urgency as urgency',
      'referral.requested_on as requestedOn',
    ])
    .select(['referral.needed_by as neededBy'])
    .select([asked.as('asked'), interested.as('interested'), offers.as('offers')])
    .orderBy(sql`referral.state in ('draft', 'open')`, 'desc')
    .orderBy('referral.urgency')
    .orderBy('referral.needed_by', order => order.asc().nullsLast())
    .orderBy('referral.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const [{ total }, rows] = await Promise.all([counting, listing])
  const listed = rows.map(({ answers, ...row }) => ({
    ...(row as unknown as Omit<Listed, 'toChase'>),
    toChase: row.state === 'open' ? stillToAsk(row.urgency as Urgency, answers as Answers).length : 0,
  }))
  return { total: Number(total), referrals: listed }
}

export async function answeringOf(tx: Tx, referral: ReferralId): Promise<Answering> {
  const row = await tx
    .selectFrom('referrals.referral as referral')
    .where('referral.id', '=', referral)
    .select([asked.as('asked'), interested.as('interested'), offers.as('offers')])
    .executeTakeFirstOrThrow()
  return row
}

/** For the history of a request, which is also that of the homes asked. */
export async function approachIdsOf(tx: Tx, referral: ReferralId): Promise<ApproachId[]> {
  const rows = await tx
    .selectFrom('referrals.approach')
    .select('id')
    .where('referral_id', '=', referral)
    .execute()
  return rows.map(({ id }) => id as ApproachId)
}

export type Worklist = {
  /** Requests that this person began and has not handed over. */
  readonly myDrafts: number
  readonly open: number
  readonly emergencies: number
  /** Open requests with an offer to decide on. */
  readonly withOffers: number
  readonly first: readonly Listed[]
}

/** What needs somebody now, for the home page: the counts, and the first few. */
export async function liveReferralsFor(tx: Tx, person: PersonId, most = 5): Promise<Worklist> {
  const counted = await sql<Omit<Worklist, 'first'>>`
    select count(*) filter (where state = 'draft' and requested_by = ${person}::uuid)::int as "myDrafts",
      count(*) filter (where state = 'open')::int as "open",
      count(*) filter (where urgency = 'emergency')::int as "emergencies",
      count(*) filter (where state = 'open' and ${offers} > 0)::int as "withOffers"
    from referrals.referral where state in ('draft', 'open')`.execute(tx)
  const { referrals } = await listReferrals(tx, { states: liveStates, limit: most, offset: 0 })
  return { ...counted.rows[0]!, first: referrals }
}
