/** The SQL of who is asking, by the code that the return knows them by. */

import { sql } from 'kysely'
import type { Tx } from '#access'

/** The returning authority's code of the Office for National Statistics. */
export async function codeOfAuthority(tx: Tx): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    select code from access.organisation where id = nullif(current_setting('app.authority', true), '')::uuid`.execute(
    tx,
  )
  return rows[0]?.code ?? ''
}
