/** The SQL of narrowing: the conditions that both lists of children share, over an episode and the child's birth. */

import { type RawBuilder, sql } from 'kysely'
import { unregisteredCodes } from '#reference'
import type { PlainDate } from '#shared/dates'
import { type Narrowing, type Sort, codesOfKind, legalCodes, yearsOf } from '../narrowing.ts'

export type Condition = RawBuilder<unknown>

/** `born` is the day of birth for those who may know it, and the first of its month for those who may not. */
export function conditionsOf(narrowing: Narrowing, born: Condition, today: PlainDate): Condition[] {
  const { kind, legalStatus, ageBand, distance } = narrowing
  return [
    kind &&
      sql`episode.place_code || '/' || coalesce(episode.provider_code, '') = any(${codesOfKind(kind)}::text[])`,
    legalStatus && sql`episode.legal_status = any(${[...legalCodes(legalStatus)]}::text[])`,
    ageBand && isAged(yearsOf(ageBand), born, today),
    distance && distanceIs[distance],
  ].filter(each => each !== undefined)
}

export const isUnregistered = sql`episode.place_code = any(${[...unregisteredCodes]}::text[])`

export const every = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `)

const isAged = ({ from, until }: { from: number; until: number }, born: Condition, today: PlainDate) =>
  sql`extract(year from age(${today}::date, ${born})) >= ${from}
    and extract(year from age(${today}::date, ${born})) < ${until}`

const distanceIs = {
  'over 20': sql`episode.distance_miles > 20`,
  'over 100': sql`episode.distance_miles > 100`,
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
