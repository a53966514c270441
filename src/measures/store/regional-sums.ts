/** The SQL of the region's figures: one row a region, read by members as the database's own policy allows. */

import { sql } from 'kysely'
import { type AuthorityId, type Database, type OrganisationId, type Tx, atTheGate } from '#access'
import type { RegionalSum } from '../regional-sum.ts'

/** Undefined where none is shared with the asker today. A co-operative sees its own. */
export async function findRegionalSum(tx: Tx): Promise<RegionalSum | undefined> {
  const row = await tx.selectFrom('measures.regional_sum').selectAll().executeTakeFirst()
  return (
    row && {
      countedOn: row.counted_on,
      authorities: row.authorities as AuthorityId[],
      looked: row.looked_after,
      per10000: row.per_10000,
      over20: row.over_20_percent,
      outOfArea: row.out_of_area_percent,
      threeOrMore: row.three_or_more_percent,
      unregistered: row.unregistered_percent,
    }
  )
}

/** Only the newest is kept: two of them side by side would show what changed between. */
export async function saveRegionalSum(tx: Tx, region: OrganisationId, sum: RegionalSum): Promise<void> {
  const row = {
    counted_on: sum.countedOn,
    authorities: [...sum.authorities] as string[],
    looked_after: sum.looked,
    per_10000: sum.per10000,
    over_20_percent: sum.over20,
    out_of_area_percent: sum.outOfArea,
    three_or_more_percent: sum.threeOrMore,
    unregistered_percent: sum.unregistered,
  }
  await tx
    .insertInto('measures.regional_sum')
    .values({ region_id: region, ...row })
    .onConflict(existing => existing.column('region_id').doUpdateSet(row))
    .execute()
}

export const removeRegionalSum = async (tx: Tx, region: OrganisationId): Promise<boolean> => {
  const gone = await tx.deleteFrom('measures.regional_sum').where('region_id', '=', region).executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Every co-operative that takes part. */
export const regionsIn = (database: Database): Promise<OrganisationId[]> =>
  atTheGate(database, async tx => {
    const { rows } = await sql<{ id: OrganisationId }>`
      select id from access.organisation where kind = 'region' order by id`.execute(tx)
    return rows.map(({ id }) => id)
  })
