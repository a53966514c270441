/** The SQL of episodes. Whoever writes them holds the child first. */

import { type Selectable, sql } from 'kysely'
import type { AuthorityId, Tx } from '#access'
import type { Id } from '#shared/ids'
import { type Pence, pence } from '#shared/money'
import type { Tables } from '#tables'
import type { ChildId } from '../child.ts'
import type { Ended, Episode, EpisodeId } from '../episode.ts'

type Row = Omit<
  Selectable<Tables['children.episode']>,
  'authority_id' | 'load_id' | 'home_sector' | 'placement_sector'
>

const columns = [
  'id',
  'child_id',
  'started_on',
  'reason_new',
  'legal_status',
  'need_code',
  'place_code',
  'provider_code',
  'ended_on',
  'end_reason',
  'change_reason',
  'home_postcode',
  'placement_postcode',
  'urn',
  'distance_miles',
  'placement_area',
  'in_area',
  'weekly_fee_pence',
  'home_id',
] as const

const episodes = (tx: Tx) => tx.selectFrom('children.episode').select(columns)

/** A child's whole history, oldest first. */
export const episodesOf = async (tx: Tx, child: ChildId): Promise<Episode[]> =>
  (await episodes(tx).where('child_id', '=', child).orderBy('started_on').execute()).map(toEpisode)

/** The episode that has not ended, which a writer may then end: a child has at most one. */
export async function currentEpisode(tx: Tx, child: ChildId): Promise<Episode | undefined> {
  const row = await episodes(tx)
    .where('child_id', '=', child)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return row && toEpisode(row)
}

/** Every episode of the authority, child by child, oldest first. */
export const allEpisodes = async (tx: Tx): Promise<Episode[]> =>
  (await episodes(tx).orderBy('child_id').orderBy('started_on').execute()).map(toEpisode)

/** End the episode before it first: no child is in two at a time, and the table checks that at once. */
export async function beginEpisode(tx: Tx, authority: AuthorityId, episode: Episode): Promise<void> {
  await tx.insertInto('children.episode').values(toRow(authority, episode)).execute()
}

export async function endEpisode(tx: Tx, ended: Ended): Promise<void> {
  await tx
    .updateTable('children.episode')
    .set({ ended_on: ended.endedOn, end_reason: ended.endReason, change_reason: ended.changeReason })
    .where('id', '=', ended.id)
    .execute()
}

export type Costing = {
  readonly id: EpisodeId
  readonly weeklyFee: Pence | null
  readonly home: Id<'Home'> | null
}

/** What a placement costs and which home it is: known to the authority, and not in the return. */
export async function saveCosts(tx: Tx, costs: readonly Costing[]): Promise<void> {
  await sql`
    update children.episode set weekly_fee_pence = batch."weeklyFee", home_id = batch.home
    from jsonb_to_recordset(${JSON.stringify(costs)}::jsonb) as batch (id uuid, "weeklyFee" bigint, home uuid)
    where episode.id = batch.id`.execute(tx)
}

export const toEpisode = (row: Row): Episode => ({
  id: row.id as EpisodeId,
  child: row.child_id as ChildId,
  startedOn: row.started_on,
  reasonNew: row.reason_new,
  legalStatus: row.legal_status,
  needCode: row.need_code,
  placeCode: row.place_code,
  providerCode: row.provider_code,
  endedOn: row.ended_on,
  endReason: row.end_reason,
  changeReason: row.change_reason,
  homePostcode: row.home_postcode,
  placementPostcode: row.placement_postcode,
  urn: row.urn,
  distanceMiles: row.distance_miles,
  placementArea: row.placement_area,
  inArea: row.in_area,
  weeklyFee: row.weekly_fee_pence === null ? null : pence(row.weekly_fee_pence),
  home: row.home_id as Id<'Home'> | null,
})

const toRow = (authority: AuthorityId, episode: Episode): Row & { authority_id: string } => ({
  authority_id: authority,
  id: episode.id,
  child_id: episode.child,
  started_on: episode.startedOn,
  reason_new: episode.reasonNew,
  legal_status: episode.legalStatus,
  need_code: episode.needCode,
  place_code: episode.placeCode,
  provider_code: episode.providerCode,
  ended_on: episode.endedOn,
  end_reason: episode.endReason,
  change_reason: episode.changeReason,
  home_postcode: episode.homePostcode,
  placement_postcode: episode.placementPostcode,
  urn: episode.urn,
  distance_miles: episode.distanceMiles,
  placement_area: episode.placementArea,
  in_area: episode.inArea,
  weekly_fee_pence: episode.weeklyFee,
  home_id: episode.home,
})
