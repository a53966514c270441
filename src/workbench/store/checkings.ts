/** The SQL of checkings: each is its own place in the queue, as loads are. */

import { type UpdateObject, sql } from 'kysely'
import type { AuthorityId, PersonId, Tx } from '#access'
import type { LoadId } from '#returns'
import type { Tables } from '#tables'
import type { CheckedReturn, Checking, CheckingId, Waiting } from '../checking.ts'
import type { Readiness } from '../readiness.ts'

const all = (tx: Tx) => tx.selectFrom('workbench.checking').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

/** A checking that was kept before rules said what they were not asked in full has nothing of it. */
const toReadiness = (kept: unknown): Readiness => {
  const readiness = kept as Omit<Readiness, 'partly'> & Partial<Readiness>
  return { ...readiness, partly: readiness.partly ?? {} }
}

/** The casts rest on the table's constraints, which promise each state its own facts. */
function toChecking(row: Row): Checking {
  const core = {
    id: row.id as CheckingId,
    authority: row.authority_id as AuthorityId,
    year: row.year,
    load: row.load_id as LoadId,
    lastLoad: row.last_load_id as LoadId | null,
    askedBy: row.asked_by as PersonId,
    askedAt: row.asked_at.toISOString(),
  }
  if (row.state === 'failed') return { ...core, state: 'failed' }
  if (row.state === 'waiting') {
    return { ...core, state: 'waiting', phase: row.phase, done: row.rows_done, of: row.rows_total }
  }
  return {
    ...core,
    state: 'checked',
    checkedAt: row.checked_at!.toISOString(),
    readiness: toReadiness(row.readiness),
    skipped: row.skipped as CheckedReturn['skipped'],
    failed: row.failed as CheckedReturn['failed'],
  }
}

export async function insertChecking(
  tx: Tx,
  checking: Omit<Waiting, 'state' | 'phase' | 'done' | 'of' | 'askedAt'>,
) {
  await tx
    .insertInto('workbench.checking')
    .values({
      authority_id: checking.authority,
      id: checking.id,
      year: checking.year,
      load_id: checking.load,
      last_load_id: checking.lastLoad,
      asked_by: checking.askedBy,
      phase: 'Waiting to begin',
    })
    .execute()
}

export async function findChecking(tx: Tx, id: CheckingId): Promise<Checking | undefined> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  return row && toChecking(row)
}

/** The last asked for of a year; with `checked`, the last that is done. */
export async function newestOf(tx: Tx, year: number, state?: 'checked'): Promise<Checking | undefined> {
  let query = all(tx).where('year', '=', year)
  if (state) query = query.where('state', '=', state)
  const row = await query.orderBy('asked_at', 'desc').limit(1).executeTakeFirst()
  return row && toChecking(row)
}

/** Holds it until the transaction ends, so that two corrections do not count at once. */
export async function holdNewest(tx: Tx, year: number): Promise<CheckedReturn | undefined> {
  const row = await all(tx)
    .where('year', '=', year)
    .where('state', '=', 'checked')
    .orderBy('asked_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row && (toChecking(row) as CheckedReturn)
}

/** The oldest first, for the trend. */
export async function checkingsOf(tx: Tx, year: number, most: number): Promise<CheckedReturn[]> {
  const rows = await all(tx)
    .where('year', '=', year)
    .where('state', '=', 'checked')
    .orderBy('asked_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(row => toChecking(row) as CheckedReturn).toReversed()
}

export type YearOfReturn = { readonly year: number; readonly load: LoadId; readonly startedAt: string }

/** Of each year the newest load that stands, or that somebody had checked all the same; the newest year first. */
export async function newestLoads(tx: Tx): Promise<YearOfReturn[]> {
  const { rows } = await sql<{ year: number; id: LoadId; started_at: Date }>`
    select distinct on (year) year, id, started_at from returns.load
    where state in ('ready', 'committing', 'committed')
      or exists (select from workbench.checking where checking.load_id = load.id)
    order by year desc, started_at desc`.execute(tx)
  return rows.map(({ year, id, started_at }) => ({ year, load: id, startedAt: started_at.toISOString() }))
}

/** Of the years before last year's return, the newest first: as far back as a care leaver's time in care. */
export const loadsBefore = async (tx: Tx, year: number): Promise<YearOfReturn[]> =>
  (await newestLoads(tx)).filter(each => each.year < year - 1 && each.year > year - furthest)

/** Somebody of 25 was 16 nine years before. */
const furthest = 10

/**
 * The first year of which the record tells all that a return does: that of the earliest of an unbroken row of returns
 * that were loaded. Daily work is in it since the last of them. Without any, the record begins with its own year.
 */
export async function recordedSince(tx: Tx, year: number): Promise<number> {
  const { rows } = await sql<{ year: number }>`
    select distinct year from returns.load where state = 'committed' and year <= ${year} order by year desc`.execute(
    tx,
  )
  return rows.reduce((since, each) => (each.year === since - 1 ? each.year : since), rows[0]?.year ?? year)
}

/** Whether a load of that year has files to check: one that was cancelled or undone is not meant any more. */
export async function isCheckable(tx: Tx, year: number, load: LoadId): Promise<boolean> {
  const { rows } = await sql`
    select from returns.load where id = ${load}::uuid and year = ${year}
      and state in ('refused', 'ready', 'committing', 'committed')`.execute(tx)
  return rows.length > 0
}

const change = async (
  tx: Tx,
  id: CheckingId,
  set: UpdateObject<Tables, 'workbench.checking'>,
): Promise<void> => {
  await tx.updateTable('workbench.checking').set(set).where('id', '=', id).execute()
}

type Found = Pick<CheckedReturn, 'readiness' | 'skipped' | 'failed'>

export const setChecked = (tx: Tx, id: CheckingId, { readiness, skipped, failed }: Found) =>
  change(tx, id, {
    state: 'checked',
    checked_at: sql`now()`,
    readiness: JSON.stringify(readiness),
    skipped: JSON.stringify(skipped),
    failed: JSON.stringify(failed),
    phase: '',
    held_until: null,
  })
export const setFailed = (tx: Tx, id: CheckingId) =>
  change(tx, id, { state: 'failed', phase: '', held_until: null })
export const setReadiness = (tx: Tx, id: CheckingId, readiness: Readiness) =>
  change(tx, id, { readiness: JSON.stringify(readiness) })
