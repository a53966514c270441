/** The SQL of narrowing: the conditions that both lists of children share, over an episode and the child's birth. */

import { type RawBuilder, sql } from 'kysely'
import { unregisteredCodes } from '#reference'
import type { PlainDate } from '#shared/dates'
import { type Narrowing, type Sort, codesOfKind, legalCodes, yearsOf } from '../narrowing.ts'

export type Condition = RawBuilder<unknown>

/** `born` is the day of birth for those who may know it, and the first of its month for those who may not. */
export function conditionsOf(narrowing: Narrowing, born: Condition, today: PlainDate): Condition[] {
  const { kind, legalStatus, ageBand, distance, moves } = narrowing
  return [
    kind &&
      sql`episode.place_code || '/' || coalesce(episode.provider_code, '') = any(${codesOfKind(kind)}::text[])`,
    legalStatus && sql`episode.legal_status = any(${[...legalCodes(legalStatus)]}::text[])`,
    ageBand && isAged(yearsOf(ageBand), born, today),
    distance && distanceIs[distance],
    moves && hasMoved(today),
  ].filter(each => each !== undefined)
}

export const isUnregistered = sql`episode.place_code = any(${[...unregisteredCodes]}::text[])`

export const every = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `)

const isAged = ({ from, until }: { from: number; until: number }, born: Condition, today: PlainDate) =>
  sql`extract(year from age(${today}::date, ${born})) >= ${from}
    and extract(year from age(${today}::date, ${born})) < ${until}`

/** As the figure counts: children in agreed series of short breaks (V3, V4) are in none. */
const isCounted = sql`episode.legal_status not in ('V3', 'V4')`

/** Three or more placements in the 12 months to a day, the one they began in among them; one pass, as the figure is. */
const hasMoved = (today: PlainDate) => sql`${isCounted} and (episode.authority_id, episode.child_id) in (
    select authority_id, child_id from (
      select authority_id, child_id from children.placement_start
      where started_on > (${today}::date - interval '1 year')::date and started_on <= ${today}::date
      union all
      select distinct authority_id, child_id from children.day_in_care
      where started_on <= (${today}::date - interval '1 year')::date
        and (ended_on is null or ended_on > (${today}::date - interval '1 year')::date)
    ) placed group by authority_id, child_id having count(*) >= 3)`

const distanceIs = {
  'over 20': sql`episode.distance_miles > 20`,
  'over 100': sql`episode.distance_miles > 100`,
  outside: sql`${isCounted} and not episode.in_area`,
  'not known': sql`episode.distance_miles is null`,
}

/** What is not known comes last, whichever way round. */
export function orderOf<Word extends string>(
  orderings: Readonly<Record<string, readonly Condition[]>>,
  sort: Sort<Word>,
): Condition {
  const word = sort.replace(/^-/, '')
  const direction = sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
  return sql.join(orderings[word]!.map(each => sql`${each} ${direction}`))
}

export type Window = { readonly limit: number; readonly offset: number }

/** Written out for the first page, which most read, so that its plan can be kept: one for any page would be worse. */
export const cutTo = ({ limit, offset }: Window): Condition =>
  offset === 0 ? sql`limit ${sql.lit(limit)}` : sql`limit ${limit} offset ${offset}`
