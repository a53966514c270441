/** How long it takes to load a year's return, and the next on top of it, beside writing the same rows unchecked. */

import { type Actor, type AuthorityId, type Tx, inTransaction } from '#access'
import { allChildren, allEpisodes, heldForReturn, upsertChildren, upsertEpisodes } from '#children'
import { filesOf, inventRegion, returnsOf } from '#invention'
import { areaOf, positionOf } from '#reference'
import { check, loadReturn, planEffect, readReturnFile } from '#returns'
import { dateToday } from '#shared/dates'
import { newId } from '#shared/ids'
import { Refusal } from '#shared/refusal'
import { storedFrom } from '../src/returns/merging/rows.ts'
import { yearsOfLoads } from '../src/returns/store/loads.ts'
import { type Kind, openTestDatabase, type TestDatabase } from '../tests/support/database.ts'
import { people } from '../tests/support/people.ts'
import { type Table, against, count, growth, ratio, seconds, tell, timed } from './samples.ts'

const most = 5
const aim = 2700
const today = dateToday()

type File = { readonly name: string; readonly content: Uint8Array }
type Year = {
  readonly year: number
  readonly files: readonly File[]
  readonly children: number
  readonly rows: number
}

type Row = {
  readonly kind: Kind
  readonly next: boolean
  readonly children: number
  readonly whole: number
  readonly cells: readonly string[]
}

export async function loadTables(quick: boolean): Promise<Table[]> {
  const rows: Row[] = []
  for (const children of quick ? [675] : [675, 1350, aim, 5400]) {
    const years = yearsWith(children)
    for (const kind of ['server', 'embedded'] as const) rows.push(...(await measure(kind, years)))
  }
  return (['server', 'embedded'] as const).map(kind =>
    tableOf(
      kind,
      rows.filter(each => each.kind === kind),
    ),
  )
}

/** A return tells of everybody looked after in the year, and of care leavers: so many more than on its last day. */
const inTheYear = 1.9

function yearsWith(children: number): Year[] {
  const region = inventRegion({ seed: 1, today, children: Math.round(children / inTheYear), authorities: 1 })
  const [authority] = region.authorities()
  return region.years.slice(-3, -1).map(year => {
    const returned = returnsOf(region, authority!, year)
    const files = filesOf(returned)
    const rows = files.reduce((sum, { kind }) => sum + returned[kind].length, 0)
    const brought = files.map(({ name, text }) => ({ name, content: Buffer.from(text) }))
    return { year, files: brought, children: returned.Header.length, rows }
  })
}

async function measure(kind: Kind, years: readonly Year[]): Promise<Row[]> {
  const opened = await openTestDatabase(kind)
  const rows: Row[] = []
  for (const [i, year] of years.entries()) rows.push(tell(await measureYear(opened, year, i > 0)))
  await opened.close()
  return rows
}

async function measureYear(opened: TestDatabase, year: Year, next: boolean): Promise<Row> {
  const { database, kind } = opened
  const alone = await thinking(opened, year)
  const [whole, loaded] = await timed(() => loadReturn(database, people.dataLead, today, year))
  if (loaded instanceof Refusal || loaded.state !== 'committed')
    throw new Error(`the return was not loaded: ${JSON.stringify(loaded)}`)
  const [writing, written] = next ? [Number.NaN, 0] : await unchecked(opened)
  const { read, checked, planned } = alone
  const rest = whole - read - checked - planned
  const cells = [
    `${count(year.children)}${next ? ', the next year' : ', into an empty record'}`,
    count(year.rows),
    ...[read, checked, planned, rest, whole].map(seconds),
    next ? '' : `${seconds(writing)} for ${count(written)} rows`,
    next ? '' : ratio(whole, writing),
  ]
  return { kind, next, children: year.children, whole, cells }
}

/** Reading, checking and planning by themselves, on the same files, before they are loaded. */
async function thinking({ database }: TestDatabase, { files, year }: Year) {
  const { held, years } = await asked(database, people.dataLead, async tx => ({
    held: await heldForReturn(tx),
    years: await yearsOfLoads(tx),
  }))
  const [read, readings] = await timed(() =>
    files.map(({ name, content }) => readReturnFile({ file: name, name, bytes: content })),
  )
  const known = new Map(held.children.map(({ localId, born }) => [localId, born]))
  const [checked, result] = await timed(() => {
    const steps = check(readings, { year, today, known })
    let step = steps.next()
    while (!step.done) step = steps.next()
    return step.value
  })
  const geography = { authority: 'E06000036', positionOf, areaOf }
  const [planned] = await timed(() => planEffect(result, storedFrom(held, years), year, geography))
  return { read, checked, planned }
}

/** The same children and episodes for another authority: one statement for each table, in one transaction. */
async function unchecked({ database }: TestDatabase): Promise<[number, number]> {
  const { children, episodes } = await asked(database, people.dataLead, async tx => ({
    children: await allChildren(tx),
    episodes: await allEpisodes(tx),
  }))
  const other = people.siblingDataLead
  const authority = other.organisation as string as AuthorityId
  const ids = new Map(children.map(({ id }) => [id, newId<'Child'>()]))
  const ours = children.map(child => ({ ...child, id: ids.get(child.id)!, authority }))
  const theirs = episodes.map(each => ({ ...each, id: newId<'Episode'>(), child: ids.get(each.child)! }))
  const [time] = await timed(() =>
    asked(database, other, async tx => {
      await upsertChildren(tx, authority, ours)
      await upsertEpisodes(tx, authority, theirs)
    }),
  )
  return [time, ours.length + theirs.length]
}

const asked = <Result>(
  database: TestDatabase['database'],
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => inTransaction(database, actor, today, 'writer', work)

function tableOf(kind: Kind, rows: readonly Row[]): Table {
  const points = (next: boolean) =>
    rows.filter(each => each.next === next).map(({ children, whole }) => ({ work: children, time: whole }))
  const aims = rows.filter(({ children }) => Math.abs(children / aim - 1) < 0.1)
  return {
    title: `Load a return, on ${kind === 'server' ? 'PostgreSQL' : 'the embedded database'}`,
    says: 'Twelve kinds of file for an authority’s year, through the action that people use, then the next year on top.',
    columns: [
      'Children in the return',
      'Rows',
      'Read',
      'Check',
      'Plan',
      'Database: keep, compare, write, commit',
      'The whole load',
      'The same children and episodes, unchecked, in two statements',
      'Load beside that',
    ],
    rows: rows.map(({ cells }) => cells),
    notes: [
      `Into an empty record it grows ${growth(points(false))} of children; the next year ${growth(points(true))}.`,
      ...aims.map(
        ({ children, whole, next }) =>
          `${count(children)} children${next ? ', the next year' : ''}: ${seconds(whole)} of the ${most} s allowed (${against(whole, most * 1000)}).`,
      ),
    ],
  }
}
