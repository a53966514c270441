/** The SQL of questions and answers between a home and an authority. */

import { sql } from 'kysely'
import type { AuthorityId, OrganisationId, PersonId, Tx } from '#access'
import type { ApproachId } from '../approach.ts'
import type { Message, MessageId } from '../telling/message.ts'

type Written = {
  readonly id: MessageId
  readonly authority: AuthorityId
  readonly approach: ApproachId
  /** Of the home approached, whoever writes. */
  readonly organisation: OrganisationId
  readonly fromHome: boolean
  readonly text: string
  readonly person: PersonId
}

/** A form sent twice says a thing once. */
export async function addMessage(tx: Tx, written: Written): Promise<void> {
  await tx
    .insertInto('referrals.message')
    .values({
      id: written.id,
      authority_id: written.authority,
      approach_id: written.approach,
      organisation_id: written.organisation,
      from_home: written.fromHome,
      text: written.text,
      person_id: written.person,
      sent_at: sql<Date>`clock_timestamp()`,
    })
    .onConflict(existing => existing.doNothing())
    .execute()
}

/** Oldest first, approach by approach. */
export async function messagesOf(
  tx: Tx,
  approaches: readonly ApproachId[],
): Promise<ReadonlyMap<ApproachId, readonly Message[]>> {
  if (approaches.length === 0) return new Map()
  const { rows } = await sql<Message & { approach: ApproachId }>`
    select approach_id as approach, id, from_home as "fromHome", text,
           to_char(sent_at at time zone 'Europe/London', 'YYYY-MM-DD') as "sentOn",
           to_char(sent_at at time zone 'Europe/London', 'FMDD FMMonth YYYY "at" FMHH12:MIam') as sent
    from referrals.message where approach_id = any(${[...approaches]}::uuid[])
    order by message.sent_at, message.id`.execute(tx)
  return Map.groupBy(rows, ({ approach }) => approach)
}
