/** What is wrong with a return: grouped by kind, row by row, and in the person's own file. */

import { z } from 'zod'
import type { Action } from '#access'
import { id, unlessEmpty } from '#shared/parse'
import { notFound } from '#shared/refusal'
import { type Load, type LoadId, type LoadedFile } from '../load.ts'
import { problemFile } from '../reading/problem-file.ts'
import { readReturnFile } from '../reading/reading.ts'
import { type Group, type Kept, filesOf, findProblems, problemGroups, readFiles } from '../store/files.ts'
import { loadSeenBy, whichLoad } from './loads.ts'

export type { Group, Kept }
export const perPage = 50

const asking = z.object({
  load: whichLoad,
  code: unlessEmpty(z.string().max(100)).describe('a kind of problem'),
  file: unlessEmpty(id<'File'>('Choose a file of this load')),
  stops: unlessEmpty(z.literal('yes')).describe('yes: only those that leave a row out'),
  page: unlessEmpty(z.coerce.number().int().min(1).max(1_000_000).catch(1)),
})

export type Problems = {
  readonly load: Load
  readonly files: readonly LoadedFile[]
  readonly groups: readonly Group[]
  readonly problems: readonly Kept[]
  readonly total: number // of those asked for
  readonly page: number
}

export const listProblems: Action<z.output<typeof asking>, Problems> & { readonly role: 'reader' } = {
  name: 'return.problems',
  says: 'Lists what is wrong with a return: grouped by kind with counts, and row by row',
  role: 'reader',
  permission: 'return:read',
  schema: asking,
  about: ({ load }) => load,
  async run(context, { load: asked, code, file, stops, page = 1 }) {
    const load = await loadSeenBy(context, asked)
    if (!load) return notFound('Load not found')
    const { tx } = context
    const wanted = { code, file, stops: stops === 'yes' }
    const found = await findProblems(tx, asked, wanted, { at: page, of: perPage })
    const groups = await problemGroups(tx, asked)
    return { load, files: await filesOf(tx, asked), groups, ...found, page }
  },
}

const oneFile = z.object({ load: whichLoad, file: id<'File'>('Choose a file of this load') })
export type GivenBack = { readonly name: string; readonly content: string }

export const giveBack: Action<{ load: LoadId; file: string }, GivenBack> & { readonly role: 'reader' } = {
  name: 'return.file',
  says: 'Gives a file of a return back, with what is wrong and how to put it right beside each row',
  role: 'reader',
  permission: 'return:read',
  schema: oneFile,
  about: ({ load }) => load,
  async run(context, { load, file }) {
    const [brought] = (await loadSeenBy(context, load)) ? await readFiles(context.tx, load, file) : []
    if (!brought) return notFound('File not found')
    const { problems } = await findProblems(context.tx, load, { file })
    return { name: brought.name, content: problemFile(readReturnFile(brought), problems) }
  },
}
