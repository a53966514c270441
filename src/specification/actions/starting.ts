/** What may be asked before there is an extract: under which version files are loaded, and to bring them. */

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Action, authorityOf } from '#access'
import { newId } from '#shared/ids'
import { invalid } from '#shared/refusal'
import { checkExtract } from '../checking.ts'
import type { Extract } from '../extract.ts'
import { type Version, versionOn } from '../specification.ts'
import { findExtract, findSame, insertExtract } from '../store/extracts.ts'
import { saveContents } from '../store/rows.ts'

const mostFiles = 20
const chooseFiles = 'Choose the files to load'
const brought = z.object({
  name: z.string().max(255, 'Give the file a shorter name'),
  content: z.instanceof(Uint8Array, { error: 'Send the files as a form sends files' }),
})
const starting = z.object({
  files: z
    .array(brought, chooseFiles)
    .min(1, chooseFiles)
    .max(mostFiles, `Choose at most ${mostFiles} files`)
    .describe('The tables as CSV, whatever the files are called'),
})

/** `again` where the same files were already there: this is what became of them. */
export type Started = { readonly extract: Extract; readonly again: boolean }

export const startExtract: Action<z.output<typeof starting>, Started> = {
  name: 'specification.start',
  says: 'Takes in tables of the data specification, and checks them; the same files again are the same load',
  role: 'writer',
  permission: 'return:load',
  schema: starting,
  about: () => null,
  async run({ tx, actor, today, note }, { files }) {
    const version = versionOn(today).name
    const fingerprint = fingerprintOf(files.map(({ content }) => content))
    const known = await findSame(tx, version, fingerprint)
    if (known) {
      note({ chain: actor.organisation, about: known })
      return { extract: (await findExtract(tx, known))!, again: true }
    }
    const checked = checkExtract(files, { version, today })
    if (checked.rows.length === 0)
      return invalid({ field: 'files', message: nothingToLoad(checked.problems) })

    const owner = { authority: authorityOf(actor), id: newId<'Extract'>(), version }
    const leftOut = checked.tallies.reduce((all, each) => all + each.leftOut, 0)
    const facts = { fingerprint, leftOut, problems: checked.problems.length, startedBy: actor.id }
    const isNew = await insertExtract(tx, { ...owner, ...facts })
    const kept = isNew ? owner.id : (await findSame(tx, version, fingerprint))!
    if (isNew) await saveContents(tx, owner, checked)
    note({ chain: actor.organisation, about: kept })
    return { extract: (await findExtract(tx, kept))!, again: !isNew }
  },
}

/** The same files in another order, or by other names, are the same files. */
function fingerprintOf(contents: readonly Uint8Array[]): string {
  const each = contents.map(content => createHash('sha256').update(content).digest('hex')).toSorted()
  return createHash('sha256').update(each.join()).digest('hex')
}

const nothingToLoad = (problems: readonly { readonly message: string }[]): string =>
  `None of these files has a row that can be used. ${problems
    .slice(0, 5)
    .map(({ message }) => `${message}.`)
    .join(' ')}`.slice(0, 2000)

export type Prepared = { readonly version: Version }

export const prepareExtract: Action<object, Prepared> & { readonly role: 'reader' } = {
  name: 'specification.prepare',
  says: 'Tells the version of the data specification that files are loaded under today',
  role: 'reader',
  permission: 'return:load',
  schema: z.object({}),
  about: () => null,
  run: async ({ today }) => ({ version: versionOn(today) }),
}
