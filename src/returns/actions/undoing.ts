/** Undoing a load: every row goes back exactly as it was, or nothing does. */

import { z } from 'zod'
import { type Action, type Tx } from '#access'
import {
  type ChildId,
  type EpisodeId,
  addedTo,
  childrenWithMore,
  deleteChildren,
  deleteEpisodes,
  differingFrom,
  findChildren,
  holdHistories,
  marksOf,
  restore,
  takeBackTold,
} from '#children'
import { id } from '#shared/parse'
import { Refusal, conflict, notFound } from '#shared/refusal'
import { type Committed, type Load, type LoadId, mayUndo } from '../load.ts'
import { type Change, type Made, changesOf, madeBy } from '../store/changes.ts'
import { findLoad, holdLoad, setUndone } from '../store/loads.ts'
import { newerOfYear } from '../store/standing.ts'
import { whyNotUndone } from '../built-on.ts'

type Which = { readonly load: LoadId }

export const undoLoad: Action<Which, Load> = {
  name: 'return.undo',
  says: 'Takes back a return that was loaded: every row goes back exactly as it was, or nothing does',
  role: 'writer',
  permission: 'return:load',
  schema: z.object({ load: id<'Load'>('Choose a load') }),
  about: ({ load }) => load,
  async run({ tx, actor, today }, { load: which }) {
    const load = await holdLoad(tx, which)
    if (!load) return notFound('Load not found')
    const loaded = mayUndo(load, today, await newerOfYear(tx, load))
    if (loaded instanceof Refusal) return loaded

    const undone = await putBack(tx, loaded)
    if (undone instanceof Refusal) return undone

    await setUndone(tx, which, actor.id)
    return (await findLoad(tx, which))!
  },
}

async function putBack(tx: Tx, load: Committed): Promise<Refusal | 'done'> {
  await holdHistories(tx, load.authority)
  const made = await madeBy(tx, load.id)
  const changes = await changesOf(tx, load.id)
  const since = await changedSince(tx, made, changes)
  if (since.length > 0) return conflict(await tell(tx, since))
  const of = (subject: Change['subject']) => changes.filter(each => each.subject === subject)
  try {
    await takeBackTold(tx, load.id)
    await deleteEpisodes(tx, [...ids(made.episode), ...ids(of('episode'))] as EpisodeId[])
    await deleteChildren(tx, ids(made.child) as ChildId[])
    await restore(
      tx,
      'child',
      of('child').map(({ before }) => before),
    )
    await restore(
      tx,
      'episode',
      of('episode').map(({ before }) => before),
    )
  } catch (fault) {
    if (!isInUse(fault)) throw fault
    return conflict(whyNotUndone(inUse(fault, made), keptOf(fault)))
  }
  return 'done'
}

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(row => row.id)

/** The numbers of the children of whom anything that this load wrote has been changed, or added to, since. */
async function changedSince(tx: Tx, made: Made, changes: readonly Change[]): Promise<string[]> {
  const numbers: string[] = []
  for (const subject of ['child', 'episode'] as const) {
    const now = new Map((await marksOf(tx, subject, ids(made[subject]))).map(each => [each.id, each.mark]))
    numbers.push(...made[subject].flatMap(each => (now.get(each.id) === each.mark ? [] : [each.child])))
    const left = changes.flatMap(({ subject: of, id: which, after }) =>
      of === subject && after !== null ? [{ id: which, row: after }] : [],
    )
    const differing = new Set(await differingFrom(tx, subject, left))
    const children = changes.flatMap(({ id: which, before }) =>
      differing.has(which) ? [(before.child_id ?? before.id) as ChildId] : [],
    )
    numbers.push(...(await findChildren(tx, children)).map(({ localId }) => localId))
  }
  numbers.push(
    ...(await childrenWithMore(tx, ids(made.child) as ChildId[], ids(made.episode) as EpisodeId[])),
  )
  return [...new Set(numbers)].toSorted()
}

const tell = async (tx: Tx, numbers: readonly string[]): Promise<string> =>
  whyNotUndone(numbers, { ...(await addedTo(tx, numbers)), requests: false })

/** Something else is kept of a child this load made, or stands where an episode was. */
type InUse = { readonly code: string; readonly detail?: string; readonly table?: string }
const isInUse = (fault: unknown): fault is InUse =>
  ['23503', '23P01', '23505'].includes((fault as { code?: string }).code ?? '')

/** By the table that still points at a child. Nothing more can be asked: the transaction has failed. */
const keptOf = ({ table }: InUse) => ({
  names: 0,
  costs: 0,
  homes: 0,
  assessments: table === 'assessment' ? 1 : 0,
  requests: table === 'referral' || table === 'placement',
})

const inUse = ({ detail = '' }: InUse, made: Made): string[] =>
  made.child.filter(each => detail.includes(each.id)).map(({ child }) => child)
