/** The SQL of children whose needs nobody has written down yet, for a home page. */

import { sql } from 'kysely'
import type { Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { ChildId } from '../child.ts'

export type Unassessed = {
  readonly id: ChildId
  readonly givenName: string | null
  readonly familyName: string | null
  readonly localId: string
  /** When the present episode began. */
  readonly since: PlainDate
}

/** Those who came or moved latest first. Cost: one pass over the authority's open episodes. */
export async function unassessedChildren(
  tx: Tx,
  most: number,
): Promise<{ readonly total: number; readonly first: readonly Unassessed[] }> {
  const { rows } = await sql<Unassessed & { total: number }>`
    select child.id, child.given_name as "givenName", child.family_name as "familyName", child.local_id as "localId",
      waiting.started_on as since, waiting.total
    from (
      select episode.authority_id, episode.child_id, episode.started_on, count(*) over () as total
      from children.episode
      where episode.ended_on is null and not exists (
        select from children.assessment
        where assessment.authority_id = episode.authority_id and assessment.child_id = episode.child_id)
      order by episode.started_on desc, episode.child_id
      limit ${most}
    ) waiting
    join children.child on child.authority_id = waiting.authority_id and child.id = waiting.child_id
    order by waiting.started_on desc, child.id`.execute(tx)
  return { total: rows[0]?.total ?? 0, first: rows }
}
