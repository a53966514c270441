/** Brings returns in a browser, as a data lead does. */

import assert from 'node:assert/strict'
import { filesOf, inventRegion, returnsOf } from '#invention'
import { wishes } from './region.ts'
import type { SentFile } from './returns.ts'
import type { Somebody } from './somebody.ts'

/** The return as it was loaded at first, but for why one child needs care. */
export function withAnotherNeed(): SentFile[] {
  const region = inventRegion(wishes)
  const [medway] = [...region.authorities()].filter(({ area }) => area.name === 'Medway')
  return filesOf(returnsOf(region, medway!, 2026)).map(({ name, text }) => ({
    name,
    content: text.replace(',N1,', ',N2,'),
  }))
}

export async function bringInForm(lead: Somebody, brought: readonly SentFile[]): Promise<void> {
  const files = brought.map(({ name, content }) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  }))
  assert.ok(files.length > 1)
  await lead.attach('Files of the return', files)
  await lead.press('Check these files')
}
