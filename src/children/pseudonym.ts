/** Regional ids: a child is the same under one agreement, a stranger under another, and nobody without the key. */

import { createHmac } from 'node:crypto'
import type { Brand } from '#shared/brand'

export type RegionalId = Brand<string, 'RegionalId'>

/** A new agreement has a new key, so that what was shared under one cannot be joined to the other. */
export const keyOf = (master: Uint8Array, agreement: string): Uint8Array =>
  createHmac('sha256', master).update(`nearhome regional id ${agreement}`).digest()

/** HMAC-SHA-256, of which 130 bits are kept, in Crockford's letters: none can be taken for a figure. */
export function regionalId(key: Uint8Array, authority: string, child: string): RegionalId {
  const whole = createHmac('sha256', key).update(`${authority}/${child}`).digest()
  const bits = BigInt(`0x${whole.subarray(0, 17).toString('hex')}`) >> 6n
  const letters = Array.from({ length: 26 }, (_, i) => alphabet[Number((bits >> BigInt(125 - 5 * i)) & 31n)])
  return letters.join('') as RegionalId
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
