/** The SQL of children and their brothers and sisters. Whose they are is the database's own rule. */

import { type Selectable, sql } from 'kysely'
import { type AuthorityId, type Tx } from '#access'
import type { Tables } from '#tables'
import type { Child, ChildId } from '../child.ts'
import type { Sibling } from '../record.ts'

type Row = Omit<Selectable<Tables['children.child']>, 'load_id' | 'born_month'>

const columns = [
  'authority_id',
  'id',
  'local_id',
  'given_name',
  'family_name',
  'sex',
  'born',
  'ethnicity',
  'upn',
  'asylum_until',
  'seeks_asylum',
  'mother',
  'child_born_on',
] as const

const children = (tx: Tx) => tx.selectFrom('children.child').select(columns)

export async function findChild(tx: Tx, id: ChildId): Promise<Child | undefined> {
  const row = await children(tx).where('id', '=', id).executeTakeFirst()
  return row && toChild(row)
}

/** Holds the child until the transaction ends: whoever changes a child's history holds the child first. */
export async function holdChild(tx: Tx, id: ChildId): Promise<Child | undefined> {
  const row = await children(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toChild(row)
}

export async function findChildren(tx: Tx, ids: readonly ChildId[]): Promise<Child[]> {
  const rows = await children(tx)
    .where('id', 'in', ids.length > 0 ? ids : [noId])
    .execute()
  return rows.map(toChild)
}

export async function findChildByLocalId(tx: Tx, localId: string): Promise<Child | undefined> {
  const row = await children(tx).where('local_id', '=', localId).executeTakeFirst()
  return row && toChild(row)
}

/** Every child the authority has ever told of: a few thousand rows at most. */
export const allChildren = async (tx: Tx): Promise<Child[]> =>
  (await children(tx).orderBy('local_id').execute()).map(toChild)

export const countChildren = async (tx: Tx): Promise<number> =>
  (
    await tx
      .selectFrom('children.child')
      .select(sql<number>`count(*)`.as('number'))
      .executeTakeFirstOrThrow()
  ).number

export type Naming = Pick<Child, 'id' | 'givenName' | 'familyName'>

/** Names come from the authority's own system, never from the return. */
export async function saveNames(tx: Tx, names: readonly Naming[]): Promise<void> {
  await sql`
    update children.child set given_name = batch."givenName", family_name = batch."familyName"
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb)
      as batch (id uuid, "givenName" text, "familyName" text)
    where child.id = batch.id`.execute(tx)
}

export const findSiblings = (tx: Tx, child: ChildId): Promise<Sibling[]> =>
  tx
    .selectFrom('children.sibling as tie')
    .innerJoin('children.child as child', join =>
      join.onRef('child.authority_id', '=', 'tie.authority_id').onRef('child.id', '=', 'tie.sibling_id'),
    )
    .where('tie.child_id', '=', child)
    .orderBy('child.born')
    .select(['child.local_id as localId', 'child.given_name as givenName'])
    .select(['child.family_name as familyName', 'child.born', sql<ChildId>`child.id`.as('id')])
    .execute()

export type Siblings = readonly [ChildId, ChildId]

/** Being brothers or sisters is mutual: both rows are written. */
export async function saveSiblings(
  tx: Tx,
  authority: AuthorityId,
  pairs: readonly Siblings[],
): Promise<void> {
  const both = pairs.flatMap(([one, other]) => [
    { one, other },
    { one: other, other: one },
  ])
  await sql`
    insert into children.sibling (authority_id, child_id, sibling_id)
    select ${authority}::uuid, one, other
    from jsonb_to_recordset(${JSON.stringify(both)}::jsonb) as batch (one uuid, other uuid)
    on conflict do nothing`.execute(tx)
}

const noId = '00000000-0000-0000-0000-000000000000'

export const toChild = (row: Row): Child => ({
  id: row.id as ChildId,
  authority: row.authority_id as AuthorityId,
  localId: row.local_id,
  givenName: row.given_name,
  familyName: row.family_name,
  sex: row.sex,
  born: row.born,
  ethnicity: row.ethnicity,
  upn: row.upn,
  asylumUntil: row.asylum_until,
  seeksAsylum: row.seeks_asylum,
  mother: row.mother,
  childBorn: row.child_born_on,
})
