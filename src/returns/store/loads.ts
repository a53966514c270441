/** The SQL of loads: each is its own place in the queue. Whose they are is the database's own rule. */

import { type UpdateObject, sql } from 'kysely'
import type { AuthorityId, PersonId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Tables } from '#tables'
import type { Load, LoadId, Working } from '../load.ts'
import type { Outcome } from '../outcome.ts'

const columns = [
  'id',
  'authority_id',
  'year',
  'state',
  'phase',
  'rows_done',
  'rows_total',
  'effect',
  'refused',
  'started_by',
  'started_at',
  'committed_at',
  'undone_at',
] as const
const committedOn = sql<PlainDate | null>`(committed_at at time zone 'Europe/London')::date`.as(
  'committed_on',
)

const byId = (tx: Tx, id: LoadId) =>
  tx.selectFrom('returns.load').select(columns).select(committedOn).where('id', '=', id)

export async function findLoad(tx: Tx, id: LoadId): Promise<Load | undefined> {
  const row = await byId(tx, id).executeTakeFirst()
  return row && toLoad(row)
}

/** Holds the load until the transaction ends: a worker and a person cannot change it at once. */
export async function holdLoad(tx: Tx, id: LoadId): Promise<Load | undefined> {
  const row = await byId(tx, id).forUpdate().executeTakeFirst()
  return row && toLoad(row)
}

export type NewLoad = {
  readonly id: LoadId
  readonly authority: AuthorityId
  readonly year: number
  readonly fingerprint: string
  readonly startedBy: PersonId
}

/** False where the same files are there already as that year's return. */
export async function insertLoad(tx: Tx, load: NewLoad): Promise<boolean> {
  const made = await sql`
    insert into returns.load (authority_id, id, year, state, phase, fingerprint, started_by)
    values (${load.authority}::uuid, ${load.id}::uuid, ${load.year}, 'checking', 'Waiting to begin',
      ${load.fingerprint}, ${load.startedBy}::uuid)
    on conflict (authority_id, year, fingerprint) where state in ('checking', 'ready', 'committing', 'committed')
    do nothing returning id`.execute(tx)
  return made.rows.length > 0
}

export async function findSame(tx: Tx, year: number, fingerprint: string): Promise<LoadId | undefined> {
  const row = await tx
    .selectFrom('returns.load')
    .select('id')
    .where('year', '=', year)
    .where('fingerprint', '=', fingerprint)
    .where('state', 'in', ['checking', 'ready', 'committing', 'committed'])
    .executeTakeFirst()
  return row && (row.id as LoadId)
}

export type LoadLine = Pick<Load, 'id' | 'year' | 'state' | 'startedBy' | 'startedAt'>

/** The newest year first, and of a year the newest load. */
export async function listLoads(tx: Tx): Promise<LoadLine[]> {
  const rows = await tx
    .selectFrom('returns.load')
    .select(['id', 'year', 'state', 'started_by', 'started_at'])
    .orderBy('year', 'desc')
    .orderBy('started_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(row => ({
    id: row.id as LoadId,
    year: row.year,
    state: row.state as Load['state'],
    startedBy: row.started_by as PersonId,
    startedAt: row.started_at.toISOString(),
  }))
}

export type Readiness = {
  readonly authority: string
  readonly year: number
  readonly state: Load['state']
  readonly since: string
}

/** For the region: of each authority and year the furthest any load has come, and nothing that is in it. */
export async function readinessOfAll(tx: Tx): Promise<Readiness[]> {
  const found = await sql<{ authority: string; year: number; state: Load['state']; since: Date }>`
    select distinct on (organisation.name, load.year) organisation.name as authority, load.year, load.state,
      coalesce(load.undone_at, load.committed_at, load.started_at) as since
    from returns.load join access.organisation on organisation.id = load.authority_id
    order by organisation.name, load.year desc, (load.state = 'committed') desc, load.started_at desc`.execute(
    tx,
  )
  return found.rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }))
}

/** The names of the people of one's own organisation, those who may no longer sign in among them. */
export async function colleagues(tx: Tx): Promise<Map<PersonId, string>> {
  const rows = await tx.selectFrom('access.person').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id as PersonId, name]))
}

/** Of each load the year its return is of: what tells a newer return from an older. */
export async function yearsOfLoads(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.selectFrom('returns.load').select(['id', 'year']).execute()
  return new Map(rows.map(({ id, year }) => [id, year]))
}

const change = async (tx: Tx, id: LoadId, set: UpdateObject<Tables, 'returns.load'>): Promise<void> => {
  await tx.updateTable('returns.load').set(set).where('id', '=', id).execute()
}
const over = { phase: '', held_until: null }

export const setReady = (tx: Tx, id: LoadId, outcome: Outcome) =>
  change(tx, id, { state: 'ready', effect: JSON.stringify(outcome), ...over })
export const setRefused = (tx: Tx, id: LoadId, refused: string) =>
  change(tx, id, { state: 'refused', refused, ...over })
export const setCommitting = (tx: Tx, id: LoadId, by: PersonId) =>
  change(tx, id, { state: 'committing', phase: 'Waiting to begin', rows_done: 0, committed_by: by })
export const setCancelled = (tx: Tx, id: LoadId) => change(tx, id, { state: 'cancelled', ...over })
export const setUndone = (tx: Tx, id: LoadId, by: PersonId) =>
  change(tx, id, { state: 'undone', undone_at: sql`now()`, undone_by: by, made: null })
export const setCommitted = (tx: Tx, id: LoadId, outcome: Outcome, made: object) =>
  change(tx, id, {
    state: 'committed',
    committed_at: sql`now()`,
    effect: JSON.stringify(outcome),
    made: JSON.stringify(made),
    ...over,
  })

type Row = {
  [Column in (typeof columns)[number] | 'committed_on']: Column extends 'rows_done' | 'rows_total' | 'year'
    ? number
    : Column extends 'started_at'
      ? Date
      : Column extends 'committed_at' | 'undone_at'
        ? Date | null
        : Column extends 'committed_on'
          ? PlainDate | null
          : Column extends 'effect'
            ? unknown
            : Column extends 'refused'
              ? string | null
              : string
}

/** The casts rest on the table's constraints, which promise each state its own facts. */
export function toLoad(row: Row): Load {
  const core = {
    id: row.id as LoadId,
    authority: row.authority_id as AuthorityId,
    year: row.year,
    startedBy: row.started_by as PersonId,
    startedAt: row.started_at.toISOString(),
  }
  const outcome = row.effect as Outcome
  const state = row.state as Load['state']
  if (state === 'checking' || state === 'committing') return { ...core, state, ...howFar(row) }
  if (state === 'refused') return { ...core, state, why: row.refused ?? '' }
  if (state === 'ready') return { ...core, state, outcome }
  if (state === 'cancelled') return { ...core, state }
  const committedAt = row.committed_at!.toISOString()
  const loaded = { ...core, outcome, committedOn: row.committed_on!, committedAt }
  return state === 'committed'
    ? { ...loaded, state }
    : { ...loaded, state, undoneAt: row.undone_at!.toISOString() }
}

const howFar = (row: Row): Pick<Working, 'phase' | 'done' | 'of'> => ({
  phase: row.phase,
  done: row.rows_done,
  of: row.rows_total,
})
