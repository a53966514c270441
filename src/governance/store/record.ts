/** The SQL that reads an organisation's own record of access; the database shows it no other. */

import type { OrganisationId, Tx } from '#access'
import type { RecordLine, Sought } from '../record-line.ts'

type Part = Sought & { readonly first: number; readonly most: number }

const linesIn = (tx: Tx, chain: OrganisationId, { action, person, about, refused }: Sought) =>
  tx
    .selectFrom('access.audit as audit')
    .leftJoin('access.person as person', 'person.id', 'audit.person_id')
    .leftJoin('access.organisation as organisation', 'organisation.id', 'audit.organisation_id')
    .where('chain_id', '=', chain)
    .$if(action !== undefined, lines => lines.where('action', '=', action!))
    .$if(person !== undefined, lines =>
      lines.where('person.name', 'ilike', `%${person!.replace(/[\\%_]/g, '\\$&')}%`),
    )
    .$if(about !== undefined, lines => lines.where('about', '=', about!))
    .$if(refused !== undefined, lines => lines.where('refused', '=', refused === 'yes'))

/** Newest first. */
export async function findLines(
  tx: Tx,
  chain: OrganisationId,
  { first, most, ...sought }: Part,
): Promise<{ lines: RecordLine[]; total: number }> {
  const counted = await linesIn(tx, chain, sought)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await linesIn(tx, chain, sought)
    .select(['line', 'action', 'about', 'refused', 'recorded_at'])
    .select(['person.name as person', 'organisation.name as organisation'])
    .orderBy('line', 'desc')
    .limit(most)
    .offset(first)
    .execute()
  const lines = rows.map(({ recorded_at, ...line }) => ({ ...line, recordedAt: recorded_at.getTime() }))
  return { lines, total: Number(counted.total) }
}

/** Every sort of deed in the record, to choose from. */
export async function listActionNames(tx: Tx, chain: OrganisationId): Promise<string[]> {
  const rows = await tx
    .selectFrom('access.audit')
    .select('action')
    .distinct()
    .where('chain_id', '=', chain)
    .orderBy('action')
    .execute()
  return rows.map(({ action }) => action)
}
