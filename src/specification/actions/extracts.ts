/** What may be asked of an extract that was brought: to look at it, to load, cancel or undo it. */

import { z } from 'zod'
import { type Action, type Context } from '#access'
import { id } from '#shared/parse'
import { Refusal, notFound } from '#shared/refusal'
import type { FileFound, Tally } from '../checking.ts'
import { type Extract, type ExtractId, mayCancel, mayCommit, mayUndo } from '../extract.ts'
import {
  type ExtractLine,
  findExtract,
  holdExtract,
  listExtracts,
  setCancelled,
  setCommitted,
  setUndone,
} from '../store/extracts.ts'
import { type Group, deleteContents, filesOf, problemGroups, talliesOf } from '../store/rows.ts'
import { type Change, changesOf, nameOf } from '../store/standing.ts'

export type { ExtractLine, Group }

export const which = z.object({ extract: id<'Extract'>('Choose a load') })
type Which = { readonly extract: ExtractId }

export const listLoaded: Action<object, readonly ExtractLine[]> & { readonly role: 'reader' } = {
  name: 'specification.loads',
  says: 'Lists what an authority has loaded under the data specification',
  role: 'reader',
  permission: 'return:read',
  schema: z.object({}),
  about: () => null,
  run: async ({ tx, actor }) => (actor.kind === 'authority' ? listExtracts(tx) : []),
}

/** An extract with its files, what is wrong in groups, its counts, and what loading it would change. */
export type Shown = {
  readonly extract: Extract
  readonly files: readonly FileFound[]
  readonly groups: readonly Group[]
  readonly tallies: readonly Tally[]
  readonly changes: readonly Change[]
  readonly startedBy: string
}

export const showExtract: Action<Which, Shown> & { readonly role: 'reader' } = {
  name: 'specification.show',
  says: 'Shows a load under the data specification: its files, what is wrong, and what it changes',
  role: 'reader',
  permission: 'return:read',
  schema: which,
  about: ({ extract }) => extract,
  async run(context, { extract: asked }) {
    const extract = await seenBy(context, asked)
    if (!extract) return notFound('Load not found')
    const { tx } = context
    return {
      extract,
      files: await filesOf(tx, asked),
      groups: await problemGroups(tx, asked),
      tallies: await talliesOf(tx, asked),
      changes: extract.state === 'ready' ? await changesOf(tx, asked) : [],
      startedBy: await nameOf(tx, extract.startedBy),
    }
  },
}

/** Only its own authority may look: the region has no right even to ask the tables. */
export const seenBy = async ({ tx, actor }: Context, extract: ExtractId): Promise<Extract | undefined> =>
  actor.kind === 'authority' ? findExtract(tx, extract) : undefined

const ticked = z.preprocess(
  sent => sent === true || sent === 'true' || sent === 'yes' || sent === 'on',
  z.boolean(),
)
const committing = which.extend({
  leaveOut: ticked.describe('yes: the rows that cannot be used may be left out'),
})

/** A change of an extract’s state: held, asked whether it may be, and made. */
const changing =
  <Input extends Which>(
    may: (extract: Extract, input: Input, context: Context) => Extract | Refusal,
    make: (context: Context, id: ExtractId) => Promise<void>,
  ): Action<Input, Extract>['run'] =>
  async (context, input) => {
    const extract = await holdExtract(context.tx, input.extract)
    if (!extract) return notFound('Load not found')
    const allowed = may(extract, input, context)
    if (allowed instanceof Refusal) return allowed
    await make(context, extract.id)
    return (await findExtract(context.tx, extract.id))!
  }

export const commitExtract: Action<z.output<typeof committing>, Extract> = {
  name: 'specification.commit',
  says: 'Loads checked tables: they stand from now on for what the authority has sent',
  role: 'writer',
  permission: 'return:load',
  schema: committing,
  about: ({ extract }) => extract,
  run: changing(
    (extract, { leaveOut }) => mayCommit(extract, leaveOut),
    ({ tx, actor }, extract) => setCommitted(tx, extract, actor.id),
  ),
}

export const cancelExtract: Action<Which, Extract> = {
  name: 'specification.cancel',
  says: 'Cancels tables that were checked and not loaded; their rows are deleted',
  role: 'writer',
  permission: 'return:load',
  schema: which,
  about: ({ extract }) => extract,
  run: changing(mayCancel, async ({ tx }, extract) => {
    await setCancelled(tx, extract)
    await deleteContents(tx, extract)
  }),
}

export const undoExtract: Action<Which, Extract> = {
  name: 'specification.undo',
  says: 'Takes back tables that were loaded: what was sent before them stands again, and their rows are deleted',
  role: 'writer',
  permission: 'return:load',
  schema: which,
  about: ({ extract }) => extract,
  run: changing(
    (extract, _, { today }) => mayUndo(extract, today),
    async ({ tx, actor }, extract) => {
      await setUndone(tx, extract, actor.id)
      await deleteContents(tx, extract)
    },
  ),
}
