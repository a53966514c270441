/** The SQL of stays in care, counted by how they began and ended in a year, under the asker's own policies. */

import { sql } from 'kysely'
import type { Tx } from '#access'
import type { FlowYear, Stays } from '../flow.ts'

/**
 * A stay is a run of episodes, each beginning on the day the one before ended; short breaks (V3, V4) are none. Ages are
 * in whole years, from the month of birth. Only episodes of the year are read: in one that began before it the child
 * was there, and one that ended after it does not end the stay. Cost: one pass over the episodes of the authorities.
 */
export async function staysIn(tx: Tx, authorities: readonly string[], year: FlowYear): Promise<Stays[]> {
  const { rows } = await sql<Stays>`
    with spell as (
      select authority_id, child_id, started_on, ended_on,
        lag(ended_on) over by_child is distinct from started_on as begins,
        lead(started_on) over by_child is distinct from ended_on as ends
      from children.day_in_care
      where authority_id = any(${[...authorities]}::uuid[])
        and started_on <= ${year.closed}::date and (ended_on is null or ended_on > ${year.opened}::date)
      window by_child as (partition by authority_id, child_id order by started_on)
    ), stay as (
      select authority_id, child_id, started_on, ended_on,
        sum(begins::int) over (partition by authority_id, child_id order by started_on) as number, ends
      from spell
    ), whole as (
      select authority_id, child_id, greatest(min(started_on), ${year.opened}::date) as first_on,
        min(started_on) > ${year.opened}::date as entered,
        bool_or(ends and ended_on is not null and ended_on <= ${year.closed}::date) as "left",
        coalesce(max(ended_on) filter (where ended_on <= ${year.closed}::date and ends), ${year.closed}::date)
          as last_on
      from stay group by authority_id, child_id, number
    )
    select entered, "left", extract(year from age(first_on, child.born_month))::int as "ageFirst",
      extract(year from age(last_on, child.born_month))::int as "ageLast", count(*)::int as stays
    from whole
    join children.child on child.authority_id = whole.authority_id and child.id = whole.child_id
    group by 1, 2, 3, 4`.execute(tx)
  return rows
}
