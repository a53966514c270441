/** The SQL of who is to look at a child's rows, what was said of them, and which team a social worker is in. */

import { sql } from 'kysely'
import type { AuthorityId, PersonId, Tx } from '#access'
import type { ChildId } from './rows.ts'

type Assigning = {
  readonly authority: AuthorityId
  readonly year: number
  readonly children: readonly ChildId[]
  /** Null takes the assignment away. */
  readonly person: PersonId | null
  readonly by: PersonId
}

/** Answers how many children there were: one of another authority is none. */
export async function assign(tx: Tx, { authority, year, children, person, by }: Assigning): Promise<number> {
  const ids = sql`${[...children]}::uuid[]`
  if (person === null) {
    const gone = await sql`
      delete from workbench.assignment where year = ${year} and child_id = any(${ids}) returning child_id`.execute(
      tx,
    )
    return gone.rows.length
  }
  const made = await sql`
    insert into workbench.assignment (authority_id, year, child_id, person_id, assigned_by)
    select ${authority}::uuid, ${year}, id, ${person}::uuid, ${by}::uuid from workbench.child where id = any(${ids})
    on conflict (authority_id, year, child_id)
      do update set person_id = excluded.person_id, assigned_by = excluded.assigned_by, assigned_at = now()
    returning child_id`.execute(tx)
  return made.rows.length
}

export async function assignedTo(tx: Tx, year: number, child: ChildId): Promise<PersonId | null> {
  const { rows } = await sql<{ person: PersonId }>`
    select person_id as person from workbench.assignment
    where year = ${year} and child_id = ${child}::uuid`.execute(tx)
  return rows[0]?.person ?? null
}

export type Comment = { readonly words: string; readonly saidBy: PersonId; readonly saidAt: Date }
type NewComment = {
  readonly authority: AuthorityId
  readonly year: number
  readonly child: ChildId
  readonly words: string
  readonly by: PersonId
}

export async function insertComment(
  tx: Tx,
  { authority, year, child, words, by }: NewComment,
): Promise<void> {
  await sql`
    insert into workbench.comment (authority_id, id, year, child_id, words, said_by)
    values (${authority}::uuid, gen_random_uuid(), ${year}, ${child}::uuid, ${words}, ${by}::uuid)`.execute(
    tx,
  )
}

export async function commentsOf(tx: Tx, year: number, child: ChildId): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select words, said_by as "saidBy", said_at as "saidAt" from workbench.comment
    where year = ${year} and child_id = ${child}::uuid order by said_at, id`.execute(tx)
  return rows
}

export type Team = { readonly worker: string; readonly name: string }

export async function teamsOf(tx: Tx): Promise<Team[]> {
  const { rows } = await sql<Team>`select worker, name from workbench.team order by name, worker`.execute(tx)
  return rows
}

/** The list as a whole replaces the one before. */
export async function replaceTeams(tx: Tx, authority: AuthorityId, teams: readonly Team[]): Promise<void> {
  await sql`delete from workbench.team where authority_id = ${authority}::uuid`.execute(tx)
  await sql`
    insert into workbench.team (authority_id, worker, name)
    select ${authority}::uuid, worker, name
    from jsonb_to_recordset(${JSON.stringify(teams)}::jsonb) as told (worker text, name text)`.execute(tx)
}
