/** The SQL of what was done about some records, for those whose records they are. */

import { sql } from 'kysely'
import type { Tx } from '../database.ts'

export type ToldDeed = {
  readonly action: string
  readonly person: string | null
  readonly organisation: string | null
  readonly at: number
}

/** Newest first, from the asker's own chain. A person of another organisation is not named. */
export async function deedsAbout(
  tx: Tx,
  records: readonly string[],
  actions: readonly string[],
): Promise<ToldDeed[]> {
  const rows = await sql<Omit<ToldDeed, 'at'> & { at: string }>`
    select audit.action, person.name as person, organisation.name as organisation,
           (extract(epoch from audit.recorded_at) * 1000)::bigint::text as at
    from access.audit
    left join access.person on person.id = audit.person_id
    left join access.organisation on organisation.id = audit.organisation_id
    where audit.chain_id = nullif(current_setting('app.organisation', true), '')::uuid
      and audit.about = any(${[...records]}::uuid[]) and audit.action = any(${[...actions]}) and not audit.refused
    order by audit.line desc limit 200`.execute(tx)
  return rows.rows.map(({ at, ...deed }) => ({ ...deed, at: Number(at) }))
}
