/** The record of who signed in and out, or tried to, in the chain of their own organisation. */

import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../actor.ts'
import { recordAudit } from '../audit.ts'
import type { Tx } from '../database.ts'

type Signing = {
  readonly action: 'session.start' | 'session.end' | 'session.end-everywhere'
  readonly refused?: boolean
}

/**
 * In the chain of those in whose name they work, which for a children's trust is its authority. Of somebody whom nobody
 * here knows there is no chain to record it in.
 */
export async function recordSigning(
  tx: Tx,
  person: PersonId,
  { action, refused = false }: Signing,
): Promise<void> {
  const known = await tx
    .selectFrom('access.person as person')
    .innerJoin('access.organisation as own', 'own.id', 'person.organisation_id')
    .select(sql<OrganisationId>`coalesce(own.acts_for, own.id)`.as('organisation'))
    .where('person.id', '=', person)
    .executeTakeFirst()
  if (!known) return
  const { organisation } = known
  const touched = [{ chain: organisation, about: person }]
  await recordAudit(tx, { id: person, organisation }, { action, refused, touched })
}

type Claimed = { readonly issuer: string; readonly subject: string; readonly email: string | null }

/** Whom a provider named, whether or not they may sign in: those it knows by its own name for them come first. */
export async function whomNamed(tx: Tx, { issuer, subject, email }: Claimed): Promise<PersonId | undefined> {
  const { rows } = await sql<{ id: PersonId }>`
    select id from access.person
    where (issuer = ${issuer} and subject = ${subject}) or lower(email) = lower(${email}::text)
    order by (issuer = ${issuer} and subject = ${subject}) desc nulls last limit 1`.execute(tx)
  return rows[0]?.id
}
