/** The SQL of people, their roles, and when their access ends. */

import { sql } from 'kysely'
import { type OrganisationId, type PersonId, type Role, type Tx, isRole, kindOf } from '#access'
import type { PlainDate } from '#shared/dates'
import { newId } from '#shared/ids'
import type { Member } from '../member.ts'

export type SoughtPeople = {
  readonly name?: string | undefined
  readonly page: number
  readonly perPage: number
}

const membersIn = (tx: Tx, today: PlainDate) =>
  tx
    .selectFrom('access.person as person')
    .innerJoin('access.organisation as organisation', 'organisation.id', 'person.organisation_id')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'person.until_on',
      'organisation.id as organisation',
      'organisation.name as organisation_name',
      'organisation.kind',
    ])
    .select(
      sql<
        string[]
      >`array(select role from access.role_held where person_id = person.id and from_on <= ${today}
        and (until_on is null or until_on > ${today}) order by role)`.as('roles'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof membersIn>['execute']>>[number]
const toMember = (row: Row): Member => ({
  id: row.id as PersonId,
  name: row.name,
  email: row.email,
  organisation: row.organisation as OrganisationId,
  organisationName: row.organisation_name,
  kind: kindOf(row.kind),
  roles: row.roles.filter(isRole),
  until: row.until_on,
})

const matching = (name = '') => `%${name.replace(/[\\%_]/g, '\\$&')}%`

export async function listMembers(
  tx: Tx,
  today: PlainDate,
  { name, page, perPage }: SoughtPeople,
): Promise<{ members: Member[]; total: number }> {
  const sought = matching(name)
  const rows = await membersIn(tx, today)
    .where(eb => eb.or([eb('person.name', 'ilike', sought), eb('organisation.name', 'ilike', sought)]))
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('organisation.name')
    .orderBy('person.name')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return { members: rows.map(toMember), total: rows[0]?.total ?? 0 }
}

export async function findMember(tx: Tx, id: PersonId, today: PlainDate): Promise<Member | undefined> {
  const row = await membersIn(tx, today).where('person.id', '=', id).executeTakeFirst()
  return row && toMember(row)
}

type NewPerson = { readonly name: string; readonly email: string; readonly organisation: OrganisationId }

/** Undefined where somebody has this email already. */
export async function addPerson(tx: Tx, person: NewPerson): Promise<PersonId | undefined> {
  const { name, email, organisation: organisation_id } = person
  const known = await tx
    .selectFrom('access.person')
    .select('id')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
  if (known) return undefined
  const id = newId<'Person'>()
  await tx.insertInto('access.person').values({ id, organisation_id, name, email }).execute()
  return id as string as PersonId
}

/** Given again on the day it ended, a role goes on as if it had not. */
export const giveRole = (tx: Tx, person_id: PersonId, role: Role, from_on: PlainDate) =>
  tx
    .insertInto('access.role_held')
    .values({ person_id, role, from_on })
    .onConflict(clash => clash.columns(['person_id', 'role', 'from_on']).doUpdateSet({ until_on: null }))
    .execute()

export const endRole = (tx: Tx, person: PersonId, role: Role, until_on: PlainDate) =>
  tx
    .updateTable('access.role_held')
    .set({ until_on })
    .where('person_id', '=', person)
    .where('role', '=', role)
    .where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', until_on)]))
    .execute()

export const endAccess = (tx: Tx, person: PersonId, until_on: PlainDate) =>
  tx.updateTable('access.person').set({ until_on }).where('id', '=', person).execute()
