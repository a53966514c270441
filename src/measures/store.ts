/** The SQL of figures: counts of children alike, by authority, under the asker's own policies. */

import { sql } from 'kysely'
import { type Tx, databaseBehind } from '#access'
import type { PlainDate } from '#shared/dates'
import { type Alike, type Cell, cellsOf, yearEndsBefore } from './count.ts'

export type CountedAuthority = { readonly id: string; readonly code: string; readonly name: string }

/** The authorities whose records the asker may see today: an authority its own, the co-operative those that share. */
export const authoritiesSeen = (tx: Tx): Promise<CountedAuthority[]> =>
  sql<CountedAuthority>`
    select id, code, name from access.organisation
    where kind = 'authority' and (id = nullif(current_setting('app.authority', true), '')::uuid
      or id in (select authority_id from access.sharing))
    order by name`
    .execute(tx)
    .then(({ rows }) => rows)

/** Members and others, so that a figure can say whom it leaves out. */
export const allAuthorities = (tx: Tx): Promise<CountedAuthority[]> =>
  sql<CountedAuthority>`select id, code, name from access.organisation where kind = 'authority' order by name`
    .execute(tx)
    .then(({ rows }) => rows)

export type PastCount = { readonly authority: string; readonly day: PlainDate; readonly children: number }
export type Counts = { readonly cells: readonly Cell[]; readonly past: readonly PastCount[] }
type Kept = Counts & { readonly number: number; readonly today: PlainDate }

/**
 * Counts by authority, kept until that authority's revision rises. Safe to keep across askers: they are counts only,
 * the same for whoever may see the authority; whether they may is asked of the database each time, and an authority
 * whose revision the asker cannot see is not looked up.
 */
const kept = new WeakMap<object, Map<string, Kept>>()

export async function countsSeen(tx: Tx, today: PlainDate): Promise<Counts> {
  const seen = await sql<{ authority_id: string; number: number }>`
    select authority_id, number from children.revision`.execute(tx)
  const keeper = databaseBehind(tx)
  const mine = kept.get(keeper) ?? new Map<string, Kept>()
  kept.set(keeper, mine)

  const stale = seen.rows.filter(({ authority_id, number }) => {
    const known = mine.get(authority_id)
    return known?.number !== number || known.today !== today
  })
  const authorities = stale.map(({ authority_id }) => authority_id)
  if (stale.length > 0) {
    const rows = await countAlike(tx, authorities, today)
    const past = await lookedAfterOn(tx, authorities, yearEndsBefore(today))
    for (const { authority_id: id, number } of stale) {
      const cells = cellsOf(
        rows.filter(({ authority }) => authority === id),
        today,
      )
      mine.set(id, { number, today, cells, past: past.filter(({ authority }) => authority === id) })
    }
  }
  const counts = seen.rows.map(({ authority_id }) => mine.get(authority_id)!)
  return { cells: counts.flatMap(({ cells }) => cells), past: counts.flatMap(({ past }) => past) }
}

/** One pass over those looked after and one over the year's placement starts: linear in both. */
const countAlike = (tx: Tx, authorities: readonly string[], today: PlainDate): Promise<Alike[]> =>
  sql<Alike>`
    with starts as (
      select authority_id, child_id, count(*) filter (where started_on > ${today}::date - 365) as begun,
             bool_or(started_on <= ${today}::date - 365) as earlier
      from children.placement_start
      where authority_id = any(${[...authorities]}::uuid[]) and started_on <= ${today}::date
      group by authority_id, child_id
    )
    select care.authority_id as authority, care.place_code as "placeCode", care.provider_code as "providerCode",
           care.born_month as "bornMonth", care.distance_miles > 20 as over20, not care.in_area as "outOfArea",
           coalesce(starts.begun + (case when starts.earlier then 1 else 0 end), 1) >= 3 as "threeOrMore",
           count(*)::int as children
    from children.looked_after care
    left join starts on starts.authority_id = care.authority_id and starts.child_id = care.child_id
    where care.authority_id = any(${[...authorities]}::uuid[])
    group by 1, 2, 3, 4, 5, 6, 7`
    .execute(tx)
    .then(({ rows }) => rows)

/** Children looked after on each of a few days. Cost: episodes times days, so only for a few. */
const lookedAfterOn = (
  tx: Tx,
  authorities: readonly string[],
  days: readonly PlainDate[],
): Promise<PastCount[]> =>
  sql<PastCount>`
    select episode.authority_id as authority, day::date as day, count(distinct episode.child_id)::int as children
    from unnest(${[...days]}::date[]) as day
    join children.day_in_care episode
      on episode.started_on <= day and (episode.ended_on is null or episode.ended_on > day)
    where episode.authority_id = any(${[...authorities]}::uuid[])
    group by 1, 2 order by 2`
    .execute(tx)
    .then(({ rows }) => rows)
