/** The SQL of the region's list: only columns the region is granted, and of those only the groups agreed. */

import { sql } from 'kysely'
import type { AuthorityId, OrganisationId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { ChildId } from '../child.ts'
import type { Narrowing, Sort, regionSorts } from '../narrowing.ts'
import type { Agreed, Sharing, SharedChild } from '../sharing.ts'
import {
  type Condition,
  type Window,
  conditionsOf,
  cutTo,
  every,
  isUnregistered,
  orderOf,
} from './conditions.ts'
import type { PlaceCount } from './lists.ts'

/** The agreements in force today under which anybody shares with the asking organisation. */
export async function findSharings(tx: Tx): Promise<Sharing[]> {
  const { rows } = await sql<Sharing>`
    select agreement.id, agreement.name, agreement.purpose, agreement.lawful_basis as "lawfulBasis", agreement.fields,
      agreement.until_on as "untilOn",
      jsonb_agg(jsonb_build_object('id', authority.id, 'name', authority.name) order by authority.name) as authorities
    from access.sharing
    join access.agreement on agreement.id = sharing.agreement_id
    join access.organisation authority on authority.id = sharing.authority_id
    group by agreement.id
    order by agreement.name, agreement.id`.execute(tx)
  return rows
}

export type RegionNarrowing = Narrowing & {
  readonly authorities: readonly AuthorityId[]
  readonly unregistered?: boolean | undefined
}
export type RegionSort = Sort<(typeof regionSorts)[number]>
type Listing = { readonly narrowing: RegionNarrowing; readonly agreed: Agreed; readonly today: PlainDate }
/** The child's own id is for the keyed hash, and goes no further. */
export type SharedRow = Omit<SharedChild, 'id'> & { readonly id: ChildId; readonly authority: OrganisationId }

/** The page is cut from episodes alone, the latest first from an index, and only then are its children looked up. */
export async function listRegion(
  tx: Tx,
  { narrowing, agreed, today }: Listing,
  sort: RegionSort,
  { limit, offset }: Window,
): Promise<SharedRow[]> {
  const word = sort.replace(/^-/, '') as (typeof regionSorts)[number]
  const needsChild = word === 'age' || narrowing.ageBand !== undefined
  const { rows } = await sql<SharedRow>`
    select child.id, child.authority_id as authority, authority.name as "authorityName"
      ${agreed.basic ? basic : sql``} ${agreed.placement ? placement : sql``} ${agreed.cost ? cost : sql``}
    from (
      select ${orderings[word][0]} as sorted_by, episode.authority_id, episode.child_id, episode.id,
        episode.legal_status, episode.need_code, episode.place_code, episode.provider_code, episode.started_on,
        episode.distance_miles, episode.in_area, episode.home_sector, episode.placement_sector,
        episode.placement_area, episode.weekly_fee_pence
      from children.episode ${needsChild ? joinChild : sql``}
      where ${conditions(narrowing, today, amongMany)}
      order by ${orderOf(orderings, sort)}, episode.id
      ${cutTo({ limit, offset })}
    ) episode
    ${joinChild}
    join access.organisation authority on authority.id = episode.authority_id
    order by ${orderOf({ [word]: [sql`episode.sorted_by`] }, sort)}, episode.id`.execute(tx)
  return rows
}

const basic = sql`, child.sex, child.born_month as "bornMonth", child.ethnicity, child.seeks_asylum as "seeksAsylum",
  episode.legal_status as "legalStatus", episode.need_code as "needCode"`
const placement = sql`, episode.place_code as "placeCode", episode.provider_code as "providerCode",
  episode.started_on as "startedOn", episode.distance_miles as "distanceMiles", episode.in_area as "inArea",
  episode.home_sector as "homeSector", episode.placement_sector as "placementSector",
  episode.placement_area as "placementArea"`
const cost = sql`, episode.weekly_fee_pence as "weeklyFee"`

export type RegionCount = PlaceCount & { readonly authority: OrganisationId; readonly authorityName: string }

/** One pass over the open episodes of those who share counts them by authority and kind. */
export async function countRegion(
  tx: Tx,
  { narrowing, today }: Omit<Listing, 'agreed'>,
): Promise<RegionCount[]> {
  const { rows } = await sql<RegionCount>`
    select counted.*, authority.name as "authorityName" from (
      select episode.authority_id as authority, episode.place_code as "placeCode",
        episode.provider_code as "providerCode", count(*) as children,
        count(*) filter (where episode.distance_miles > 20) as over20
      from children.episode ${narrowing.ageBand ? joinChild : sql``}
      where ${conditions(narrowing, today)}
      group by 1, 2, 3
    ) counted
    join access.organisation authority on authority.id = counted.authority
    order by authority.name`.execute(tx)
  return rows
}

const joinChild = sql`join children.child on child.authority_id = episode.authority_id and child.id = episode.child_id`

type Among = (authorities: readonly AuthorityId[]) => Condition
const among: Among = authorities => sql`episode.authority_id = any(${[...authorities]}::uuid[])`

/** Asked so of several, the plan is the same whoever they are, and is kept: making it took longer than following it. */
const amongMany: Among = authorities =>
  authorities.length > 1
    ? sql`episode.authority_id = any((select ${[...authorities]}::uuid[])::uuid[])`
    : among(authorities)

const conditions = (narrowing: RegionNarrowing, today: PlainDate, whose: Among = among): Condition =>
  every([
    sql`episode.ended_on is null`,
    whose(narrowing.authorities),
    ...conditionsOf(narrowing, sql`child.born_month`, today),
    ...(narrowing.unregistered ? [isUnregistered] : []),
  ])

const orderings: Record<(typeof regionSorts)[number], readonly [Condition]> = {
  placed: [sql`episode.started_on`],
  age: [sql`date '2100-01-01' - child.born_month`],
  distance: [sql`episode.distance_miles`],
  fee: [sql`episode.weekly_fee_pence`],
  authority: [sql`(select name from access.organisation where id = episode.authority_id)`],
}
