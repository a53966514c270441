/** The SQL of agreements, their parties and memberships. */

import { sql } from 'kysely'
import type { OrganisationId, PersonId, Tx } from '#access'
import type { PlainDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { type Agreement, type AgreementId, type Party, type Terms, isSharedPart } from '../agreement.ts'
import type { Organisation } from '../member.ts'
import type { Membership } from '../sharing.ts'

const agreementsIn = (tx: Tx) =>
  tx
    .selectFrom('access.agreement as agreement')
    .selectAll('agreement')
    .select(
      sql<
        Party[]
      >`(select coalesce(json_agg(json_build_object('organisation', organisation.id, 'name', organisation.name,
        'signedOn', party.signed_on, 'signedBy', party.signed_by) order by organisation.name), '[]')
      from access.agreement_party party join access.organisation on organisation.id = party.organisation_id
      where party.agreement_id = agreement.id)`.as('parties'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof agreementsIn>['execute']>>[number]
const toAgreement = (row: Row): Agreement => ({
  id: row.id as AgreementId,
  name: row.name,
  purpose: row.purpose,
  lawfulBasis: row.lawful_basis,
  parts: row.fields.filter(isSharedPart),
  from: row.from_on,
  until: row.until_on,
  dpiaReference: row.dpia_reference,
  parties: row.parties,
})

export async function listAgreements(tx: Tx): Promise<Agreement[]> {
  const rows = await agreementsIn(tx).orderBy('until_on', 'desc').orderBy('name').execute()
  return rows.map(toAgreement)
}

export async function findAgreement(tx: Tx, id: AgreementId): Promise<Agreement | undefined> {
  const row = await agreementsIn(tx).where('agreement.id', '=', id).executeTakeFirst()
  return row && toAgreement(row)
}

export async function addAgreement(
  tx: Tx,
  terms: Terms,
  parties: readonly OrganisationId[],
): Promise<AgreementId> {
  const id = newId<'Agreement'>()
  const { name, purpose, lawfulBasis, parts, from, until, dpiaReference } = terms
  await tx
    .insertInto('access.agreement')
    .values({
      id,
      name,
      purpose,
      lawful_basis: lawfulBasis,
      fields: [...parts],
      from_on: from,
      until_on: until,
      dpia_reference: dpiaReference,
    })
    .execute()
  const rows = parties.map(organisation_id => ({ agreement_id: id, organisation_id }))
  await tx.insertInto('access.agreement_party').values(rows).execute()
  return id
}

/** False where somebody else signed for the organisation meanwhile. */
export async function signAgreement(
  tx: Tx,
  id: AgreementId,
  { organisation, id: signed_by }: { organisation: OrganisationId; id: PersonId },
  signed_on: PlainDate,
): Promise<boolean> {
  const signed = await tx
    .updateTable('access.agreement_party')
    .set({ signed_on, signed_by })
    .where('agreement_id', '=', id)
    .where('organisation_id', '=', organisation)
    .where('signed_on', 'is', null)
    .executeTakeFirst()
  return signed.numUpdatedRows === 1n
}

export const endAgreement = (tx: Tx, id: AgreementId, until_on: PlainDate) =>
  tx.updateTable('access.agreement').set({ until_on }).where('id', '=', id).execute()

export async function listMemberships(tx: Tx): Promise<Membership[]> {
  const rows = await tx
    .selectFrom('access.membership as membership')
    .innerJoin('access.organisation as authority', 'authority.id', 'membership.authority_id')
    .select(['authority.id', 'authority.name', 'authority.hub', 'from_on', 'until_on'])
    .orderBy('authority.name')
    .execute()
  return rows.map(({ id, name, hub, from_on, until_on }) => ({
    authority: id as OrganisationId,
    name,
    hub,
    from: from_on,
    until: until_on,
  }))
}

/** Every organisation that takes part, the co-operative first. */
export async function listOrganisations(tx: Tx): Promise<Organisation[]> {
  const rows = await tx
    .selectFrom('access.organisation')
    .select(['id', 'name', 'kind'])
    .orderBy(sql`kind <> 'region'`)
    .orderBy('kind')
    .orderBy('name')
    .execute()
  return rows.map(row => ({ ...row, id: row.id as OrganisationId }))
}
