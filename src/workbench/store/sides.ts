/** The SQL of what is known of loads, to say why an extract and the record differ. */

import { sql } from 'kysely'
import type { Tx } from '#access'
import type { LoadId } from '#returns'

/** When each load was committed to the record, as an instant; those undone are not here. */
export async function loadedAt(tx: Tx): Promise<Map<LoadId, string>> {
  const { rows } = await sql<{ id: LoadId; committed_at: Date }>`
    select id, committed_at from returns.load where state = 'committed'`.execute(tx)
  return new Map(rows.map(({ id, committed_at }) => [id, committed_at.toISOString()]))
}

/** Children of whom a row could not be used, by their numbers as they are read. */
export async function childrenLeftOut(tx: Tx, load: LoadId): Promise<Set<string>> {
  const { rows } = await sql<{ child: string }>`
    select distinct child from returns.problem where load_id = ${load}::uuid and stops and child is not null`.execute(
    tx,
  )
  return new Set(rows.map(({ child }) => child.toUpperCase()))
}
