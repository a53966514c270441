/** The SQL of what returns tell of children: each load keeps its own rows, and the newest of a year stand. */

import { type RawBuilder, sql } from 'kysely'
import type { AuthorityId, Tx } from '#access'
import type { ChildId } from '../child.ts'
import { type Keeping, type ToldRow, type ToldRows, type ToldValues, keepings } from '../told.ts'
import type { LoadId } from './bulk.ts'

export type Telling = {
  readonly authority: AuthorityId
  readonly load: LoadId
  readonly year: number
  /** Everybody the return tells of: what an earlier load of the year told of them is replaced, file by file. */
  readonly children: readonly ChildId[]
}

/** A file that the return does not have says nothing, and what stood goes on standing. */
export async function saveTold(tx: Tx, telling: Telling, told: ToldRows): Promise<void> {
  for (const keeping of keepings) {
    const rows = told[keeping.kind]
    if (!rows) continue
    await replaceEarlier(tx, keeping, telling)
    if (rows.length > 0) await insertRows(tx, keeping, telling, rows)
  }
}

async function replaceEarlier(tx: Tx, keeping: Keeping, { load, year, children }: Telling): Promise<void> {
  await sql`
    update ${tableOf(keeping)} set replaced_by = ${load}::uuid
    where year = ${year} and replaced_by is null and load_id <> ${load}::uuid
      and child_id = any(${[...children]}::uuid[])`.execute(tx)
}

async function insertRows(
  tx: Tx,
  keeping: Keeping,
  { authority, load, year }: Telling,
  rows: readonly ToldRow[],
): Promise<void> {
  const counts = new Map<ChildId, number>()
  const batch = rows.map(({ child, values }) => {
    const at = counts.get(child) ?? 0
    counts.set(child, at + 1)
    const cells = keeping.columns.map(({ column, of }) => [column, values[of] ?? null])
    return { child_id: child, at, ...(Object.fromEntries(cells) as object) }
  })
  const shape = keeping.columns.map(({ column, type }) => sql`${sql.ref(column)} ${sql.raw(type)}`)
  await sql`
    insert into ${tableOf(keeping)} (authority_id, child_id, load_id, year, at, ${namesOf(keeping)})
    select ${authority}::uuid, child_id, ${load}::uuid, ${year}, at, ${namesOf(keeping)}
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
      as batch (child_id uuid, at integer, ${sql.join(shape)})`.execute(tx)
}

/** What a load told goes, and what it replaced stands again: unless a later load has told of the same child since. */
export async function takeBackTold(tx: Tx, load: LoadId): Promise<void> {
  for (const keeping of keepings) {
    const table = tableOf(keeping)
    await sql`
      update ${table} earlier set replaced_by = (
        select later.replaced_by from ${table} later
        where later.load_id = ${load}::uuid and later.child_id = earlier.child_id limit 1)
      where replaced_by = ${load}::uuid`.execute(tx)
    await sql`delete from ${table} where load_id = ${load}::uuid`.execute(tx)
  }
}

type Found = { readonly child: ChildId; readonly year: number; readonly values: ToldValues }

/** What stands for a year; of what goes on, where no return has told of that year, what the newest before it told. */
export async function toldFor(tx: Tx, year: number): Promise<ToldRows> {
  const told: Record<string, readonly ToldRow[]> = {}
  for (const keeping of keepings) {
    const table = tableOf(keeping)
    const cells = keeping.columns.map(({ column, of }) => sql`${of}::text, ${sql.ref(column)}`)
    const newest = sql`(select max(year) from ${table} where year <= ${year} and replaced_by is null)`
    const { rows } = await sql<Found>`
      select child_id as child, year, jsonb_build_object(${sql.join(cells)}) as values from ${table}
      where replaced_by is null and year = ${keeping.goesOn ? newest : sql`${year}`}
      order by child_id, load_id, at`.execute(tx)
    told[keeping.kind] = rows
  }
  return told as ToldRows
}

const tableOf = ({ table }: Keeping): RawBuilder<unknown> => sql.table(`children.${table}`)
const namesOf = ({ columns }: Keeping): RawBuilder<unknown> =>
  sql.join(columns.map(({ column }) => sql.ref(column)))
