/** The SQL of extracts: whose they are is the database's own rule. */

import { type UpdateObject, sql } from 'kysely'
import type { AuthorityId, PersonId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Tables } from '#tables'
import type { Extract, ExtractId } from '../extract.ts'
import type { VersionName } from '../item.ts'

const columns = [
  'id',
  'authority_id',
  'version',
  'state',
  'problems',
  'left_out',
  'started_by',
  'started_at',
  'committed_at',
  'undone_at',
] as const
const committedOn = sql<PlainDate | null>`(committed_at at time zone 'Europe/London')::date`.as(
  'committed_on',
)

const byId = (tx: Tx, id: ExtractId) =>
  tx.selectFrom('specification.load').select(columns).select(committedOn).where('id', '=', id)

export async function findExtract(tx: Tx, id: ExtractId): Promise<Extract | undefined> {
  const row = await byId(tx, id).executeTakeFirst()
  return row && toExtract(row)
}

/** Holds it until the transaction ends: two people cannot change it at once. */
export async function holdExtract(tx: Tx, id: ExtractId): Promise<Extract | undefined> {
  const row = await byId(tx, id).forUpdate().executeTakeFirst()
  return row && toExtract(row)
}

export type NewExtract = {
  readonly id: ExtractId
  readonly authority: AuthorityId
  readonly version: VersionName
  readonly fingerprint: string
  readonly problems: number
  readonly leftOut: number
  readonly startedBy: PersonId
}

/** False where the same files are there already under that version. */
export async function insertExtract(tx: Tx, extract: NewExtract): Promise<boolean> {
  const made = await sql`
    insert into specification.load
      (authority_id, id, version, state, fingerprint, problems, left_out, started_by)
    values (${extract.authority}::uuid, ${extract.id}::uuid, ${extract.version}, 'ready', ${extract.fingerprint},
      ${extract.problems}, ${extract.leftOut}, ${extract.startedBy}::uuid)
    on conflict (authority_id, version, fingerprint) where state in ('ready', 'committed')
    do nothing returning id`.execute(tx)
  return made.rows.length > 0
}

export async function findSame(tx: Tx, version: string, fingerprint: string): Promise<ExtractId | undefined> {
  const row = await tx
    .selectFrom('specification.load')
    .select('id')
    .where('version', '=', version)
    .where('fingerprint', '=', fingerprint)
    .where('state', 'in', ['ready', 'committed'])
    .executeTakeFirst()
  return row && (row.id as ExtractId)
}

export type ExtractLine = Extract & { readonly tables: readonly string[] }

/** The newest first, each with the tables that are in it. */
export async function listExtracts(tx: Tx): Promise<ExtractLine[]> {
  const rows = await tx
    .selectFrom('specification.load')
    .select(columns)
    .select(committedOn)
    .select(
      sql<string[]>`array(select table_name from specification.tally
        where tally.authority_id = load.authority_id and tally.load_id = load.id
        order by table_name)`.as('tables'),
    )
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(row => ({ ...toExtract(row), tables: row.tables }))
}

const change = async (
  tx: Tx,
  id: ExtractId,
  set: UpdateObject<Tables, 'specification.load'>,
): Promise<void> => {
  await tx.updateTable('specification.load').set(set).where('id', '=', id).execute()
}

export const setCommitted = (tx: Tx, id: ExtractId, by: PersonId) =>
  change(tx, id, { state: 'committed', committed_at: sql`now()`, committed_by: by })
export const setCancelled = (tx: Tx, id: ExtractId) => change(tx, id, { state: 'cancelled' })
export const setUndone = (tx: Tx, id: ExtractId, by: PersonId) =>
  change(tx, id, { state: 'undone', undone_at: sql`now()`, undone_by: by })

type Row = {
  readonly id: string
  readonly authority_id: string
  readonly version: string
  readonly state: string
  readonly problems: number
  readonly left_out: number
  readonly started_by: string
  readonly started_at: Date
  readonly committed_at: Date | null
  readonly undone_at: Date | null
  readonly committed_on: PlainDate | null
}

/** The casts rest on the table's constraints, which promise each state its own facts. */
function toExtract(row: Row): Extract {
  const core = {
    id: row.id as ExtractId,
    authority: row.authority_id as AuthorityId,
    version: row.version as VersionName,
    problems: row.problems,
    leftOut: row.left_out,
    startedBy: row.started_by as PersonId,
    startedAt: row.started_at.toISOString(),
  }
  const state = row.state as Extract['state']
  if (state === 'ready' || state === 'cancelled') return { ...core, state }
  const sent = { ...core, committedOn: row.committed_on!, committedAt: row.committed_at!.toISOString() }
  return state === 'committed'
    ? { ...sent, state }
    : { ...sent, state, undoneAt: row.undone_at!.toISOString() }
}
