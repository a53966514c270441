/** Whose figures the asker may see today, and whether any of them have changed: one question, asked each time. */

import { type RawBuilder, sql } from 'kysely'
import { type Actor, type Tx, databaseBehind } from '#access'
import type { CountedAuthority } from '../dashboard.ts'

/** A number that rises with every change to an authority's children. */
export type Revision = { readonly id: string; readonly number: number }

export type Seen = {
  readonly authorities: readonly CountedAuthority[]
  /** In the region, but not seen. */
  readonly others: readonly CountedAuthority[]
  /** Of those seen that have ever loaded a child. */
  readonly revisions: readonly Revision[]
}

type Told = { readonly text: string; readonly seen: Seen }
/** What each organisation was told last: some hundreds at most. */
const told = new WeakMap<object, Map<string, Told>>()

/**
 * The authorities whose figures the asker may see today: an authority its own, the co-operative those that share where
 * their children are placed. An agreement about something else opens nothing here. All of it is asked each time, as
 * one text; only if that is not what this organisation was told last are the lists read, and those that say the same
 * are the very same lists.
 */
export async function seenBy(
  tx: Tx,
  { kind, organisation }: Pick<Actor, 'kind' | 'organisation'>,
): Promise<Seen> {
  const keeper = databaseBehind(tx)
  const mine = told.get(keeper) ?? new Map<string, Told>()
  told.set(keeper, mine)
  const whom = `${kind} ${organisation}`
  const last = mine.get(whom)
  const { rows } = await sql<{ text: string }>`${authority} select ${inOneText} as text`.execute(tx)
  if (last && rows[0]!.text === last.text) return last.seen
  const now = await readSeen(tx, last?.seen)
  mine.set(whom, now)
  return now.seen
}

const authority = sql`
  with authority as (
    select id, code, name, (id = nullif(current_setting('app.authority', true), '')::uuid
      or current_setting('app.kind', true) = 'region' and id in (
        select authority_id from access.sharing group by authority_id
        having bool_or('basic' = any(fields)) and bool_or('placement' = any(fields)))) is true as seen
    from access.organisation where kind = 'authority'
  )`

/** Whatever else it is, it is another text when anything in the lists is another. */
const inOneText = sql`concat(
  (select string_agg(concat(id, code, seen, name), ',' order by id) from authority), '/',
  (select string_agg(concat(authority_id, number), ',' order by authority_id) from children.revision))`

const listOf = (which: RawBuilder<unknown>) => sql`
  (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name) order by name), '[]')
    from authority where ${which})`

/** Text and lists in one statement, so that neither is older than the other. */
async function readSeen(tx: Tx, last: Seen | undefined): Promise<Told> {
  const { rows } = await sql<Seen & { text: string }>`
    ${authority}
    select ${inOneText} as text, ${listOf(sql`seen`)} as authorities, ${listOf(sql`not seen`)} as others, (
      select coalesce(json_agg(json_build_object('id', id, 'number', number)), '[]')
      from authority join children.revision on revision.authority_id = authority.id where seen) as revisions`.execute(
    tx,
  )
  const { text, ...lists } = rows[0]!
  const kept = (what: keyof Seen) =>
    last && JSON.stringify(last[what]) === JSON.stringify(lists[what]) ? last[what] : lists[what]
  const seen = { authorities: kept('authorities'), others: kept('others'), revisions: kept('revisions') }
  return { text, seen: seen as Seen }
}
