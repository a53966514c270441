/** The SQL of figures: counts of children alike, by authority, under the asker's own policies. */

import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import { type Alike, tallyOf, yearEndsBefore } from '../count.ts'
import type { Counts, PastCount } from '../dashboard.ts'

/** One authority by itself reads its own children alone; a question about several reads those of all. */
const fewer = 12

/** Counts anew. Cost: a pass over the children looked after by these authorities, and six over their episodes. */
export async function count(tx: Tx, ids: readonly string[], today: PlainDate): Promise<Map<string, Counts>> {
  if (ids.length > fewer) return countTogether(tx, ids, today)
  const each = new Map<string, Counts>()
  for (const id of ids) each.set(id, (await countTogether(tx, [id], today)).get(id)!)
  return each
}

async function countTogether(tx: Tx, ids: readonly string[], today: PlainDate): Promise<Map<string, Counts>> {
  const alike = Map.groupBy(await countAlike(tx, ids, today), ({ authority }) => authority)
  const past = Map.groupBy(await lookedAfterOn(tx, ids, yearEndsBefore(today)), ({ authority }) => authority)
  return new Map(
    ids.map(id => [id, { tally: tallyOf(alike.get(id) ?? [], today), past: past.get(id) ?? [] }]),
  )
}

/** Of one authority, as most recounts are, an equation: it holds of all that is joined, and other rows stay unread. */
const isOneOf = (authorities: readonly string[], column: RawBuilder<unknown>): RawBuilder<unknown> =>
  authorities.length === 1
    ? sql`${column} = ${authorities[0]}::uuid`
    : sql`${column} = any(${[...authorities]}::uuid[])`

/** One pass over those looked after, one over the year's placement starts and one over who was there as it began. */
const countAlike = (tx: Tx, authorities: readonly string[], today: PlainDate): Promise<Alike[]> =>
  sql<Alike>`
    with year as (
      select (${today}::date - interval '1 year')::date as began
    ), starts as (
      select authority_id, child_id, count(*) as begun from children.placement_start, year
      where ${isOneOf(authorities, sql`authority_id`)} and started_on > began and started_on <= ${today}::date
      group by authority_id, child_id
    ), there as (
      select distinct authority_id, child_id from children.day_in_care, year
      where ${isOneOf(authorities, sql`authority_id`)} and started_on <= began
        and (ended_on is null or ended_on > began)
    )
    select care.authority_id as authority, care.place_code as "placeCode", care.provider_code as "providerCode",
           care.born_month as "bornMonth", care.distance_miles > 20 as over20, not care.in_area as "outOfArea",
           coalesce(starts.begun, 0) + (case when there.child_id is null then 0 else 1 end) >= 3 as "threeOrMore",
           count(*)::int as children
    from children.looked_after care
    left join starts on starts.authority_id = care.authority_id and starts.child_id = care.child_id
    left join there on there.authority_id = care.authority_id and there.child_id = care.child_id
    where ${isOneOf(authorities, sql`care.authority_id`)}
    group by 1, 2, 3, 4, 5, 6, 7`
    .execute(tx)
    .then(({ rows }) => rows)

type PastRow = PastCount & { readonly authority: string }

/** Children looked after on each of a few days. Cost: episodes times days, so only for a few. */
const lookedAfterOn = (
  tx: Tx,
  authorities: readonly string[],
  days: readonly PlainDate[],
): Promise<PastRow[]> =>
  sql<PastRow>`
    select episode.authority_id as authority, day, count(distinct episode.child_id)::int as children
    from unnest(${[...days]}::date[]) as day
    join children.day_in_care episode
      on episode.started_on <= day and (episode.ended_on is null or episode.ended_on > day)
    where ${isOneOf(authorities, sql`episode.authority_id`)}
    group by 1, 2 order by 2`
    .execute(tx)
    .then(({ rows }) => rows)
