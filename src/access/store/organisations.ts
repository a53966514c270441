/** The SQL of organisations that others need by name: who there is, and a provider newly heard of. */

import type { OrganisationId } from '../actor.ts'
import type { Tx } from '../database.ts'

export type Organisation = {
  readonly id: OrganisationId
  readonly kind: string
  readonly name: string
  /** The ONS code of an authority; the Ofsted URN of a provider. */
  readonly code: string | null
}

export async function listOrganisations(tx: Tx, kind: 'authority' | 'provider'): Promise<Organisation[]> {
  const rows = await tx
    .selectFrom('access.organisation')
    .select(['id', 'kind', 'name', 'code'])
    .where('kind', '=', kind)
    .orderBy('name')
    .execute()
  return rows.map(row => ({ ...row, id: row.id as OrganisationId }))
}

/** Only the co-operative may, when it loads Ofsted's list. */
export async function addProviders(tx: Tx, providers: readonly Organisation[]): Promise<void> {
  if (providers.length === 0) return
  const rows = providers.map(({ id, name, code }) => ({ id, name, code, kind: 'provider' }))
  await tx.insertInto('access.organisation').values(rows).execute()
}
