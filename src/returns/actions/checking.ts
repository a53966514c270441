/** The work of checking a load: its files read, every row checked, and what loading them would change. */

import { setImmediate as breathe } from 'node:timers/promises'
import { type Database, type Tx, inTransaction } from '#access'
import { heldForReturn } from '#children'
import { type PlacedPostcode, areaOf, findPostcodes, hasPostcodes, positionOf } from '#reference'
import type { PlainDate } from '#shared/dates'
import { type Checked, check, rowsIn } from '../checking/checking.ts'
import { type Geography, planEffect } from '../merging/effect.ts'
import { storedFrom } from '../merging/rows.ts'
import { outcomeOf } from '../outcome.ts'
import { type Reading, readReturnFile } from '../reading/reading.ts'
import { codeOfAuthority } from '../store/changes.ts'
import { describeFiles, readFiles, saveProblems } from '../store/files.ts'
import { setReady, setRefused, yearsOfLoads } from '../store/loads.ts'
import { type InHand, holdToFinish, noteProgress } from '../store/working.ts'

export type Work = { readonly database: Database; readonly today: PlainDate; readonly load: InHand }

export const asAuthority = ({ load }: Work) =>
  ({ kind: 'authority', organisation: load.authority as string }) as Parameters<typeof inTransaction>[1]

export const write = <Result>(work: Work, what: (tx: Tx) => Promise<Result>): Promise<Result> =>
  inTransaction(work.database, asAuthority(work), work.today, 'writer', what)
const read = <Result>(work: Work, what: (tx: Tx) => Promise<Result>): Promise<Result> =>
  inTransaction(work.database, asAuthority(work), work.today, 'reader', what)

/** Thrown where there is nothing more to do: the load was cancelled, or another worker finished it. */
export class NoLongerWanted extends Error {}

const betweenNotes = 300

/** Lets others in, and says now and then how far the work is. */
export function reporter(work: Work) {
  let last = performance.now()
  return async (phase: string, done: number, of: number): Promise<void> => {
    await breathe()
    if (performance.now() - last < betweenNotes) return
    const wanted = await write(work, tx => noteProgress(tx, work.load, { phase, done, of }))
    if (!wanted) throw new NoLongerWanted()
    last = performance.now()
  }
}

export type Told = {
  readonly readings: readonly Reading[]
  readonly checked: Checked
  readonly geography: Geography
}

/** Reads and checks every row. It holds nothing while it works, and may be done again from the start at any time. */
export async function readAndCheck(work: Work): Promise<Told> {
  const report = reporter(work)
  const { files, known } = await read(work, async tx => ({
    files: await readFiles(tx, work.load.id),
    known: new Map((await heldForReturn(tx)).children.map(({ localId, born }) => [localId, born])),
  }))
  const readings: Reading[] = []
  for (const file of files) {
    await report('Reading the files', readings.length, files.length)
    readings.push(readReturnFile(file))
  }
  const rows = rowsIn(readings)
  const steps = check(readings, { year: work.load.year, today: work.today, known })
  let step = steps.next()
  while (!step.done) {
    await report('Checking the rows', step.value, rows)
    step = steps.next()
  }
  await report('Comparing with what we hold', rows, rows)
  const checked = step.value
  return { readings, checked, geography: await read(work, tx => geographyOf(tx, work, checked)) }
}

/** What loading would change, as things stand in this transaction. */
export async function planIn(tx: Tx, { checked, geography }: Told, year: number) {
  const held = await heldForReturn(tx)
  const stored = storedFrom(held, await yearsOfLoads(tx))
  return { held, effect: planEffect(checked, stored, year, geography) }
}

/** All that checking finds is written at once, and only if the load still waits for it. */
export async function checkLoad(work: Work): Promise<Told> {
  const told = await readAndCheck(work)
  const { checked, readings } = told
  const planned =
    checked.refused.length === 0 ? await read(work, tx => planIn(tx, told, work.load.year)) : null
  await write(work, async tx => {
    if (!(await holdToFinish(tx, work.load))) throw new NoLongerWanted()
    await describeFiles(tx, readings)
    await saveProblems(tx, work.load, [...checked.problems, ...(planned?.effect.problems ?? [])])
    if (planned) await setReady(tx, work.load.id, outcomeOf(checked, planned.effect))
    else await setRefused(tx, work.load.id, whyRefused(checked))
  })
  return told
}

const whyRefused = ({ refused }: Checked): string =>
  [...new Set(refused.map(({ message }) => message))].join('\n')

const oneQuestion = 5000

/** Exact places where the postcode directory has been loaded, and the middle of the outward code where it has not. */
async function geographyOf(tx: Tx, { load }: Work, { episodes }: Checked): Promise<Geography> {
  const authority = await codeOfAuthority(tx, load.authority)
  if (!(await hasPostcodes(tx))) return { authority, positionOf, areaOf }

  const postcodes = [
    ...new Set(episodes.flatMap(each => [each.homePostcode ?? [], each.placementPostcode ?? []].flat())),
  ]
  const exact = new Map<string, PlacedPostcode>()
  for (let from = 0; from < postcodes.length; from += oneQuestion) {
    const found = await findPostcodes(tx, postcodes.slice(from, from + oneQuestion))
    for (const [postcode, place] of found) exact.set(postcode, place)
  }
  return {
    authority,
    positionOf: postcode => exact.get(postcode)?.position ?? positionOf(postcode),
    areaOf: postcode =>
      exact.has(postcode) ? (exact.get(postcode)!.authority ?? 'elsewhere') : areaOf(postcode),
  }
}
