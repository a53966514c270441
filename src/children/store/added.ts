/** The SQL of what people have added to children's records that no return tells. */

import { sql } from 'kysely'
import type { Tx } from '#access'

/** How many of some children have each. */
export type Added = {
  readonly names: number
  readonly costs: number
  readonly homes: number
  readonly assessments: number
}

export async function addedTo(tx: Tx, localIds: readonly string[]): Promise<Added> {
  const { rows } = await sql<Added>`
    select count(*) filter (where given_name is not null or family_name is not null)::int as names,
      count(*) filter (where exists (select from children.episode where episode.authority_id = child.authority_id
        and episode.child_id = child.id and weekly_fee_pence is not null))::int as costs,
      count(*) filter (where exists (select from children.episode where episode.authority_id = child.authority_id
        and episode.child_id = child.id and home_id is not null))::int as homes,
      count(*) filter (where exists (select from children.assessment
        where assessment.authority_id = child.authority_id and assessment.child_id = child.id))::int as assessments
    from children.child where local_id = any(${[...localIds]}::text[])`.execute(tx)
  return rows[0]!
}
