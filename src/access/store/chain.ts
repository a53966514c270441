/** The SQL that reads the audit. */

import { sql } from 'kysely'
import type { Head, Line } from '../chain.ts'
import type { Tx } from '../database.ts'

/** One organisation's chain, oldest first, and its head. Run by whoever may read it: the organisation, or the owner. */
export async function readChain(tx: Tx, chain: string): Promise<{ lines: Line[]; head: Head | undefined }> {
  const rows = await sql<Omit<Line, 'recordedAt'> & { recorded: string }>`
    select line, action, person_id as person, organisation_id as organisation, about, refused,
           (extract(epoch from recorded_at) * 1000)::bigint::text as recorded, encode(hash, 'hex') as hash
    from access.audit where chain_id = ${chain}::uuid order by line`.execute(tx)
  const head = await sql<Head>`
    select line, encode(hash, 'hex') as hash from access.audit_head where chain_id = ${chain}::uuid`.execute(
    tx,
  )
  const lines = rows.rows.map(({ recorded, ...line }) => ({ ...line, recordedAt: Number(recorded) }))
  return { lines, head: head.rows[0] }
}
