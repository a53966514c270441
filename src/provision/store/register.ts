/** The SQL of loads of Ofsted's list: only the co-operative sees them. */

import type { PersonId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Id } from '#shared/ids'
import type { Load, LoadId } from '../load.ts'

type Row = {
  id: string
  name: string
  content: string
  read_on: PlainDate
  confirmed_on: PlainDate | null
  added: number | null
  changed: number | null
}

export async function findLoad(tx: Tx, id: LoadId): Promise<Load | undefined> {
  const row = await tx
    .selectFrom('provision.register_load')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toLoad(row)
}

export async function holdLoad(tx: Tx, id: LoadId): Promise<Load | undefined> {
  const loads = tx.selectFrom('provision.register_load').selectAll().where('id', '=', id)
  const row = await loads.forUpdate().executeTakeFirst()
  return row && toLoad(row)
}

/** The newest first, without what was in them. */
export async function listLoads(tx: Tx): Promise<Load[]> {
  const rows = await tx
    .selectFrom('provision.register_load')
    .select(['id', 'name', 'read_on', 'confirmed_on', 'added', 'changed'])
    .orderBy('read_on', 'desc')
    .orderBy('confirmed_on', 'desc')
    .limit(50)
    .execute()
  return rows.map(row => toLoad({ ...row, content: '' }))
}

export async function addLoad(tx: Tx, load: Load, readBy: PersonId): Promise<void> {
  const { id, name, content, readOn } = load
  const row = { id, name, content, read_on: readOn, read_by: readBy }
  await tx.insertInto('provision.register_load').values(row).execute()
}

export async function saveConfirmation(tx: Tx, { id, confirmed }: Load): Promise<void> {
  const facts = {
    confirmed_on: confirmed?.on ?? null,
    added: confirmed?.added ?? null,
    changed: confirmed?.changed ?? null,
  }
  await tx.updateTable('provision.register_load').set(facts).where('id', '=', id).execute()
}

const toLoad = ({ id, name, content, read_on, confirmed_on, added, changed }: Row): Load => ({
  id: id as Id<'Load'>,
  name,
  content,
  readOn: read_on,
  confirmed: confirmed_on === null ? null : { on: confirmed_on, added: added ?? 0, changed: changed ?? 0 },
})
