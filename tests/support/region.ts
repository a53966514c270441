/** A tiny invented region on an embedded database: made once for all tests, then opened as it was for each. */

import type { Database } from '#access'
import { databaseOf, migrate, openEmbedded } from '#app'
import { seedRegion } from '../../src/app/seeding.ts'
import { today } from './people.ts'

export const wishes = { seed: 1, children: 60, authorities: 3, today }
let image: Promise<Uint8Array> | undefined

/** Nobody remembers what another test did here. */
export async function openRegion(): Promise<Database> {
  image ??= makeImage()
  const { pool } = await openEmbedded('memory://', await image)
  return databaseOf(pool)
}

async function makeImage(): Promise<Uint8Array> {
  const embedded = await openEmbedded()
  const database = databaseOf(embedded.pool)
  await migrate(database)
  const progress = { at: () => {}, done: () => {} }
  await seedRegion({ owner: database, database, wishes, folder: null, progress })
  const made = await embedded.image()
  await database.destroy()
  return made
}
