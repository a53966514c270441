/** The SQL of people, sessions and the audit. */

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PlainDate } from '#shared/dates'
import type { Actor, OrganisationId, PersonId } from './actor.ts'
import type { Head, Line } from './chain.ts'
import type { Tx } from './database.ts'
import { type Role, isRole, kindOf, permissionsOf } from './permission.ts'
import type { Session } from './session.ts'

export type Person = {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly organisationKind: string
  readonly roles: readonly Role[]
}

const peopleOn = (tx: Tx, today: PlainDate) =>
  tx
    .selectFrom('access.person as person')
    .innerJoin('access.organisation as organisation', 'organisation.id', 'person.organisation_id')
    .innerJoin('access.role_held as held', 'held.person_id', 'person.id')
    .where(eb => eb.or([eb('person.until_on', 'is', null), eb('person.until_on', '>', today)]))
    .where('held.from_on', '<=', today)
    .where(eb => eb.or([eb('held.until_on', 'is', null), eb('held.until_on', '>', today)]))
    .select([
      'person.id',
      'person.name',
      'person.email',
      'organisation.id as organisation',
      'organisation.name as organisationName',
      'organisation.kind as organisationKind',
    ])
    .select(sql<string[]>`array_agg(held.role order by held.role)`.as('roles'))
    .groupBy(['person.id', 'organisation.id'])

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

const hashed = (cookie: string) => createHash('sha256').update(cookie).digest()

export async function startSession(
  tx: Tx,
  cookie: string,
  person: PersonId,
  demonstration: boolean,
): Promise<void> {
  await tx
    .insertInto('access.session')
    .values({ id_hash: hashed(cookie), person_id: person, demonstration })
    .execute()
}

export type FoundSession = Session & { readonly person: PersonId; readonly demonstration: boolean }

export async function findSession(tx: Tx, cookie: string): Promise<FoundSession | undefined> {
  const row = await tx
    .selectFrom('access.session')
    .selectAll()
    .where('id_hash', '=', hashed(cookie))
    .executeTakeFirst()
  return (
    row && {
      person: row.person_id as PersonId,
      startedAt: row.started_at,
      lastSeenAt: row.last_seen_at,
      endedAt: row.ended_at,
      demonstration: row.demonstration,
    }
  )
}

export async function noteSeen(tx: Tx, cookie: string): Promise<void> {
  await tx
    .updateTable('access.session')
    .set({ last_seen_at: sql`now()` })
    .where('id_hash', '=', hashed(cookie))
    .execute()
}

export async function endSession(tx: Tx, cookie: string): Promise<void> {
  await tx
    .updateTable('access.session')
    .set({ ended_at: sql`now()` })
    .where('id_hash', '=', hashed(cookie))
    .where('ended_at', 'is', null)
    .execute()
}

/** Signs a person out everywhere. */
export async function endSessions(tx: Tx, person: PersonId): Promise<number> {
  const ended = await tx
    .updateTable('access.session')
    .set({ ended_at: sql`now()` })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

/** One organisation's chain, oldest first, and its head. Run by whoever may read it: the organisation, or the owner. */
export async function readChain(tx: Tx, chain: string): Promise<{ lines: Line[]; head: Head | undefined }> {
  const rows = await sql<Omit<Line, 'recordedAt'> & { recorded: string }>`
    select line, action, person_id as person, organisation_id as organisation, about, refused,
           (extract(epoch from recorded_at) * 1000)::bigint::text as recorded, encode(hash, 'hex') as hash
    from access.audit where chain_id = ${chain}::uuid order by line`.execute(tx)
  const head = await sql<Head>`
    select line, encode(hash, 'hex') as hash from access.audit_head where chain_id = ${chain}::uuid`.execute(
    tx,
  )
  const lines = rows.rows.map(({ recorded, ...line }) => ({ ...line, recordedAt: Number(recorded) }))
  return { lines, head: head.rows[0] }
}

export type SignIn = {
  readonly state: string
  readonly verifier: string
  readonly nonce: string
  readonly next: string
}

/** What must be remembered while a person is away at their identity provider. */
export async function keepSignIn(tx: Tx, kept: SignIn): Promise<void> {
  await tx
    .deleteFrom('access.sign_in')
    .where('started_at', '<', sql<Date>`now() - interval '1 hour'`)
    .execute()
  await tx.insertInto('access.sign_in').values(kept).execute()
}

/** Once only: a second return with the same state finds nothing. */
export const takeSignIn = (tx: Tx, state: string): Promise<SignIn | undefined> =>
  tx
    .deleteFrom('access.sign_in')
    .where('state', '=', state)
    .where('started_at', '>', sql<Date>`now() - interval '15 minutes'`)
    .returning(['state', 'verifier', 'nonce', 'next'])
    .executeTakeFirst()

/** Whether everybody here is invented. */
export async function isDemonstration(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('access.demonstration').select('one').executeTakeFirst()) !== undefined
}
