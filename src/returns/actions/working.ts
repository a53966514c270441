/** Working on loads in the background; and loading a return from end to end, for whoever waits for it. */

import { type Caller, type Database, type OrganisationId, atTheGate, inTransaction, perform } from '#access'
import type { PlainDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import type { Load } from '../load.ts'
import { findLoad, setRefused } from '../store/loads.ts'
import { type InHand, type Waiting, noteFault, takeInHand, waitingLoads } from '../store/working.ts'
import { NoLongerWanted, type Told, checkLoad, write } from './checking.ts'
import { commitLoad as commitNow } from './committing.ts'
import { commitLoad, startLoad } from './loads.ts'

/** Does whatever waits, and says whether anything did. Who is stopped half way is followed by who looks next. */
export async function workOnLoads(database: Database, today: PlainDate): Promise<boolean> {
  const waiting = await atTheGate(database, waitingLoads)
  let worked = false
  for (const each of waiting) {
    const load = await take(database, today, each)
    if (!load) continue
    worked = true
    await workOn({ database, today, load })
  }
  return worked
}

const take = (
  database: Database,
  today: PlainDate,
  { authority, id }: Waiting,
): Promise<InHand | undefined> =>
  inTransaction(
    database,
    { kind: 'authority', organisation: authority as string as OrganisationId },
    today,
    'writer',
    tx => takeInHand(tx, id),
  )

type Work = Parameters<typeof write>[0]

async function workOn(work: Work, known?: Told): Promise<Told | undefined> {
  try {
    if (work.load.state === 'checking') return await checkLoad(work)
    await commitNow(work, known)
  } catch (fault) {
    if (fault instanceof NoLongerWanted) return undefined
    await giveUp(work)
    throw fault
  }
  return undefined
}

const mostFaults = 5
const ours = 'Something went wrong on our side, and nothing has been loaded. Please tell us, then try again.'

/** A fault may pass; one that does not must not be tried for ever. */
const giveUp = (work: Work): Promise<void> =>
  write(work, async tx => {
    if ((await noteFault(tx, work.load.id)) >= mostFaults) await setRefused(tx, work.load.id, ours)
  })

export type Return = {
  readonly year: number
  readonly files: readonly { name: string; content: Uint8Array }[]
}

/** Starts, checks and commits a return at once, as people and workers do, leaving out what cannot be used. */
export async function loadReturn(
  database: Database,
  actor: Caller['actor'],
  today: PlainDate,
  { year, files }: Return,
): Promise<Load | Refusal> {
  const caller = { database, actor, today }
  const started = await perform(startLoad, caller, { year, files })
  if (started instanceof Refusal) return started
  const told = await workAtOnce(caller, started.load)
  const checked = await look(caller, started.load)
  if (checked.state !== 'ready') return checked
  const asked = await perform(commitLoad, caller, { load: checked.id, leaveOut: true })
  if (asked instanceof Refusal) return asked
  await workAtOnce(caller, asked, told)
  return look(caller, asked)
}

async function workAtOnce({ database, today }: Caller, { id, authority }: Load, known?: Told) {
  const load = await take(database, today, { authority, id })
  return load && workOn({ database, today, load }, known)
}

const look = ({ database, actor, today }: Caller, { id }: Load): Promise<Load> =>
  inTransaction(database, actor, today, 'reader', async tx => (await findLoad(tx, id))!)
