/** Regional ids: a child is the same under one agreement, a stranger under another, and nobody without the key. */

import { type KeyObject, createHmac, createSecretKey } from 'node:crypto'
import type { Brand } from '#shared/brand'

export type RegionalId = Brand<string, 'RegionalId'>

/** A new agreement has a new key, so that what was shared under one cannot be joined to the other. */
export const keyOf = (master: Uint8Array, agreement: string): KeyObject =>
  createSecretKey(createHmac('sha256', master).update(`nearhome regional id ${agreement}`).digest())

/** HMAC-SHA-256, of which 130 bits are kept, in Crockford's letters: none can be taken for a figure. */
export function regionalId(key: KeyObject, authority: string, child: string): RegionalId {
  const whole = createHmac('sha256', key).update(`${authority}/${child}`).digest()
  let id = ''
  for (let letter = 0; letter < 26; letter += 1) {
    const [byte, bit] = [Math.floor((letter * 5) / 8), (letter * 5) % 8]
    id += alphabet[(((whole[byte]! << 8) | whole[byte + 1]!) >> (11 - bit)) & 31]
  }
  return id as RegionalId
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
