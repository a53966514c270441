/** The SQL of people and the roles they hold. */

import { sql } from 'kysely'
import type { PlainDate } from '#shared/dates'
import type { Actor, OrganisationId, PersonId } from '../actor.ts'
import type { Tx } from '../database.ts'
import { type Role, isRole, kindOf, permissionsOf } from '../permission.ts'
import type { Session } from '../session.ts'
import { hashed } from './sessions.ts'

export type Person = {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  /** In whose name they work: for a children's trust's people, the authority that it acts for. */
  readonly organisation: OrganisationId
  /** Their own employer, and of a trust for whom it acts. */
  readonly organisationName: string
  readonly organisationKind: string
  readonly roles: readonly Role[]
}

const peopleOn = (tx: Tx, today: PlainDate) =>
  tx
    .selectFrom('access.person as person')
    .innerJoin('access.organisation as organisation', 'organisation.id', 'person.organisation_id')
    .leftJoin('access.organisation as principal', 'principal.id', 'organisation.acts_for')
    .innerJoin('access.role_held as held', 'held.person_id', 'person.id')
    .where(eb => eb.or([eb('person.until_on', 'is', null), eb('person.until_on', '>', today)]))
    .where('held.from_on', '<=', today)
    .where(eb => eb.or([eb('held.until_on', 'is', null), eb('held.until_on', '>', today)]))
    .select([
      'person.id',
      'person.name',
      'person.email',
      'organisation.kind as organisationKind',
      sql<string>`coalesce(principal.id, organisation.id)`.as('organisation'),
      sql<string>`concat_ws(' for ', organisation.name, principal.name)`.as('organisationName'),
      sql<string[]>`array_agg(held.role order by held.role)`.as('roles'),
    ])
    .groupBy(['person.id', 'organisation.id', 'principal.id'])

type PersonRow = Awaited<ReturnType<ReturnType<typeof peopleOn>['execute']>>[number]

const toPerson = (row: PersonRow): Person => ({
  ...row,
  id: row.id as PersonId,
  organisation: row.organisation as OrganisationId,
  roles: row.roles.filter(isRole),
})

export function toActor({
  id,
  name,
  organisation,
  organisationName,
  organisationKind,
  roles,
}: Person): Actor {
  const kind = kindOf(organisationKind)
  return { id, name, kind, organisation, organisationName, roles, permissions: permissionsOf(kind, roles) }
}

/** Whoever has this session, with a role today, and the session: one question, as every request asks it. */
export async function findPersonIn(
  tx: Tx,
  cookie: string,
  today: PlainDate,
): Promise<{ person: Person; session: Session } | undefined> {
  const row = await peopleOn(tx, today)
    .innerJoin('access.session as session', 'session.person_id', 'person.id')
    .where('session.id_hash', '=', hashed(cookie))
    .select(['session.started_at', 'session.last_seen_at', 'session.ended_at'])
    .groupBy('session.id_hash')
    .executeTakeFirst()
  if (!row) return undefined
  const { started_at: startedAt, last_seen_at: lastSeenAt, ended_at: endedAt, ...person } = row
  return { person: toPerson(person), session: { startedAt, lastSeenAt, endedAt } }
}

/** Whoever holds a role today, by the id of the person. */
export async function findPerson(tx: Tx, id: string, today: PlainDate): Promise<Person | undefined> {
  const row = await peopleOn(tx, today).where('person.id', '=', id).executeTakeFirst()
  return row && toPerson(row)
}

export async function findPersonByEmail(
  tx: Tx,
  email: string,
  today: PlainDate,
): Promise<Person | undefined> {
  const row = await peopleOn(tx, today)
    .where(sql`lower(person.email)`, '=', email.toLowerCase())
    .executeTakeFirst()
  return row && toPerson(row)
}

export async function findPersonBySubject(
  tx: Tx,
  issuer: string,
  subject: string,
  today: PlainDate,
): Promise<Person | undefined> {
  const people = peopleOn(tx, today).where('person.issuer', '=', issuer).where('person.subject', '=', subject)
  const row = await people.executeTakeFirst()
  return row && toPerson(row)
}

/** Everybody who may sign in today, for the demonstration's list. */
export async function listPeople(tx: Tx, today: PlainDate): Promise<Person[]> {
  const rows = await peopleOn(tx, today).orderBy('organisation.name').orderBy('person.name').execute()
  return rows.map(toPerson)
}

/** The first sign-in by OpenID Connect ties the invited person to their provider's name for them, once. */
export async function linkPerson(tx: Tx, person: PersonId, issuer: string, subject: string): Promise<void> {
  const link = tx.updateTable('access.person').set({ issuer, subject }).where('id', '=', person)
  await link.where('issuer', 'is', null).execute()
}

/** Whether everybody here is invented. */
export async function isDemonstration(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('access.demonstration').select('one').executeTakeFirst()) !== undefined
}
