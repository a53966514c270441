/** The SQL that writes a whole return at once: deletions come first, then children, then episodes. */

import { sql } from 'kysely'
import type { AuthorityId, Tx } from '#access'
import type { Id } from '#shared/ids'
import type { Child, ChildId } from '../child.ts'
import type { Episode, EpisodeId } from '../episode.ts'

export type LoadId = Id<'Load'>

/** By the authority's own number for the child. Names are kept: the return has none. A known child keeps its id. */
export async function upsertChildren(
  tx: Tx,
  authority: AuthorityId,
  children: readonly Child[],
  load: LoadId | null = null,
): Promise<void> {
  await sql`
    insert into children.child (authority_id, id, local_id, given_name, family_name, sex, born, ethnicity, upn,
      asylum_until, seeks_asylum, mother, child_born_on, load_id)
    select ${authority}::uuid, id, "localId", "givenName", "familyName", sex, born, ethnicity, upn, "asylumUntil",
      "seeksAsylum", mother, "childBorn", ${load}::uuid
    from json_to_recordset(${JSON.stringify(children)}::json) as batch (id uuid, "localId" text, "givenName" text,
      "familyName" text, sex text, born date, ethnicity text, upn text, "asylumUntil" date, "seeksAsylum" boolean,
      mother boolean, "childBorn" date)
    on conflict (authority_id, local_id) do update set
      given_name = coalesce(excluded.given_name, child.given_name),
      family_name = coalesce(excluded.family_name, child.family_name),
      sex = excluded.sex, born = excluded.born, ethnicity = excluded.ethnicity, upn = excluded.upn,
      asylum_until = excluded.asylum_until, seeks_asylum = excluded.seeks_asylum, mother = excluded.mother,
      child_born_on = excluded.child_born_on, load_id = excluded.load_id`.execute(tx)
}

/**
 * By the child and the day it began; a known episode keeps its id. In order of time, so that an episode is ended before
 * the next begins: no child may be in two at once, even for a moment. The return knows nothing of cost or register, so
 * those are kept for as long as the child is in the same place.
 */
export async function upsertEpisodes(
  tx: Tx,
  authority: AuthorityId,
  episodes: readonly Episode[],
  load: LoadId | null = null,
): Promise<void> {
  await sql`
    insert into children.episode (authority_id, id, child_id, started_on, reason_new, legal_status, need_code,
      place_code, provider_code, ended_on, end_reason, change_reason, home_postcode, placement_postcode, urn,
      distance_miles, placement_area, in_area, weekly_fee_pence, home_id, load_id)
    select ${authority}::uuid, id, child, "startedOn", "reasonNew", "legalStatus", "needCode", "placeCode",
      "providerCode", "endedOn", "endReason", "changeReason", "homePostcode", "placementPostcode", urn,
      "distanceMiles", "placementArea", "inArea", "weeklyFee", home, ${load}::uuid
    from json_to_recordset(${JSON.stringify(episodes)}::json) as batch (id uuid, child uuid, "startedOn" date,
      "reasonNew" text, "legalStatus" text, "needCode" text, "placeCode" text, "providerCode" text, "endedOn" date,
      "endReason" text, "changeReason" text, "homePostcode" text, "placementPostcode" text, urn text,
      "distanceMiles" numeric, "placementArea" text, "inArea" boolean, "weeklyFee" bigint, home uuid)
    order by child, "startedOn"
    on conflict (authority_id, child_id, started_on) do update set
      reason_new = excluded.reason_new, legal_status = excluded.legal_status, need_code = excluded.need_code,
      place_code = excluded.place_code, provider_code = excluded.provider_code, ended_on = excluded.ended_on,
      end_reason = excluded.end_reason, change_reason = excluded.change_reason,
      home_postcode = excluded.home_postcode, placement_postcode = excluded.placement_postcode, urn = excluded.urn,
      distance_miles = excluded.distance_miles, placement_area = excluded.placement_area,
      in_area = excluded.in_area, load_id = excluded.load_id,
      weekly_fee_pence = coalesce(excluded.weekly_fee_pence, case when ${samePlace} then episode.weekly_fee_pence end),
      home_id = coalesce(excluded.home_id, case when ${samePlace} then episode.home_id end)`.execute(tx)
}

const samePlace = sql`episode.place_code = excluded.place_code and episode.urn is not distinct from excluded.urn
  and episode.placement_postcode is not distinct from excluded.placement_postcode`

export async function deleteEpisodes(tx: Tx, ids: readonly EpisodeId[]): Promise<void> {
  await sql`
    delete from children.episode
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`.execute(
    tx,
  )
}

/** Only a child of whom nothing else is kept can go; the table refuses the rest. Delete their episodes first. */
export async function deleteChildren(tx: Tx, ids: readonly ChildId[]): Promise<void> {
  await sql`
    delete from children.child
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`.execute(
    tx,
  )
}
