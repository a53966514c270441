/** The SQL of a return's rows as they came, and of the children they are about. */

import { sql } from 'kysely'
import type { AuthorityId, Tx } from '#access'
import type { LoadId } from '#returns'
import type { Cells, Kind } from '#rulebook'
import type { Id } from '#shared/ids'
import type { Files } from '../correction.ts'
import { type RowKey, rowKeys } from '../row-key.ts'

export type ChildId = Id<'ReturnChild'>

const batch = 4000

export async function hasRows(tx: Tx, load: LoadId): Promise<boolean> {
  const found = await sql`select 1 from workbench.line where load_id = ${load}::uuid limit 1`.execute(tx)
  return found.rows.length > 0
}

/** Each child that the files name has a row of its own, the same in every year. */
export async function saveChildren(tx: Tx, authority: AuthorityId, files: Files): Promise<void> {
  const named = new Set(Object.values(files).flatMap(rows => rows.map(({ CHILD }) => CHILD ?? '')))
  named.delete('')
  await sql`
    insert into workbench.child (authority_id, id, local_id)
    select ${authority}::uuid, gen_random_uuid(), name from unnest(${[...named]}::text[]) as name
    on conflict (authority_id, local_id) do nothing`.execute(tx)
}

/** Costs one statement for each few thousand rows. `told` is called with how many are in. */
export async function saveRows(
  tx: Tx,
  { authority, load }: { authority: AuthorityId; load: LoadId },
  files: Files,
): Promise<void> {
  for (const [file, rows] of Object.entries(files) as [Kind, readonly Cells[]][]) {
    const keys = rowKeys(file, rows)
    for (let start = 0; start < rows.length; start += batch) {
      const part = rows.slice(start, start + batch)
      const told = part.map((cells, i) => ({
        at: start + i,
        row_key: keys[start + i],
        child: cells.CHILD,
        cells,
      }))
      await sql`
        insert into workbench.line (authority_id, load_id, file, at, child_id, row_key, cells)
        select ${authority}::uuid, ${load}::uuid, ${file}, told.at, child.id, told.row_key, told.cells
        from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
          as told (at integer, row_key text, child text, cells jsonb)
        left join workbench.child on child.authority_id = ${authority}::uuid
          and child.local_id = told.child`.execute(tx)
    }
  }
}

export type StoredRow = {
  readonly file: Kind
  readonly at: number
  readonly key: RowKey
  readonly cells: Cells
}

/** In the order of the files, those of one child or, without, of one kind of file. */
export async function rowsOf(
  tx: Tx,
  load: LoadId,
  which: { readonly child: ChildId } | { readonly file: Kind },
): Promise<StoredRow[]> {
  const narrowed = 'child' in which ? sql`child_id = ${which.child}::uuid` : sql`file = ${which.file}`
  const { rows } = await sql<StoredRow>`
    select file, at, row_key as key, cells from workbench.line
    where load_id = ${load}::uuid and ${narrowed} order by file, at`.execute(tx)
  return rows
}

export type ReturnChild = { readonly id: ChildId; readonly localId: string }

export async function findChild(tx: Tx, id: ChildId): Promise<ReturnChild | undefined> {
  const { rows } = await sql<ReturnChild>`
    select id, local_id as "localId" from workbench.child where id = ${id}::uuid`.execute(tx)
  return rows[0]
}

export async function findRow(tx: Tx, load: LoadId, file: Kind, at: number) {
  const { rows } = await sql<StoredRow & { child: ChildId | null }>`
    select file, at, row_key as key, cells, child_id as child from workbench.line
    where load_id = ${load}::uuid and file = ${file} and at = ${at}`.execute(tx)
  return rows[0]
}

/** The kinds of file that a load has rows of. */
export async function kindsIn(tx: Tx, load: LoadId): Promise<Kind[]> {
  const { rows } = await sql<{ file: Kind }>`
    select distinct file from workbench.line where load_id = ${load}::uuid`.execute(tx)
  return rows.map(({ file }) => file)
}
