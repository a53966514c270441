/** The SQL of an authority's own list of children. Only an authority's own rows are read: a few thousand at most. */

import { sql } from 'kysely'
import type { Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Pence } from '#shared/money'
import type { ChildId } from '../child.ts'
import {
  type Circumstance,
  type Narrowing,
  type Sort,
  type Standing,
  type childSorts,
  healthPlaces,
  justicePlaces,
  justiceStatuses,
} from '../narrowing.ts'
import {
  type Condition,
  type Window,
  conditionsOf,
  cutTo,
  every,
  isUnregistered,
  orderOf,
} from './conditions.ts'

export type ChildNarrowing = Narrowing & {
  readonly standing: Standing
  readonly circumstance?: Circumstance | undefined
  /** The beginning of a name or of a number. */
  readonly words?: string | undefined
}
export type ChildSort = Sort<(typeof childSorts)[number]>

export type ListedChild = {
  readonly id: ChildId
  readonly localId: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly born: PlainDate
  readonly placeCode: string | null
  readonly providerCode: string | null
  readonly legalStatus: string | null
  readonly distanceMiles: number | null
  readonly weeklyFee: Pence | null
  /** When the present or last placement began, and when it ended. */
  readonly placedOn: PlainDate | null
  readonly endedOn: PlainDate | null
}

type Listing = { readonly narrowing: ChildNarrowing; readonly today: PlainDate }

/**
 * Where the placement began is looked up after the page is cut, unless the list is in that order. `any` keeps that off
 * the index of the exclusion constraint, which the planner takes for as good as the key, and which is ten times slower.
 */
export async function listChildren(
  tx: Tx,
  { narrowing, today }: Listing,
  sort: ChildSort,
  { limit, offset }: Window,
): Promise<ListedChild[]> {
  const { rows } = await sql<ListedChild>`
    select child.id, child.local_id as "localId", child.given_name as "givenName",
      child.family_name as "familyName", child.born, episode.place_code as "placeCode",
      episode.provider_code as "providerCode", episode.legal_status as "legalStatus",
      episode.distance_miles as "distanceMiles", episode.weekly_fee_pence as "weeklyFee",
      episode.ended_on as "endedOn",
      (select began.started_on from children.episode began
       where began.authority_id = child.authority_id and began.child_id = child.id
         and began.reason_new <> 'L'
       order by began.started_on desc limit 1) as "placedOn"
    ${from(narrowing, today, [hasNumber])}
    order by ${orderOf(orderings, sort)}, child.local_id
    ${cutTo({ limit, offset })}`.execute(tx)
  return rows
}

/** Every child has one: to say so opens the index that is in order of name (migration 0024). */
const hasNumber = sql`child.local_id > ''`

export type PlaceCount = {
  readonly placeCode: string | null
  readonly providerCode: string | null
  readonly children: number
  readonly over20: number
}

/** One count answers for the whole list: how many, of which kinds, and how far from home. */
export async function countByPlace(tx: Tx, { narrowing, today }: Listing): Promise<PlaceCount[]> {
  const { rows } = await sql<PlaceCount>`
    select episode.place_code as "placeCode", episode.provider_code as "providerCode", count(*) as children,
      count(*) filter (where episode.distance_miles > 20) as over20
    ${asksChild(narrowing) ? from(narrowing, today) : fromEpisodes(narrowing, today)}
    group by 1, 2`.execute(tx)
  return rows
}

/** Those looked after now are found from their open episodes; the rest from the child and the last episode. */
function from(narrowing: ChildNarrowing, today: PlainDate, more: readonly Condition[] = []): Condition {
  const { standing, circumstance, words } = narrowing
  const source =
    standing === 'now'
      ? sql`from children.child join children.episode
          on episode.authority_id = child.authority_id and episode.child_id = child.id and episode.ended_on is null`
      : sql`from children.child left join lateral (
          select * from children.episode last
          where last.authority_id = child.authority_id and last.child_id = child.id
          order by last.started_on desc limit 1
        ) episode on true`
  const conditions = [
    ...conditionsOf(narrowing, sql`child.born`, today),
    ...(standing === 'before' ? [sql`(episode.id is null or episode.ended_on is not null)`] : []),
    ...(circumstance ? [circumstanceIs[circumstance]] : []),
    ...(words ? [beginsWith(words)] : []),
    ...more,
  ]
  return sql`${source} ${circumstance && asksAssessment.has(circumstance) ? latestAssessment : sql``}
    where ${every(conditions)}`
}

/** Every open episode is of a child of the same authority, so those who are only counted need not be looked up. */
export const asksChild = ({ standing, circumstance, words, ageBand }: ChildNarrowing) =>
  standing !== 'now' || circumstance !== undefined || words !== undefined || ageBand !== undefined

const fromEpisodes = (narrowing: ChildNarrowing, today: PlainDate) =>
  sql`from children.episode
    where ${every([sql`episode.ended_on is null`, ...conditionsOf(narrowing, sql`null`, today)])}`

const latestAssessment = sql`left join lateral (
    select assessed_on, has_ehcp, health_setting, youth_justice from children.assessment made
    where made.authority_id = child.authority_id and made.child_id = child.id
    order by made.assessed_on desc limit 1
  ) assessment on true`

const asksAssessment: ReadonlySet<Circumstance> = new Set(['health', 'youth justice', 'plan', 'not assessed'])

const circumstanceIs: Record<Circumstance, Condition> = {
  unregistered: isUnregistered,
  health: sql`(episode.place_code = any(${[...healthPlaces]}::text[]) or assessment.health_setting)`,
  'youth justice': sql`(episode.place_code = any(${[...justicePlaces]}::text[])
    or episode.legal_status = any(${[...justiceStatuses]}::text[]) or assessment.youth_justice)`,
  plan: sql`assessment.has_ehcp`,
  'not assessed': sql`assessment.assessed_on is null`,
}

/** Each name, both, or the number. No index serves it under row-level security; an authority's own rows are few. */
const beginsWith = (words: string) => sql`(
    starts_with(lower(child.given_name), lower(${words})) or starts_with(lower(child.family_name), lower(${words}))
    or starts_with(lower(concat_ws(' ', child.given_name, child.family_name)), lower(${words}))
    or starts_with(lower(child.local_id), lower(${words})))`

/** The younger, the nearer and the sooner first, unless turned round. */
const orderings: Record<(typeof childSorts)[number], readonly Condition[]> = {
  name: [sql`lower(child.family_name)`, sql`lower(child.given_name)`],
  number: [sql`child.local_id`],
  age: [sql`date '2100-01-01' - child.born`],
  placed: [sql`"placedOn"`],
  distance: [sql`episode.distance_miles`],
  fee: [sql`episode.weekly_fee_pence`],
}
