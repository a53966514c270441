/** The SQL of how many people take part, and who of them can do nothing yet. */

import { sql } from 'kysely'
import type { PersonId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'

export type PeopleCounted = {
  readonly total: number
  /** By kind of organisation. */
  readonly byKind: readonly { readonly kind: string; readonly people: number }[]
  readonly withoutRole: {
    readonly total: number
    readonly first: readonly {
      readonly id: PersonId
      readonly name: string
      readonly organisationName: string
    }[]
  }
}

/** Only those who may sign in on the day. */
export async function countPeople(tx: Tx, today: PlainDate, most: number): Promise<PeopleCounted> {
  const here = sql`access.person join access.organisation on organisation.id = person.organisation_id
    where (person.until_on is null or person.until_on > ${today}::date)`
  const byKind = await sql<PeopleCounted['byKind'][number]>`
    select organisation.kind, count(*)::int as people from ${here}
    group by organisation.kind order by people desc, organisation.kind`.execute(tx)
  const idle = await sql<PeopleCounted['withoutRole']['first'][number] & { total: number }>`
    select person.id, person.name, organisation.name as "organisationName", (count(*) over ())::int as total
    from ${here} and not exists (select from access.role_held where role_held.person_id = person.id
      and role_held.from_on <= ${today}::date and (role_held.until_on is null or role_held.until_on > ${today}::date))
    order by person.name, person.id limit ${most}`.execute(tx)
  return {
    total: byKind.rows.reduce((sum, { people }) => sum + people, 0),
    byKind: byKind.rows,
    withoutRole: {
      total: idle.rows[0]?.total ?? 0,
      first: idle.rows.map(({ id, name, organisationName }) => ({ id, name, organisationName })),
    },
  }
}
