/** Counting the region's figures for its members, as the co-operative, under its own agreements. */

import { type Database, type OrganisationId, inTransaction, recordAudit } from '#access'
import type { PlainDate } from '#shared/dates'
import { type RegionalSum, sumOf } from '../regional-sum.ts'
import { countsSeen } from '../store/counts.ts'
import { findRegionalSum, regionsIn, removeRegionalSum, saveRegionalSum } from '../store/regional-sums.ts'
import { seenBy } from '../store/seen.ts'

/** Counts again on a new day, and when somebody begins or ceases to share; says whether anything was counted. */
export async function countForMembers(database: Database, today: PlainDate): Promise<boolean> {
  let counted = false
  for (const region of await regionsIn(database)) {
    const asking = { kind: 'region', organisation: region } as const
    const found = await inTransaction(database, asking, today, 'reader', async tx => {
      const { authorities, revisions } = await seenBy(tx, asking)
      const stands = await findRegionalSum(tx)
      if (stands && isOf(stands, authorities, today)) return undefined
      const counts = await countsSeen(tx, revisions, { today, patience: 'each change' })
      const parts = authorities.map(authority => ({
        authority,
        tally: counts.get(authority.id)?.tally ?? new Map(),
      }))
      return { sum: sumOf(parts, today), stood: stands !== undefined }
    })
    if (!found || (!found.sum && !found.stood)) continue
    await share(database, region, found.sum, today)
    counted = true
  }
  return counted
}

const isOf = (
  { countedOn, authorities }: RegionalSum,
  sharing: readonly { readonly id: string }[],
  today: PlainDate,
) =>
  countedOn === today &&
  authorities.length === sharing.length &&
  sharing.every(({ id }) => (authorities as readonly string[]).includes(id))

/** The co-operative's own record of access says that its members were given a sum, or that it was taken back. */
const share = (database: Database, region: OrganisationId, sum: RegionalSum | null, today: PlainDate) =>
  inTransaction(database, { kind: 'region', organisation: region }, today, 'writer', async tx => {
    if (sum) await saveRegionalSum(tx, region, sum)
    else await removeRegionalSum(tx, region)
    const action = sum ? 'figures.sum' : 'figures.sum.remove'
    const touched = [{ chain: region, about: null }]
    await recordAudit(tx, { id: null, organisation: region }, { action, refused: false, touched })
  })
