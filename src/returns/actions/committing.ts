/** The work of committing a load: one transaction, so that all of the return is in the record or none of it. */

import { type OrganisationId, type Tx, recordAudit } from '#access'
import {
  type Subject,
  deleteEpisodes,
  heldForReturn,
  holdHistories,
  marksOf,
  picturesOf,
  saveTold,
  upsertChildren,
  upsertEpisodes,
} from '#children'
import { newId } from '#shared/ids'
import { planEffect } from '../merging/effect.ts'
import { type Rows, rowsFrom, storedFrom, toldRows } from '../merging/rows.ts'
import { outcomeOf } from '../outcome.ts'
import { saveChanges } from '../store/changes.ts'
import { setCommitted, yearsOfLoads } from '../store/loads.ts'
import { type InHand, holdToFinish } from '../store/working.ts'
import { NoLongerWanted, type Told, type Work, readAndCheck, reporter, write } from './checking.ts'

/** What was told may be passed on by whoever has just checked it; nothing is trusted of what was planned then. */
export async function commitLoad(work: Work, known?: Told): Promise<void> {
  const told = known ?? (await readAndCheck(work))
  await reporter(work)('Writing the record', told.checked.rows, told.checked.rows)
  await write(work, async tx => {
    const { load } = work
    if (!(await holdToFinish(tx, load))) throw new NoLongerWanted()
    const revision = await holdHistories(tx, load.authority)
    const { held, effect } = await planAsAt(tx, revision, told, load.year)

    const rows = rowsFrom(effect.writes, held, { authority: load.authority, mint: newId })
    const made = await writeRows(tx, load, rows)
    const { children, told: others } = toldRows(told.checked, [...held.children, ...rows.children], load.year)
    await saveTold(tx, { authority: load.authority, load: load.id, year: load.year, children }, others)
    await setCommitted(tx, load.id, outcomeOf(told.checked, effect), made)
    const chain = load.authority as string as OrganisationId
    const touched = [{ chain, about: load.id }]
    await recordAudit(
      tx,
      { id: load.askedBy, organisation: chain },
      { action: 'return.loaded', refused: false, touched },
    )
  })
}

/** What loading changes as things now stand; where nothing has changed since the files were checked, that is known. */
async function planAsAt(tx: Tx, revision: number, { held, effect, checked, geography }: Told, year: number) {
  if (effect && held.revision === revision) return { held, effect }
  const now = await heldForReturn(tx)
  const stored = storedFrom(now, await yearsOfLoads(tx))
  return { held: now, effect: planEffect(checked, stored, year, geography) }
}

/** Answers a mark of each row it made; of each it changed, the row before and after is kept. */
async function writeRows(tx: Tx, load: InHand, rows: Rows) {
  const before = {
    child: await picturesOf(tx, 'child', rows.changed.child),
    episode: await picturesOf(tx, 'episode', rows.changed.episode),
  }
  await deleteEpisodes(tx, rows.gone)
  if (rows.children.length > 0) await upsertChildren(tx, load.authority, rows.children, load.id)
  if (rows.episodes.length > 0) await upsertEpisodes(tx, load.authority, rows.episodes, load.id)
  for (const subject of ['child', 'episode'] as const satisfies Subject[]) {
    const after = await picturesOf(tx, subject, rows.changed[subject])
    await saveChanges(tx, load, subject, { before: before[subject], after })
  }
  return {
    child: await marksOf(tx, 'child', rows.made.child),
    episode: await marksOf(tx, 'episode', rows.made.episode),
  }
}
