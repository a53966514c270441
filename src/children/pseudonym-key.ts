/** The master key of the regional ids: from the environment, or a file beside the embedded database; never in it. */

import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const bytes = 32
let kept: Uint8Array | undefined

/** Read when first wanted. Servers of one platform must share one key: give it to each as NEARHOME_PSEUDONYM_KEY. */
export const masterKey = (): Uint8Array => (kept ??= readKey(process.env))

export function readKey(environment: Readonly<Record<string, string | undefined>>): Uint8Array {
  const given = environment.NEARHOME_PSEUDONYM_KEY
  if (given) return strong(Buffer.from(given, 'base64'), 'NEARHOME_PSEUDONYM_KEY')

  const folder = environment.NEARHOME_VAR ?? join(import.meta.dirname, '../../var')
  const path = join(folder, 'pseudonym.key')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(path, randomBytes(bytes).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'EEXIST') throw fault
  }
  return strong(Buffer.from(readFileSync(path, 'utf8'), 'base64'), path)
}

function strong(key: Uint8Array, source: string): Uint8Array {
  if (key.length < bytes) throw new Error(`${source} must hold at least ${bytes} random bytes in base64`)
  return key
}
