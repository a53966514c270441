/** The SQL by which a return is put beside what is held, and by which its rows go back exactly as they were. */

import { type RawBuilder, sql } from 'kysely'
import type { AuthorityId, Tx } from '#access'
import type { Child, ChildId } from '../child.ts'
import type { Episode, EpisodeId } from '../episode.ts'
import type { LoadId } from './bulk.ts'
import { toChild } from './children.ts'
import { toEpisode } from './episodes.ts'

/** `load` is the load of a return that last wrote the row; null where a person did. */
export type Held = {
  /** While this is the authority's revision, nothing of it has changed. */
  readonly revision: number
  readonly children: readonly (Child & { readonly load: LoadId | null })[]
  readonly episodes: readonly (Episode & { readonly load: LoadId | null })[]
}

/** Everything an authority holds that a return tells of: a few thousand rows. */
export async function heldForReturn(tx: Tx): Promise<Held> {
  const revision = await tx.selectFrom('children.revision').select('number').executeTakeFirst()
  const children = await tx.selectFrom('children.child').selectAll().execute()
  const episodes = await tx
    .selectFrom('children.episode')
    .selectAll()
    .orderBy('child_id')
    .orderBy('started_on')
    .execute()
  return {
    revision: revision?.number ?? 0,
    children: children.map(row => ({ ...toChild(row), load: row.load_id as LoadId | null })),
    episodes: episodes.map(row => ({ ...toEpisode(row), load: row.load_id as LoadId | null })),
  }
}

/**
 * Until the transaction ends nobody else finishes a change to this authority's children: every change raises the
 * revision, in a row that is held here. Answers the revision.
 */
export async function holdHistories(tx: Tx, authority: AuthorityId): Promise<number> {
  const held = await sql<{ number: number }>`insert into children.revision values (${authority}::uuid, 0)
    on conflict (authority_id) do update set number = revision.number returning number`.execute(tx)
  return held.rows[0]!.number
}

export type Subject = 'child' | 'episode'
/** A whole row, its every column, as the table has it. */
export type Picture = { readonly id: string; readonly child: string; readonly row: unknown }

export async function picturesOf(tx: Tx, subject: Subject, ids: readonly string[]): Promise<Picture[]> {
  if (ids.length === 0) return []
  const { table, child } = tables[subject]
  const found = await sql<Picture>`
    select pictured.id, ${numberOf(child)} as child, to_jsonb(pictured) as row
    from ${table} pictured where pictured.id in (${batchOf(ids)})`.execute(tx)
  return found.rows
}

export type Mark = { readonly id: string; readonly child: string; readonly mark: string }

/** A mark for each row, which is another as soon as anything in the row is. */
export async function marksOf(tx: Tx, subject: Subject, ids: readonly string[]): Promise<Mark[]> {
  if (ids.length === 0) return []
  const { table, child, columns } = tables[subject]
  const found = await sql<Mark>`
    select pictured.id, ${numberOf(child)} as child,
      left(md5(row(${listed(columns, 'pictured')})::text), 16) as mark
    from ${table} pictured where pictured.id in (${batchOf(ids)})`.execute(tx)
  return found.rows
}

/** Those of these rows that are no longer as pictured. A column that came later is not compared. */
export async function differingFrom(
  tx: Tx,
  subject: Subject,
  pictures: readonly Omit<Picture, 'child'>[],
): Promise<string[]> {
  if (pictures.length === 0) return []
  const found = await sql<{ id: string }>`
    select batch.id from jsonb_to_recordset(${JSON.stringify(pictures)}::jsonb) as batch (id uuid, "row" jsonb)
    left join ${tables[subject].table} pictured on pictured.id = batch.id
    where pictured.id is null or not to_jsonb(pictured) @> batch."row"`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** Puts rows back as they were pictured, each column of them. Delete episodes that stand in their way first. */
export async function restore(tx: Tx, subject: Subject, rows: readonly unknown[]): Promise<void> {
  if (rows.length === 0) return
  const { table, columns } = tables[subject]
  const set = columns.map(name => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`)
  await sql`
    insert into ${table} (authority_id, id, ${listed(columns)})
    select authority_id, id, ${listed(columns)}
    from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::jsonb)
    on conflict (authority_id, id) do update set ${sql.join(set)}`.execute(tx)
}

/** Those of these children who have an episode besides these. */
export async function childrenWithMore(
  tx: Tx,
  children: readonly ChildId[],
  episodes: readonly EpisodeId[],
): Promise<string[]> {
  if (children.length === 0) return []
  const found = await sql<{ child: string }>`
    select distinct child.local_id as child from children.episode join children.child on child.id = episode.child_id
    where child.id in (${batchOf(children)}) and episode.id not in (${batchOf(episodes)})`.execute(tx)
  return found.rows.map(({ child }) => child)
}

/** Looked up child by child: statistics to plan a join by are not there for an authority's first return. */
const numberOf = (child: RawBuilder<unknown>) => sql`(
  select known.local_id from children.child known
  where known.authority_id = pictured.authority_id and known.id = ${child})`

const batchOf = (ids: readonly string[]) =>
  sql`select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)`

const listed = (names: readonly string[], of?: string): RawBuilder<unknown> =>
  sql.join(names.map(name => (of ? sql`${sql.ref(`${of}.${name}`)}` : sql.ref(name))))

/** Without the key, and without what the table works out for itself. */
const tables = {
  child: {
    table: sql`children.child`,
    child: sql`pictured.id`,
    columns: [
      ...'local_id given_name family_name sex born ethnicity upn'.split(' '),
      ...'asylum_until seeks_asylum mother child_born_on load_id'.split(' '),
    ],
  },
  episode: {
    table: sql`children.episode`,
    child: sql`pictured.child_id`,
    columns: (
      'child_id started_on reason_new legal_status need_code place_code provider_code ended_on end_reason ' +
      'change_reason home_postcode placement_postcode urn distance_miles placement_area in_area weekly_fee_pence ' +
      'home_id load_id'
    ).split(' '),
  },
}
