/** A tiny invented region on an embedded database: made once for all tests, then opened as it was for each. */

import type { Database } from '#access'
import { databaseOf, openEmbedded } from '#app'
import { seedRegion } from '../../src/app/seeding.ts'
import { imageOf } from './image.ts'
import { today } from './people.ts'

export const wishes = { seed: 1, children: 60, authorities: 3, today }

/** Nobody remembers what another test did here. */
export async function openRegion(): Promise<Database> {
  const { pool } = await openEmbedded('memory://', await prepareRegion())
  return databaseOf(pool)
}

export const prepareRegion = (): Promise<Uint8Array> =>
  imageOf('region', database => {
    const progress = { at: () => {}, done: () => {} }
    return seedRegion({ owner: database, database, wishes, folder: null, progress })
  })
