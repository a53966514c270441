/** The SQL of what a load changed: each row as it was and as the load left it, so that it can be undone exactly. */

import { sql } from 'kysely'
import type { AuthorityId, Tx } from '#access'
import type { Mark, Picture, Subject } from '#children'
import type { LoadId } from '../load.ts'

export type Change = {
  readonly subject: Subject
  readonly id: string
  readonly before: { readonly child_id?: string; readonly id: string }
  readonly after: unknown // null where the load removed the row
}

type Owner = { readonly authority: AuthorityId; readonly id: LoadId }
type Pictured = { readonly before: readonly Picture[]; readonly after: readonly Picture[] }

export async function saveChanges(tx: Tx, owner: Owner, subject: Subject, pictured: Pictured): Promise<void> {
  const left = new Map(pictured.after.map(({ id, row }) => [id, row]))
  const changes = pictured.before.map(({ id, row }) => ({ id, before: row, after: left.get(id) ?? null }))
  if (changes.length === 0) return
  await sql`
    insert into returns.change (authority_id, load_id, subject, subject_id, before, after)
    select ${owner.authority}::uuid, ${owner.id}::uuid, ${subject}, id, before, nullif(after, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as batch (id uuid, before jsonb, after jsonb)`.execute(
    tx,
  )
}

export async function changesOf(tx: Tx, load: LoadId): Promise<Change[]> {
  const found = await sql<Change>`
    select subject, subject_id as id, before, after from returns.change where load_id = ${load}::uuid`.execute(
    tx,
  )
  return found.rows
}

/** The rows a load made: nothing was there before, so their ids and a mark of each are enough. */
export type Made = Readonly<Record<Subject, readonly Mark[]>>

export async function madeBy(tx: Tx, load: LoadId): Promise<Made> {
  const row = await tx.selectFrom('returns.load').select('made').where('id', '=', load).executeTakeFirst()
  return (row?.made ?? { child: [], episode: [] }) as unknown as Made
}

/** The ONS code of the authority, by which its own area is known. */
export async function codeOfAuthority(tx: Tx, authority: AuthorityId): Promise<string> {
  const row = await tx
    .selectFrom('access.organisation')
    .select('code')
    .where('id', '=', authority)
    .executeTakeFirst()
  return row?.code ?? ''
}
