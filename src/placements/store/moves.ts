/** The SQL of moves agreed and not yet begun, for a home page. */

import { sql } from 'kysely'
import type { Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { PlacementId } from '../placement.ts'

export type ComingMove = {
  readonly id: PlacementId
  readonly givenName: string | null
  readonly familyName: string | null
  readonly localId: string
  readonly homeName: string | null
  readonly startsOn: PlainDate
}

/** An authority's own, up to a day and those already late, the soonest first. */
export async function comingMoves(
  tx: Tx,
  until: PlainDate,
  most: number,
): Promise<{ readonly total: number; readonly first: readonly ComingMove[] }> {
  const { rows } = await sql<ComingMove & { total: number }>`
    select placement.id, child.given_name as "givenName", child.family_name as "familyName",
      child.local_id as "localId", home.name as "homeName", placement.starts_on as "startsOn",
      count(*) over () as total
    from placements.placement
    join children.child on child.authority_id = placement.authority_id and child.id = placement.child_id
    left join provision.home on home.id = placement.home_id
    where placement.state = 'agreed' and placement.starts_on <= ${until}::date
    order by placement.starts_on, placement.id
    limit ${most}`.execute(tx)
  return { total: rows[0]?.total ?? 0, first: rows }
}
