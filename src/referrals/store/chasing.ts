/** The SQL of homes to chase: asked about a child who still needs a home, and silent past the time to reply by. */

import { sql } from 'kysely'
import type { OrganisationId, Tx } from '#access'
import type { ApproachId } from '../approach.ts'
import type { ReferralId } from '../referral.ts'
import type { Now, ReplyBy } from '../reply-by.ts'

export type ToChase = {
  readonly approach: ApproachId
  readonly referral: ReferralId
  readonly homeName: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly localId: string
  readonly reference: string
  readonly isEmergency: boolean
  readonly replyBy: ReplyBy
}

type Row = Omit<ToChase, 'replyBy'> & {
  readonly on: ReplyBy['on']
  readonly hour: number
  readonly total: number
}

/** Emergencies first, then those late for longest. Uses the index of what has been sent. */
export async function homesToChase(
  tx: Tx,
  authority: OrganisationId,
  { today, hour }: Now,
  most: number,
): Promise<{ total: number; first: readonly ToChase[] }> {
  const { rows } = await sql<Row>`
    select approach.id as approach, approach.referral_id as referral, home.name as "homeName", approach.reference,
           child.given_name as "givenName", child.family_name as "familyName", child.local_id as "localId",
           referral.urgency = 'emergency' as "isEmergency", approach.reply_on as "on", approach.reply_hour as hour,
           (count(*) over ())::int as total
    from referrals.approach
    join provision.home on home.id = approach.home_id
    join referrals.referral on referral.authority_id = approach.authority_id
      and referral.id = approach.referral_id and referral.state = 'open'
    join children.child on child.authority_id = referral.authority_id and child.id = referral.child_id
    where approach.authority_id = ${authority}::uuid and approach.state = 'sent'
      and (approach.reply_on < ${today}::date
        or approach.reply_on = ${today}::date and approach.reply_hour <= ${hour})
    order by referral.urgency = 'emergency' desc, approach.reply_on, approach.reply_hour, approach.id
    limit ${most}`.execute(tx)
  return {
    total: rows[0]?.total ?? 0,
    first: rows.map(({ on, hour: at, total: _total, ...row }) => ({ ...row, replyBy: { on, hour: at } })),
  }
}
