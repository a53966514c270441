/** What all test files of one run share: made once before the first of them, and gone when the run is over. */

import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chosenBrowser } from './browser.ts'
import { prepareDatabases } from './database.ts'
import { prepareRegion } from './region.ts'

/** The files run in processes of their own, and learn of it by their environment. */
export async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nearhome-tests-'))
  const images = join(folder, 'images')
  mkdirSync(images)
  chmodSync(folder, 0o711) // the database server may be another user, on its way to its own folder
  Object.assign(process.env, {
    TMPDIR: folder,
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    NEARHOME_TEST_IMAGES: images,
  })
  try {
    const [server] = await Promise.all([prepareDatabases(), prepareRegion(), chosenBrowser()])
    Object.assign(process.env, server)
  } finally {
    process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  }
}
