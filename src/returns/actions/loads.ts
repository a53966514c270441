/** What may be asked of a load: to start one, to look at it, to commit or cancel it. */

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Action, type Context, authorityOf } from '#access'
import { collectionYearOf } from '#reference'
import { newId } from '#shared/ids'
import { id } from '#shared/parse'
import { Refusal, invalid, notFound } from '#shared/refusal'
import { nameIn } from './lists.ts'
import { type Load, type LoadId, type LoadedFile, mayCancel, mayCommit } from '../load.ts'
import { asCsvFiles } from '../reading/xml-return.ts'
import { type Group, filesOf, problemGroups, saveFiles } from '../store/files.ts'
import {
  type LoadLine,
  findLoad,
  findSame,
  holdLoad,
  insertLoad,
  colleagues,
  listLoads,
  setCancelled,
  setCommitting,
} from '../store/loads.ts'

export const whichLoad = id<'Load'>('Choose a load')
type Which = { readonly load: LoadId }
const which = z.object({ load: whichLoad })

const oldestYear = 2010
const mostFiles = 20

const chooseFiles = 'Choose the files of the return'
const brought = z.object({
  name: z.string().max(255, 'Give the file a shorter name'),
  content: z.instanceof(Uint8Array, { error: 'Send the files as a form sends files' }),
})
const starting = z.object({
  year: z.coerce
    .number('Choose the year of the return')
    .int('Choose the year of the return')
    .min(oldestYear, `Choose a year from ${oldestYear}`)
    .describe('2026 for the year to 31 March 2026'),
  files: z
    .array(brought, chooseFiles)
    .min(1, chooseFiles)
    .max(mostFiles, `Choose at most ${mostFiles} files`)
    .describe('The files as they are, whatever they are called'),
})

/** `again` where the same files were already there: this is the load they came with first. */
export type Started = { readonly load: Load; readonly again: boolean }

export const startLoad: Action<z.output<typeof starting>, Started> = {
  name: 'return.start',
  says: 'Takes in the files of a year’s return, to be checked; the same files again are the same load',
  role: 'writer',
  permission: 'return:load',
  schema: starting,
  about: () => null,
  async run({ tx, actor, today, note }, { year, files }) {
    if (year > collectionYearOf(today))
      return invalid({ field: 'year', message: 'Choose a year that has begun' })
    const authority = authorityOf(actor)
    const fingerprint = fingerprintOf(files.map(({ content }) => content))

    const load = { authority, id: newId<'Load'>() }
    const isNew = await insertLoad(tx, { ...load, year, fingerprint, startedBy: actor.id })
    const kept = isNew ? load.id : (await findSame(tx, year, fingerprint))!
    if (isNew) {
      const own = files
        .flatMap(asCsvFiles)
        .map(({ name, content }) => ({ file: newId<'File'>(), name, bytes: content }))
      await saveFiles(tx, load, own)
    }
    note({ chain: actor.organisation, about: kept })
    return { load: (await findLoad(tx, kept))!, again: !isNew }
  },
}

/** The same files in another order, or by other names, are the same files. */
function fingerprintOf(contents: readonly Uint8Array[]): string {
  const each = contents.map(content => createHash('sha256').update(content).digest('hex')).toSorted()
  return createHash('sha256').update(each.join()).digest('hex')
}

export type Years = { readonly years: readonly number[]; readonly loads: readonly LoadLine[] }

export const prepareLoad: Action<object, Years> & { readonly role: 'reader' } = {
  name: 'return.prepare',
  says: 'Tells the years a return may be loaded for, and what has been loaded already',
  role: 'reader',
  permission: 'return:load',
  schema: z.object({}),
  about: () => null,
  async run({ tx, today }) {
    const latest = collectionYearOf(today)
    return { years: Array.from({ length: 10 }, (_, i) => latest - i), loads: await listLoads(tx) }
  },
}

/** A load with its files and what is wrong with them, in groups; and who started it. */
export type Shown = {
  readonly load: Load
  readonly files: readonly LoadedFile[]
  readonly groups: readonly Group[]
  readonly startedBy: string
}

export const showLoad: Action<Which, Shown> & { readonly role: 'reader' } = {
  name: 'return.show',
  says: 'Shows a load: how far it is, its files, what is wrong, and what it changes or changed',
  role: 'reader',
  permission: 'return:read',
  schema: which,
  about: ({ load }) => load,
  async run(context, { load: asked }) {
    const load = await loadSeenBy(context, asked)
    if (!load) return notFound('Load not found')
    const { tx } = context
    const files = await filesOf(tx, asked)
    const groups = await problemGroups(tx, asked)
    return { load, files, groups, startedBy: nameIn(await colleagues(tx), load.startedBy) }
  },
}

/** What is in a return only its own authority may see: the region has no right even to ask the table. */
export const loadSeenBy = async ({ tx, actor }: Context, load: LoadId): Promise<Load | undefined> =>
  actor.kind === 'authority' ? findLoad(tx, load) : undefined

export const previewLoad: Action<Which, Shown> & { readonly role: 'reader' } = {
  ...showLoad,
  name: 'return.preview',
  says: 'Shows what loading a return would change, before anything does',
  async run(context, asked) {
    const shown = await showLoad.run(context, asked)
    if (shown instanceof Refusal) return shown
    const may = mayCommit(shown.load, true)
    return may instanceof Refusal ? may : shown
  },
}

const ticked = z.preprocess(
  sent => sent === true || sent === 'true' || sent === 'yes' || sent === 'on',
  z.boolean(),
)
const committing = z.object({
  load: whichLoad,
  leaveOut: ticked.describe('yes: the rows that cannot be used may be left out'),
})

export const commitLoad: Action<z.output<typeof committing>, Load> = {
  name: 'return.commit',
  says: 'Loads a checked return into the record of the authority’s children',
  role: 'writer',
  permission: 'return:load',
  schema: committing,
  about: ({ load }) => load,
  async run({ tx, actor }, { load: asked, leaveOut }) {
    const load = await holdLoad(tx, asked)
    if (!load) return notFound('Load not found')
    const ready = mayCommit(load, leaveOut)
    if (ready instanceof Refusal) return ready

    await setCommitting(tx, asked, actor.id)
    return (await findLoad(tx, asked))!
  },
}

export const cancelLoad: Action<Which, Load> = {
  name: 'return.cancel',
  says: 'Cancels a return that is being checked or has been, before it is loaded',
  role: 'writer',
  permission: 'return:load',
  schema: which,
  about: ({ load }) => load,
  async run({ tx }, { load: asked }) {
    const load = await holdLoad(tx, asked)
    if (!load) return notFound('Load not found')
    const going = mayCancel(load)
    if (going instanceof Refusal) return going

    await setCancelled(tx, asked)
    return (await findLoad(tx, asked))!
  },
}
