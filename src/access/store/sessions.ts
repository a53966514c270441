/** The SQL of signing in, and of the sessions that follow. */

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonId } from '../actor.ts'
import type { Tx } from '../database.ts'

/** The cookie itself is never kept. */
export const hashed = (cookie: string) => createHash('sha256').update(cookie).digest()

export async function startSession(
  tx: Tx,
  cookie: string,
  person: PersonId,
  demonstration: boolean,
): Promise<void> {
  await tx
    .insertInto('access.session')
    .values({ id_hash: hashed(cookie), person_id: person, demonstration })
    .execute()
}

export async function noteSeen(tx: Tx, cookie: string): Promise<void> {
  await tx
    .updateTable('access.session')
    .set({ last_seen_at: sql`now()` })
    .where('id_hash', '=', hashed(cookie))
    .execute()
}

/** Whose it was, if it had not ended before. */
export async function endSession(tx: Tx, cookie: string): Promise<PersonId | undefined> {
  const ended = await tx
    .updateTable('access.session')
    .set({ ended_at: sql`now()` })
    .where('id_hash', '=', hashed(cookie))
    .where('ended_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return ended?.person_id as PersonId | undefined
}

/** Signs a person out everywhere. */
export async function endSessions(tx: Tx, person: PersonId): Promise<number> {
  const ended = await tx
    .updateTable('access.session')
    .set({ ended_at: sql`now()` })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

export type SignIn = {
  readonly state: string
  readonly verifier: string
  readonly nonce: string
  readonly next: string
}

/** What must be remembered while a person is away at their identity provider. */
export async function keepSignIn(tx: Tx, kept: SignIn): Promise<void> {
  await tx
    .deleteFrom('access.sign_in')
    .where('started_at', '<', sql<Date>`now() - interval '1 hour'`)
    .execute()
  await tx.insertInto('access.sign_in').values(kept).execute()
}

/** Once only: a second return with the same state finds nothing. */
export const takeSignIn = (tx: Tx, state: string): Promise<SignIn | undefined> =>
  tx
    .deleteFrom('access.sign_in')
    .where('state', '=', state)
    .where('started_at', '>', sql<Date>`now() - interval '15 minutes'`)
    .returning(['state', 'verifier', 'nonce', 'next'])
    .executeTakeFirst()
