/** What differs today from a return that was signed: row by row, by nobody's number but ours. */

import { z } from 'zod'
import type { Action } from '#access'
import { type File, readReturnFiles, sheetsFrom } from '#filing'
import { notFound } from '#shared/refusal'
import { unlessEmpty } from '#shared/parse'
import type { Files } from '../correction.ts'
import { type Difference, differencesBetween } from '../difference.ts'
import type { SignOff } from '../sign-off.ts'
import { readSigned, signedFilesOf } from '../store/sign-offs.ts'
import { perPage } from './children.ts'
import { seenSignOff } from './signed.ts'
import { correctedNow, whichSignOff } from './signing.ts'
import { lastChecked } from './years.ts'

const asking = whichSignOff.extend({
  page: unlessEmpty(z.coerce.number().int().min(1).max(1_000_000).catch(1)),
})

export type ShownDifferences = {
  readonly signOff: SignOff
  readonly total: number
  readonly page: number
  readonly differences: readonly Difference[]
}

export const showDifferences: Action<z.output<typeof asking>, ShownDifferences> & {
  readonly role: 'reader'
} = {
  name: 'return-signing.differences',
  says: 'Shows how a signed return differs from the return as it would be sent today',
  role: 'reader',
  permission: 'return:read',
  schema: asking,
  about: ({ signing }) => signing,
  async run(context, { signing, page = 1 }) {
    const { tx } = context
    const signOff = await seenSignOff(context, signing)
    const checked = signOff && (await lastChecked(context, signOff.year))
    if (signOff?.state !== 'signed' || !checked) return notFound('Signed return not found')
    const brought: File[] = []
    for (const { name } of await signedFilesOf(tx, signing)) {
      if (name.endsWith('.csv'))
        brought.push({ name, bytes: Buffer.from((await readSigned(tx, signing, name)) ?? '') })
    }
    const signed = sheetsFrom(readReturnFiles(brought)) as Files
    const all = differencesBetween(signed, await correctedNow(tx, checked))
    const differences = all.slice((page - 1) * perPage, page * perPage)
    return { signOff, total: all.length, page, differences }
  },
}
