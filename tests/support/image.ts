/** Embedded databases as they were made once: for all files of a run together, or for one that runs by itself. */

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '#access'
import { databaseOf, migrate, openEmbedded } from '#app'

const made = new Map<string, Promise<Uint8Array>>()

/** What `furnish` puts into an empty database that has been migrated; done once for each name. */
export function imageOf(
  name: string,
  furnish: (database: Database) => Promise<unknown>,
): Promise<Uint8Array> {
  const image = made.get(name) ?? keep(name, furnish)
  made.set(name, image)
  return image
}

async function keep(name: string, furnish: (database: Database) => Promise<unknown>): Promise<Uint8Array> {
  const folder = process.env.NEARHOME_TEST_IMAGES
  const path = folder && join(folder, name)
  if (path && existsSync(path)) return readFileSync(path)
  const image = await make(furnish)
  if (path) {
    writeFileSync(`${path}.${process.pid}`, image)
    renameSync(`${path}.${process.pid}`, path)
  }
  return image
}

async function make(furnish: (database: Database) => Promise<unknown>): Promise<Uint8Array> {
  const embedded = await openEmbedded()
  const database = databaseOf(embedded.pool)
  try {
    await migrate(database)
    await furnish(database)
    return await embedded.image()
  } finally {
    await database.destroy()
  }
}
