/** The SQL by which a worker finds a load, keeps it in hand, and says how far it is. */

import { sql } from 'kysely'
import type { AuthorityId, PersonId, Tx } from '#access'
import type { LoadId, Working } from '../load.ts'

export type Waiting = { readonly authority: AuthorityId; readonly id: LoadId }

/** Asked at the gate, which sees of every authority that something waits, and not what. */
export async function waitingLoads(tx: Tx): Promise<Waiting[]> {
  const found = await sql<Waiting>`
    select authority_id as authority, id from returns.load
    where state in ('checking', 'committing') and (held_until is null or held_until < now())
    order by started_at limit 20`.execute(tx)
  return found.rows
}

/** For so long a worker that says nothing is thought to live. */
const held = sql`now() + interval '5 seconds'`

export type InHand = Waiting & {
  readonly year: number
  readonly state: Working['state']
  /** Who asked for what is now to be done. */
  readonly askedBy: PersonId
}

/** Takes a load in hand, unless another worker has it. */
export async function takeInHand(tx: Tx, id: LoadId): Promise<InHand | undefined> {
  const taken = await sql<InHand>`
    update returns.load set held_until = ${held}
    where id = (select id from returns.load
      where id = ${id}::uuid and state in ('checking', 'committing') and (held_until is null or held_until < now())
      for update skip locked)
    returning authority_id as authority, id, year, state, coalesce(committed_by, started_by) as "askedBy"`.execute(
    tx,
  )
  return taken.rows[0]
}

type Far = { readonly phase: string; readonly done: number; readonly of: number }

/** False when there is nothing more to be done: somebody has cancelled it, or another worker was quicker. */
export async function noteProgress(
  tx: Tx,
  { id, state }: InHand,
  { phase, done, of }: Far,
): Promise<boolean> {
  const noted = await sql`
    update returns.load set phase = ${phase}, rows_done = ${done}, rows_total = ${of}, held_until = ${held}
    where id = ${id}::uuid and state = ${state} returning id`.execute(tx)
  return noted.rows.length > 0
}

/** Locks the load for the one transaction that finishes it; undefined when that is no longer to be done. */
export async function holdToFinish(tx: Tx, { id, state }: InHand): Promise<boolean> {
  const found = await sql`
    select id from returns.load where id = ${id}::uuid and state = ${state} for update skip locked`.execute(
    tx,
  )
  return found.rows.length > 0
}

/** How often working on the load has now failed; it is let go, to be tried again. */
export async function noteFault(tx: Tx, id: LoadId): Promise<number> {
  const noted = await sql<{ faults: number }>`
    update returns.load set faults = faults + 1, held_until = now() + interval '2 seconds'
    where id = ${id}::uuid and state in ('checking', 'committing') returning faults`.execute(tx)
  return noted.rows[0]?.faults ?? 0
}
