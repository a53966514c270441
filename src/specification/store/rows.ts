/** The SQL of what is in an extract: its files, its rows as they came, what is wrong, and counts. */

import { sql } from 'kysely'
import type { AuthorityId, Tx } from '#access'
import { newId } from '#shared/ids'
import type { Checked, FileFound, KeptRow, Tally } from '../checking.ts'
import type { ExtractId } from '../extract.ts'
import type { VersionName } from '../item.ts'
import type { Code, Problem } from '../problem.ts'

type Owner = { readonly authority: AuthorityId; readonly id: ExtractId; readonly version: VersionName }

const batch = 4000
/** More than anybody could read; how many there are in all is told besides. */
const mostKept = 20_000

export async function saveContents(tx: Tx, owner: Owner, checked: Checked): Promise<void> {
  const files = checked.files.map(file => ({ ...file, id: String(newId<'File'>()) }))
  const whose = { authority_id: owner.authority, load_id: owner.id }
  await tx
    .insertInto('specification.file')
    .values(
      files.map(({ id, name, table, encoding, rows, remark }) => ({
        ...whose,
        id,
        name,
        table_name: table,
        encoding,
        row_count: rows,
        remark,
      })),
    )
    .execute()
  await tx
    .insertInto('specification.tally')
    .values(
      checked.tallies.map(({ table, leftOut, ...counts }) => ({
        ...whose,
        ...counts,
        table_name: table,
        left_out: leftOut,
      })),
    )
    .execute()
  await saveRows(tx, owner, checked.rows)
  const ids = files.map(({ id }) => id)
  await saveProblems(tx, owner, checked.problems.slice(0, mostKept), ids)
}

async function saveRows(tx: Tx, { authority, id, version }: Owner, rows: readonly KeptRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += batch) {
    await sql`
      insert into specification.line
        (authority_id, load_id, table_name, at, version, child_local_id, row_key, cells)
      select ${authority}::uuid, ${id}::uuid, told."table", told.at, ${version}, told.child, told.key, told.cells
      from jsonb_to_recordset(${JSON.stringify(rows.slice(start, start + batch))}::jsonb)
        as told ("table" text, at integer, child text, key text, cells jsonb)`.execute(tx)
  }
}

async function saveProblems(
  tx: Tx,
  { authority, id }: Owner,
  problems: readonly Problem[],
  files: readonly string[],
): Promise<void> {
  for (let start = 0; start < problems.length; start += batch) {
    const told = problems.slice(start, start + batch).map(each => ({ ...each, file: files[each.file] }))
    await sql`
      insert into specification.problem
        (authority_id, load_id, file_id, table_name, row_number, child, field, code, message, stops)
      select ${authority}::uuid, ${id}::uuid, file, "table", "row", left(child, 100), field, code, message, stops
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as told (file uuid, "table" text, "row" integer,
        child text, field text, code text, message text, stops boolean)`.execute(tx)
  }
}

export async function filesOf(tx: Tx, extract: ExtractId): Promise<FileFound[]> {
  const { rows } = await sql<FileFound>`
    select name, table_name as "table", encoding, row_count as rows, remark from specification.file
    where load_id = ${extract}::uuid order by name, id`.execute(tx)
  return rows
}

export async function talliesOf(tx: Tx, extract: ExtractId): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select table_name as "table", rows, left_out as "leftOut", children, required, filled, sound
    from specification.tally where load_id = ${extract}::uuid order by table_name`.execute(tx)
  return rows
}

/** What is cancelled or undone leaves no child behind. */
export async function deleteContents(tx: Tx, extract: ExtractId): Promise<void> {
  await tx.deleteFrom('specification.line').where('load_id', '=', extract).execute()
  await tx.deleteFrom('specification.problem').where('load_id', '=', extract).execute()
}

export type Group = {
  readonly code: Code
  readonly table: string | null
  readonly field: string | null
  readonly stops: boolean
  readonly count: number
}

/** What leaves rows out first, then the commonest. */
export async function problemGroups(tx: Tx, extract: ExtractId): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select code, table_name as "table", field, bool_or(stops) as stops, count(*)::integer as count
    from specification.problem where load_id = ${extract}::uuid
    group by code, table_name, field order by 4 desc, 5 desc, 1, 2, 3`.execute(tx)
  return rows
}

export type ProblemLine = Omit<Problem, 'file'> & { readonly file: string }
export type Part = { readonly at: number; readonly of: number }

export async function findProblems(tx: Tx, extract: ExtractId, code: Code | undefined, { at, of }: Part) {
  const where = sql`problem.load_id = ${extract}::uuid and (${code ?? null}::text is null or code = ${code ?? null})`
  const counted = await sql<{
    count: number
  }>`select count(*)::integer as count from specification.problem where ${where}`.execute(tx)
  const found = await sql<ProblemLine>`
    select file.name as file, problem.table_name as "table", row_number as "row", child, field, code, message, stops
    from specification.problem
    join specification.file on file.load_id = problem.load_id and file.id = problem.file_id
    where ${where} order by problem.id limit ${of} offset ${(at - 1) * of}`.execute(tx)
  return { total: counted.rows[0]!.count, problems: found.rows }
}
