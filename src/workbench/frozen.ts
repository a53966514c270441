/** A return as it is sent: the exact files, CSV and XML, and the hash by which they are known again. */

import { createHash } from 'node:crypto'
import { kinds, writeCsvFile, writeXml } from '#filing'
import type { Files } from './correction.ts'

export type FrozenFile = { readonly name: string; readonly text: string; readonly sha256: string }
export type Frozen = {
  readonly files: readonly FrozenFile[]
  /** SHA-256 over the names and hashes of all. */
  readonly fingerprint: string
}

/** Every file in DfE's layout, in the order of the guide, then all as one XML. The same rows, the same bytes. */
export function freeze(sheets: Files): Frozen {
  const csv = kinds.flatMap(kind => {
    const rows = sheets[kind]
    return rows ? [{ name: `${kind}.csv`, text: writeCsvFile(kind, rows) }] : []
  })
  const xml = { name: 'return.xml', text: [...writeXml(sheets)].join('') }
  const files = [...csv, xml].map(file => ({ ...file, sha256: hashOf(file.text) }))
  return { files, fingerprint: hashOf(files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')) }
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
