/** A signed return: its files, byte for byte as they were signed, and who signed. */

import { z } from 'zod'
import type { Action, Context } from '#access'
import { colleagues, nameIn } from '#returns'
import { notFound } from '#shared/refusal'
import type { SignOff } from '../sign-off.ts'
import { type SignedFile, findSignOff, readSigned, signedFilesOf } from '../store/sign-offs.ts'
import { whichSignOff } from './signing.ts'

type Which = z.output<typeof whichSignOff>

export type ShownSigned = {
  readonly signOff: SignOff
  readonly files: readonly SignedFile[]
  readonly by: readonly [string, string]
}

export const showSigned: Action<Which, ShownSigned> & { readonly role: 'reader' } = {
  name: 'return-signing.files',
  says: 'Shows a signed return: its files, their hashes, and who signed',
  role: 'reader',
  permission: 'return:read',
  schema: whichSignOff,
  about: ({ signing }) => signing,
  async run(context, { signing }) {
    const signOff = await seenSignOff(context, signing)
    if (signOff?.state !== 'signed') return notFound('Signed return not found')
    const names = await colleagues(context.tx)
    const by = [nameIn(names, signOff.preparedBy), nameIn(names, signOff.signedBy)] as const
    return { signOff, files: await signedFilesOf(context.tx, signing), by }
  },
}

export const seenSignOff = async (
  { tx, actor }: Context,
  which: Which['signing'],
): Promise<SignOff | undefined> => (actor.kind === 'authority' ? findSignOff(tx, which) : undefined)

const oneFile = whichSignOff.extend({ name: z.string('Choose a file').max(100, 'Choose a file') })

export const takeSigned: Action<z.output<typeof oneFile>, { name: string; content: string }> & {
  readonly role: 'reader'
} = {
  name: 'return-signing.take',
  says: 'Gives a file of a signed return, byte for byte as it was signed',
  role: 'reader',
  permission: 'return:read',
  schema: oneFile,
  about: ({ signing }) => signing,
  async run(context, { signing, name }) {
    const content = (await seenSignOff(context, signing)) && (await readSigned(context.tx, signing, name))
    return content === undefined ? notFound('File not found') : { name, content }
  },
}
