/** The SQL of a return's files, kept as they came, and of what is wrong in them. */

import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import { sql } from 'kysely'
import type { AuthorityId, Tx } from '#access'
import type { FileId, LoadId, LoadedFile } from '../load.ts'
import type { Problem } from '../problem.ts'
import type { Brought, Reading } from '../reading/reading.ts'
import type { Code } from '../rules.ts'

const pack = promisify(deflate)
const unpack = promisify(inflate)

type Owner = { readonly authority: AuthorityId; readonly id: LoadId }

export async function saveFiles(tx: Tx, owner: Owner, files: readonly Brought[]): Promise<void> {
  const whose = { authority_id: owner.authority, load_id: owner.id }
  const rows = files.map(async ({ file, name, bytes }) => ({
    ...whose,
    id: file,
    name,
    content: await pack(bytes),
  }))
  await tx
    .insertInto('returns.file')
    .values(await Promise.all(rows))
    .execute()
}

export async function filesOf(tx: Tx, load: LoadId): Promise<LoadedFile[]> {
  const rows = await tx
    .selectFrom('returns.file')
    .select(['id', 'name', 'kind', 'encoding', 'row_count as rows'])
    .where('load_id', '=', load)
    .orderBy('name')
    .execute()
  return rows
}

/** As they came, one by one or all of a load. */
export async function readFiles(tx: Tx, load: LoadId, only?: FileId): Promise<Brought[]> {
  let query = tx
    .selectFrom('returns.file')
    .select(['id', 'name', 'content'])
    .where('load_id', '=', load)
    .orderBy('name')
    .orderBy('id')
  if (only) query = query.where('id', '=', only)
  const rows = await query.execute()
  return Promise.all(
    rows.map(async ({ id, name, content }) => ({ file: id, name, bytes: await unpack(content) })),
  )
}

/** What reading a file has told of it. */
export async function describeFiles(tx: Tx, readings: readonly Reading[]): Promise<void> {
  const told = readings.map(({ file, kind, encoding, rows }) => ({ file, kind, encoding, rows: rows.length }))
  await sql`
    update returns.file set kind = batch.kind, encoding = batch.encoding, row_count = batch.rows
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as batch (file uuid, kind text, encoding text, rows integer)
    where file.id = batch.file`.execute(tx)
}

/** More than anybody could read; how many there are in all is told besides. */
const mostKept = 50_000
const batch = 5000

export async function saveProblems(tx: Tx, owner: Owner, problems: readonly Problem[]): Promise<void> {
  const kept = problems.slice(0, mostKept)
  for (let from = 0; from < kept.length; from += batch) {
    await sql`
      insert into returns.problem (authority_id, load_id, file_id, row_number, child, field, code, message, stops)
      select ${owner.authority}::uuid, ${owner.id}::uuid, file, "row", left(child, 100), field, code, message, stops
      from jsonb_to_recordset(${JSON.stringify(kept.slice(from, from + batch))}::jsonb)
        as batch (file uuid, "row" integer, child text, field text, code text, message text, stops boolean)`.execute(
      tx,
    )
  }
}

export type Kept = Problem & { readonly name: string | null }
export type Group = {
  readonly code: Code
  readonly stops: boolean
  readonly count: number
  readonly children: number
  readonly ofFile: boolean // of whole files, not of their rows
}

/** Of the whole first, then what leaves rows out, then the commonest. */
export async function problemGroups(tx: Tx, load: LoadId): Promise<Group[]> {
  const found = await sql<Group>`
    select code, bool_or(stops) as stops, count(*) as count, count(distinct child) as children,
      bool_and(row_number is null) as "ofFile"
    from returns.problem where load_id = ${load}::uuid
    group by code order by 5 desc, 2 desc, 3 desc, code`.execute(tx)
  return found.rows
}

export type Wanted = {
  readonly code?: string | undefined
  readonly file?: string | undefined
  readonly stops?: boolean | undefined
}

export async function findProblems(tx: Tx, load: LoadId, wanted: Wanted, page?: { at: number; of: number }) {
  const where = sql`problem.load_id = ${load}::uuid
    and (${wanted.code ?? null}::text is null or problem.code = ${wanted.code ?? null})
    and (${wanted.file ?? null}::uuid is null or problem.file_id = ${wanted.file ?? null}::uuid)
    and (not ${wanted.stops ?? false}::boolean or problem.stops)`
  const limit = page ? sql`limit ${page.of} offset ${(page.at - 1) * page.of}` : sql``
  const [counted, found] = [
    await sql<{ count: number }>`select count(*) as count from returns.problem where ${where}`.execute(tx),
    await sql<Kept>`
      select problem.file_id as file, file.name, problem.row_number as "row", problem.child, problem.field,
        problem.code, problem.message, problem.stops
      from returns.problem left join returns.file on file.id = problem.file_id
      where ${where} order by problem.id ${limit}`.execute(tx),
  ]
  return { total: counted.rows[0]!.count, problems: found.rows }
}
