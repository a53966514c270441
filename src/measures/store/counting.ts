/** The SQL of figures: counts of children alike, by authority, under the asker's own policies. */

import { sql } from 'kysely'
import type { Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import { type Alike, tallyOf, yearEndsBefore } from '../count.ts'
import type { Counts, PastCount } from '../dashboard.ts'

/**
 * Counts one authority anew. Cost: a pass over those looked after, and six over the episodes. Not several at once: a
 * question about one reads its children alone, and the rows of 152 would take 90 MB while they are added up.
 */
export async function count(tx: Tx, authority: string, today: PlainDate): Promise<Counts> {
  const alike = await countAlike(tx, authority, today)
  return { tally: tallyOf(alike, today), past: await lookedAfterOn(tx, authority, yearEndsBefore(today)) }
}

/** One pass over those looked after, one over the year's placement starts and one over who was there as it began. */
const countAlike = (tx: Tx, authority: string, today: PlainDate): Promise<Alike[]> =>
  sql<Alike>`
    with year as (
      select (${today}::date - interval '1 year')::date as began
    ), starts as (
      select authority_id, child_id, count(*) as begun from children.placement_start, year
      where authority_id = ${authority}::uuid and started_on > began and started_on <= ${today}::date
      group by authority_id, child_id
    ), there as (
      select distinct authority_id, child_id from children.day_in_care, year
      where authority_id = ${authority}::uuid and started_on <= began
        and (ended_on is null or ended_on > began)
    )
    select care.place_code as "placeCode", care.provider_code as "providerCode",
           care.born_month as "bornMonth", care.distance_miles > 20 as over20, not care.in_area as "outOfArea",
           coalesce(starts.begun, 0) + (case when there.child_id is null then 0 else 1 end) >= 3 as "threeOrMore",
           count(*)::int as children
    from children.looked_after care
    left join starts on starts.authority_id = care.authority_id and starts.child_id = care.child_id
    left join there on there.authority_id = care.authority_id and there.child_id = care.child_id
    where care.authority_id = ${authority}::uuid
    group by 1, 2, 3, 4, 5, 6`
    .execute(tx)
    .then(({ rows }) => rows)

/** Children looked after on each of a few days. Cost: episodes times days, so only for a few. */
const lookedAfterOn = (tx: Tx, authority: string, days: readonly PlainDate[]): Promise<PastCount[]> =>
  sql<PastCount>`
    select day, count(distinct episode.child_id)::int as children
    from unnest(${[...days]}::date[]) as day
    join children.day_in_care episode
      on episode.started_on <= day and (episode.ended_on is null or episode.ended_on > day)
    where episode.authority_id = ${authority}::uuid
    group by 1 order by 1`
    .execute(tx)
    .then(({ rows }) => rows)
