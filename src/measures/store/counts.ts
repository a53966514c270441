/** The SQL of figures: counts of children alike, by authority, under the asker's own policies. */

import { type RawBuilder, sql } from 'kysely'
import { type Tx, databaseBehind } from '#access'
import { type OpenPlaces, type Supply, countPlaces, supplyFor } from '#provision'
import type { PlainDate } from '#shared/dates'
import { type Alike, tallyOf, yearEndsBefore } from '../count.ts'
import type { CountedAuthority, Counts, PastCount } from '../dashboard.ts'

/**
 * The authorities whose figures the asker may see today: an authority its own, the co-operative those that share where
 * their children are placed. An agreement about something else opens nothing here.
 */
export const authoritiesSeen = (tx: Tx): Promise<CountedAuthority[]> =>
  sql<CountedAuthority>`
    select id, code, name from access.organisation
    where kind = 'authority' and (id = nullif(current_setting('app.authority', true), '')::uuid
      or current_setting('app.kind', true) = 'region' and id in (
        select authority_id from access.sharing group by authority_id
        having bool_or('basic' = any(fields)) and bool_or('placement' = any(fields))))
    order by name`
    .execute(tx)
    .then(({ rows }) => rows)

/** Members and others, so that a figure can say whom it leaves out. */
export const allAuthorities = (tx: Tx): Promise<CountedAuthority[]> =>
  sql<CountedAuthority>`select id, code, name from access.organisation where kind = 'authority' order by name`
    .execute(tx)
    .then(({ rows }) => rows)

type Kept = { readonly number: number; readonly today: PlainDate; readonly counts: Promise<Counts> }

/**
 * Counts by authority, kept until that authority's revision rises or the day ends, and counted once however many ask
 * at once. Safe to keep across askers: they are counts only, the same for whoever may see the authority; each asker's
 * own transaction is asked first, under row-level security, for the authority's revision, and one whose revision the
 * asker cannot see is not looked up. For readers only: a writer could keep what it then takes back.
 */
const kept = new WeakMap<object, Map<string, Kept>>()

export async function countsSeen(
  tx: Tx,
  authorities: readonly CountedAuthority[],
  today: PlainDate,
): Promise<ReadonlyMap<string, Counts>> {
  const ids = authorities.map(({ id }) => id)
  const { rows } = await sql<{ id: string; number: number }>`
    select authority_id as id, number from children.revision
    where authority_id = any(${ids}::uuid[])`.execute(tx)
  const mine = keptFor(tx)
  const stale = rows.filter(({ id, number }) => !isFresh(mine.get(id), number, today))
  if (stale.length > 0) keep(tx, stale, today)
  const counts = await Promise.all(rows.map(async ({ id }) => [id, await mine.get(id)!.counts] as const))
  return new Map(counts)
}

function keptFor(tx: Tx): Map<string, Kept> {
  const keeper = databaseBehind(tx)
  const mine = kept.get(keeper) ?? new Map<string, Kept>()
  kept.set(keeper, mine)
  return mine
}

const isFresh = (known: Kept | undefined, number: number, today: PlainDate) =>
  known?.number === number && known.today === today

/** What could not be counted is forgotten, and whoever asks next counts again. */
function keep(tx: Tx, stale: readonly { id: string; number: number }[], today: PlainDate): void {
  const mine = keptFor(tx)
  const ids = stale.map(({ id }) => id)
  const counting = count(tx, ids, today)
  for (const { id, number } of stale) {
    const one: Kept = { number, today, counts: counting.then(all => all.get(id)!) }
    one.counts.catch(() => mine.get(id) === one && mine.delete(id))
    mine.set(id, one)
  }
}

async function count(tx: Tx, ids: readonly string[], today: PlainDate): Promise<Map<string, Counts>> {
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

const places = new WeakMap<Supply, { readonly day: PlainDate; readonly counted: readonly OpenPlaces[] }>()

/** Places by kind and area, counted once for each state of the register and each day. */
export async function placesSeen(tx: Tx, day: PlainDate): Promise<readonly OpenPlaces[]> {
  const supply = await supplyFor(tx)
  const known = places.get(supply)
  if (known?.day === day) return known.counted
  const counted = countPlaces(supply, day)
  places.set(supply, { day, counted })
  return counted
}

const byArea = new WeakMap<readonly OpenPlaces[], ReadonlyMap<string, readonly OpenPlaces[]>>()
const none: readonly OpenPlaces[] = []

/** Those of one area, the same as long as all are. */
export function placesIn(all: readonly OpenPlaces[], area: string): readonly OpenPlaces[] {
  const known = byArea.get(all) ?? Map.groupBy(all, each => each.area)
  byArea.set(all, known)
  return known.get(area) ?? none
}
