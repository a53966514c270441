/** The work of checking a load: its files read, every row checked, and what loading them would change. */

import { setImmediate as breathe } from 'node:timers/promises'
import { type Database, type Tx, inTransaction } from '#access'
import { type Held, heldForReturn } from '#children'
import { type PlacedPostcode, areaOf, findPostcodes, hasPostcodes, positionOf } from '#reference'
import type { PlainDate } from '#shared/dates'
import { type Checked, check, rowsIn } from '../checking/checking.ts'
import { type Effect, type Geography, planEffect } from '../merging/effect.ts'
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

/** What the return says, and what was held when it was read. */
export type Told = {
  readonly readings: readonly Reading[]
  readonly checked: Checked
  readonly geography: Geography
  readonly held: Held
  readonly effect: Effect | null // null where the files as a whole are refused
}

/** Reads and checks every row. It holds nothing while it works, and may be done again from the start at any time. */
export async function readAndCheck(work: Work): Promise<Told> {
  const { load, today } = work
  const report = reporter(work)
  const { files, held, years, code, exact } = await read(work, tx => startingPoint(tx, work))
  const readings: Reading[] = []
  for (const file of files) {
    await report('Reading the files', readings.length, files.length)
    readings.push(readReturnFile(file))
  }
  const rows = rowsIn(readings)
  const known = new Map(held.children.map(({ localId, born }) => [localId, born]))
  const steps = check(readings, { year: load.year, today, known })
  let step = steps.next()
  while (!step.done) {
    await report('Checking the rows', step.value, rows)
    step = steps.next()
  }
  const checked = step.value
  await report('Comparing with what we hold', rows, rows)
  const places = exact ? await read(work, tx => exactPlaces(tx, checked)) : new Map<string, PlacedPostcode>()
  const geography = geographyOf(code, places)
  const effect =
    checked.refused.length > 0 ? null : planEffect(checked, storedFrom(held, years), load.year, geography)
  return { readings, checked, geography, held, effect }
}

const startingPoint = async (tx: Tx, { load }: Work) => ({
  files: await readFiles(tx, load.id),
  held: await heldForReturn(tx),
  years: await yearsOfLoads(tx),
  code: await codeOfAuthority(tx, load.authority),
  exact: await hasPostcodes(tx),
})

/** All that checking finds is written at once, and only if the load still waits for it. */
export async function checkLoad(work: Work): Promise<Told> {
  const told = await readAndCheck(work)
  const { checked, readings, effect } = told
  await write(work, async tx => {
    if (!(await holdToFinish(tx, work.load))) throw new NoLongerWanted()
    await describeFiles(tx, readings)
    await saveProblems(tx, work.load, [...checked.problems, ...(effect?.problems ?? [])])
    if (effect) await setReady(tx, work.load.id, outcomeOf(checked, effect))
    else await setRefused(tx, work.load.id, whyRefused(checked))
  })
  return told
}

const whyRefused = ({ refused }: Checked): string =>
  [...new Set(refused.map(({ message }) => message))].join('\n')

const oneQuestion = 5000

async function exactPlaces(tx: Tx, { episodes }: Checked): Promise<Map<string, PlacedPostcode>> {
  const all = new Set(episodes.flatMap(each => [each.homePostcode, each.placementPostcode]))
  const postcodes = [...all].filter(each => each !== null)
  const exact = new Map<string, PlacedPostcode>()
  for (let from = 0; from < postcodes.length; from += oneQuestion) {
    const found = await findPostcodes(tx, postcodes.slice(from, from + oneQuestion))
    for (const [postcode, place] of found) exact.set(postcode, place)
  }
  return exact
}

/** Exact places where the postcode directory has been loaded, and the middle of the outward code where it has not. */
const geographyOf = (authority: string, exact: ReadonlyMap<string, PlacedPostcode>): Geography => ({
  authority,
  positionOf: postcode => exact.get(postcode)?.position ?? positionOf(postcode),
  areaOf: postcode =>
    exact.has(postcode) ? (exact.get(postcode)!.authority ?? 'elsewhere') : areaOf(postcode),
})
