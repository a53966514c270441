/** The SQL of lists of approaches: what waits for a home, what waits for the authority, and why homes said no. */

import { sql } from 'kysely'
import type { OrganisationId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Approach, ApproachId, DeclineReason } from '../approach.ts'
import type { Profile } from '../telling/profile.ts'
import type { ReferralId } from '../referral.ts'

/** An approach as it stands in the queue of whoever runs the home. */
export type Queued = {
  readonly id: ApproachId
  readonly reference: string
  readonly state: Approach['state']
  readonly homeName: string
  readonly authorityName: string
  readonly sentOn: PlainDate
  /** The anonymised profile; null once declined. */
  readonly profile: Profile | null
  readonly offerUntil: PlainDate | null
  /** The authority asks for an answer by then; both null where it did not say. */
  readonly replyOn: PlainDate | null
  readonly replyHour: number | null
  /** Nobody at the home has opened it: the record of access has no line of it. */
  readonly isNew: boolean
  /** The authority has answered, and the home has said nothing since. */
  readonly isAnswered: boolean
}

const liveStates = ['sent', 'interested', 'shared', 'offered']

const ofHome = (organisation: OrganisationId) => sql`
  from referrals.approach
  join provision.home on home.id = approach.home_id
  join access.organisation asker on asker.id = approach.authority_id
  where approach.organisation_id = ${organisation}::uuid
    and approach.state in ('sent', 'interested', 'shared', 'offered', 'declined', 'accepted')`

/** A profile says its days in words; this reads one back so that the soonest needed can stand first. */
const neededBy = sql`(select to_date(line ->> 'value', 'DD Month YYYY')
  from jsonb_array_elements(approach.anonymised -> 'parts') part, jsonb_array_elements(part -> 'lines') line
  where line ->> 'name' = 'neededBy' limit 1)`

const lastIsFrom = (home: boolean) => sql<boolean>`coalesce((select from_home = ${home} from referrals.message
  where message.authority_id = approach.authority_id and message.approach_id = approach.id
  order by sent_at desc, id desc limit 1), false)`

export type Page = { readonly limit: number; readonly offset: number }
export type Queue = { readonly total: number; readonly live: number; readonly approaches: readonly Queued[] }

/** Those still to be answered first, the soonest needed on top. */
export async function queueOf(tx: Tx, organisation: OrganisationId, { limit, offset }: Page): Promise<Queue> {
  const counted = await sql<{ total: number; live: number }>`
    select count(*)::int as total, count(*) filter (where approach.state = any(${liveStates}))::int as live
    ${ofHome(organisation)}`.execute(tx)
  const { rows } = await sql<Queued>`
    select approach.id, approach.reference, approach.state, home.name as "homeName", asker.name as "authorityName",
           approach.sent_on as "sentOn", approach.offer_until as "offerUntil",
           approach.reply_on as "replyOn", approach.reply_hour as "replyHour",
           case when approach.state <> 'declined' then approach.anonymised end as profile,
           not exists (select from access.audit where audit.chain_id = ${organisation}::uuid
             and audit.about = approach.id and audit.action = 'approach.show') as "isNew",
           ${lastIsFrom(false)} as "isAnswered"
    ${ofHome(organisation)}
    order by approach.state = any(${liveStates}) desc, ${neededBy} asc nulls last, approach.sent_at, approach.id
    limit ${limit} offset ${offset}`.execute(tx)
  return { ...counted.rows[0]!, approaches: rows }
}

/** What waits at the authority: for its home page. */
export type AuthorityWaiting = {
  readonly questions: number
  readonly interested: number
  readonly offers: number
  readonly first: readonly {
    readonly approach: ApproachId
    readonly referral: ReferralId
    readonly homeName: string
    readonly givenName: string | null
    readonly familyName: string | null
    readonly localId: string
    readonly waits: 'question' | 'offer' | 'interest'
    readonly until: PlainDate | null
  }[]
}

export async function waitingAt(tx: Tx, authority: OrganisationId, most = 5): Promise<AuthorityWaiting> {
  const { rows } = await sql<AuthorityWaiting['first'][number]>`
    select * from (
      select approach.id as approach, approach.referral_id as referral, home.name as "homeName",
             approach.offer_until as until, child.given_name as "givenName", child.family_name as "familyName",
             child.local_id as "localId",
             case when ${lastIsFrom(true)} then 'question'
                  when approach.state = 'offered' then 'offer'
                  when approach.state = 'interested' then 'interest' end as waits
      from referrals.approach
      join provision.home on home.id = approach.home_id
      join referrals.referral on referral.authority_id = approach.authority_id
        and referral.id = approach.referral_id and referral.state = 'open'
      join children.child on child.authority_id = referral.authority_id and child.id = referral.child_id
      where approach.authority_id = ${authority}::uuid and approach.state = any(${liveStates})
    ) waiting where waits is not null
    order by waits = 'question' desc, until asc nulls last, approach`.execute(tx)
  const count = (kind: string) => rows.filter(({ waits }) => waits === kind).length
  return {
    questions: count('question'),
    interested: count('interest'),
    offers: count('offer'),
    first: rows.slice(0, most),
  }
}

/** Why homes said no to this authority since a day, the commonest first. */
export async function declinesSince(
  tx: Tx,
  authority: OrganisationId,
  since: PlainDate,
): Promise<{ reason: DeclineReason; kind: string; homes: number }[]> {
  const { rows } = await sql<{ reason: DeclineReason; kind: string; homes: number }>`
    select approach.decline_reason as reason, home.kind, count(*)::int as homes
    from referrals.approach join provision.home on home.id = approach.home_id
    where approach.authority_id = ${authority}::uuid and approach.state = 'declined'
      and approach.declined_on >= ${since}::date
    group by approach.decline_reason, home.kind order by homes desc, reason, home.kind`.execute(tx)
  return rows
}

/** When the home first opened each, as the authority's own record of access tells. */
export async function openingsOf(
  tx: Tx,
  authority: OrganisationId,
  approaches: readonly ApproachId[],
): Promise<ReadonlyMap<ApproachId, string>> {
  if (approaches.length === 0) return new Map()
  const { rows } = await sql<{ approach: ApproachId; opened: string }>`
    select about as approach, to_char(min(recorded_at) at time zone 'Europe/London',
           'FMDD FMMonth YYYY "at" FMHH12:MIam') as opened
    from access.audit
    where chain_id = ${authority}::uuid and about = any(${[...approaches]}::uuid[])
      and action = 'approach.show' and not refused
    group by about`.execute(tx)
  return new Map(rows.map(({ approach, opened }) => [approach, opened]))
}
