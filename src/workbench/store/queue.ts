/** The SQL by which a worker finds a checking, keeps it in hand, and says how far it is. */

import { sql } from 'kysely'
import type { AuthorityId, Tx } from '#access'
import type { CheckingId } from '../checking.ts'

export type InHand = { readonly authority: AuthorityId; readonly id: CheckingId }

/** Asked at the gate, which sees of every authority that something waits, and not what. */
export async function waitingCheckings(tx: Tx): Promise<InHand[]> {
  const found = await sql<InHand>`
    select authority_id as authority, id from workbench.checking
    where state = 'waiting' and (held_until is null or held_until < now())
    order by asked_at limit 20`.execute(tx)
  return found.rows
}

/** For so long a worker that says nothing is thought to live. */
const held = sql`now() + interval '20 seconds'`

/** Takes a checking in hand, unless another worker has it. */
export async function takeInHand(tx: Tx, id: CheckingId): Promise<boolean> {
  const taken = await sql`
    update workbench.checking set held_until = ${held}
    where id = (select id from workbench.checking
      where id = ${id}::uuid and state = 'waiting' and (held_until is null or held_until < now())
      for update skip locked)
    returning id`.execute(tx)
  return taken.rows.length > 0
}

type Far = { readonly phase: string; readonly done: number; readonly of: number }

export async function noteProgress(tx: Tx, id: CheckingId, { phase, done, of }: Far): Promise<void> {
  await sql`
    update workbench.checking set phase = ${phase}, rows_done = ${done}, rows_total = ${of}, held_until = ${held}
    where id = ${id}::uuid and state = 'waiting'`.execute(tx)
}

/** How often working on it has now failed; it is let go, to be tried again. */
export async function noteFault(tx: Tx, id: CheckingId): Promise<number> {
  const noted = await sql<{ faults: number }>`
    update workbench.checking set faults = faults + 1, held_until = now() + interval '2 seconds'
    where id = ${id}::uuid and state = 'waiting' returning faults`.execute(tx)
  return noted.rows[0]?.faults ?? 0
}
