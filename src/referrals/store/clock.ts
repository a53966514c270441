/** The database's own clock, for what must be answered within hours. */

import { sql } from 'kysely'
import type { Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Now } from '../reply-by.ts'

/** The day is the one that was told, as everywhere; the hour is that of London. */
export async function nowOn(tx: Tx, today: PlainDate): Promise<Now> {
  const { rows } = await sql<{ hour: number }>`
    select extract(hour from now() at time zone 'Europe/London')::int as hour`.execute(tx)
  return { today, hour: rows[0]!.hour }
}
