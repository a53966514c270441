/** Checking a return against every rule, in the background: with true progress, and all of its findings or none. */

import { setImmediate as breathe } from 'node:timers/promises'
import { type Database, type OrganisationId, type Tx, atTheGate, inTransaction } from '#access'
import { supplyFor } from '#provision'
import {
  type Checked,
  type EarlierSheets,
  type Outcome,
  type Return,
  type Rule,
  askRule,
  assembleReturn,
  gathered,
  rulesOf,
} from '#rulebook'
import type { PlainDate } from '#shared/dates'
import { workersOf } from '../assembling.ts'
import { type CheckingId, type Waiting, mostFaults } from '../checking.ts'
import { type Files, applyCorrections } from '../correction.ts'
import { type Readiness, flagsOf, readinessOf } from '../readiness.ts'
import { providersOn } from '../register.ts'
import { rowKeys } from '../row-key.ts'
import { findChecking, loadsBefore, setChecked, setFailed } from '../store/checkings.ts'
import { correctionsOf } from '../store/corrections.ts'
import { type KeyedFlag, countFlags, dropEarlier, saveFlags, saveStandings } from '../store/flags.ts'
import { type InHand, noteFault, noteProgress, takeInHand, waitingCheckings } from '../store/queue.ts'
import { codeOfAuthority } from '../store/register.ts'
import { atlas, filesOfLoad, keepRows } from './reading.ts'

type Work = { readonly database: Database; readonly today: PlainDate; readonly hand: InHand }

/** Does whatever waits, and says whether anything did. */
export async function workOnCheckings(database: Database, today: PlainDate): Promise<boolean> {
  let worked = false
  for (const hand of await atTheGate(database, waitingCheckings)) {
    const work = { database, today, hand }
    if (!(await write(work, tx => takeInHand(tx, hand.id)))) continue
    worked = true
    await workOn(work)
  }
  return worked
}

const write = <Result>({ database, today, hand }: Work, deed: (tx: Tx) => Promise<Result>): Promise<Result> =>
  inTransaction(
    database,
    { kind: 'authority', organisation: hand.authority as string as OrganisationId },
    today,
    'writer',
    deed,
  )

async function workOn(work: Work): Promise<void> {
  const { id } = work.hand
  try {
    const checking = await write(work, tx => findChecking(tx, id))
    if (checking?.state === 'waiting') await check(work, checking)
  } catch (fault) {
    await write(work, async tx => {
      if ((await noteFault(tx, id)) >= mostFaults) await setFailed(tx, id)
    })
    throw fault
  }
}

async function check(work: Work, checking: Waiting): Promise<void> {
  const { given, files } = await write(work, tx => read(tx, checking))
  const rules = rulesOf(checking.year)
  const checked = await askAll(rules, given, done =>
    write(work, tx => noteProgress(tx, checking.id, { phase: 'Asking the rules', done, of: rules.length })),
  )
  const keys = new Map(Object.entries(files).map(([kind, rows]) => [kind, rowKeys(kind as never, rows)]))
  const flags: KeyedFlag[] = flagsOf(checked, given).flatMap(flag => {
    const key = keys.get(flag.file)?.[flag.at]
    return key ? [{ ...flag, key }] : []
  })
  await write(work, tx => keep(tx, checking, { given, checked, flags }))
}

/** The files of this year, with what has been put right laid over them, of last year, and of the years before. */
async function read(tx: Tx, checking: Waiting): Promise<{ given: Return; files: Files }> {
  const { id, authority, year, load, lastLoad } = checking
  await noteProgress(tx, id, { phase: 'Reading the files', done: 0, of: lastLoad ? 2 : 1 })
  const files = await filesOfLoad(tx, load)
  await keepRows(tx, { authority, load }, files)
  const last = lastLoad && (await filesOfLoad(tx, lastLoad))
  if (last) await keepRows(tx, { authority, load: lastLoad }, last)

  const corrected = applyCorrections(files, await correctionsOf(tx, year)).files
  const homes = (await supplyFor(tx)).map(({ home }) => home)
  const code = await codeOfAuthority(tx)
  const given = assembleReturn({
    year,
    authority: code,
    now: corrected,
    last: last ?? undefined,
    earlier: await readEarlier(tx, checking),
    postcodes: atlas(),
    providers: providersOn(homes),
  })
  return { given, files }
}

async function readEarlier(tx: Tx, { authority, year }: Waiting): Promise<EarlierSheets[]> {
  const returns: EarlierSheets[] = []
  for (const each of await loadsBefore(tx, year)) {
    const sheets = await filesOfLoad(tx, each.load)
    await keepRows(tx, { authority, load: each.load }, sheets)
    returns.push({ year: each.year, sheets })
  }
  return returns
}

const atOnce = 20

/** A few rules at a time, so that the server goes on answering. */
async function askAll(
  rules: readonly Rule[],
  given: Return,
  say: (done: number) => Promise<void>,
): Promise<Checked> {
  const outcomes: [string, Outcome][] = []
  for (let start = 0; start < rules.length; start += atOnce) {
    await say(start)
    for (const rule of rules.slice(start, start + atOnce)) outcomes.push([rule.code, askRule(rule, given)])
    await breathe()
  }
  return { ...gathered(outcomes), took: {} }
}

type Found = { readonly given: Return; readonly checked: Checked; readonly flags: readonly KeyedFlag[] }

async function keep(tx: Tx, checking: Waiting, { given, checked, flags }: Found): Promise<void> {
  const owner = { authority: checking.authority, checking: checking.id, year: checking.year }
  await saveStandings(tx, owner, workersOf(given))
  await saveFlags(tx, owner, flags)
  await dropEarlier(tx, owner)
  const readiness = await readinessNow(
    tx,
    checking,
    readinessOf(given, checked, flags, () => false),
  )
  await setChecked(tx, checking.id, { readiness, skipped: checked.skipped, failed: checked.failed })
}

/** What is waived today is known to the database: the counts are its own. */
export async function readinessNow(
  tx: Tx,
  { id, year }: { readonly id: CheckingId; readonly year: number },
  readiness: Readiness,
): Promise<Readiness> {
  return { ...readiness, ...(await countFlags(tx, id, year)) }
}
