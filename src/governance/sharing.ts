/** Who may see whose records today, which parts, and why: worked out from the agreements, never written by hand. */

import type { OrganisationId } from '#access'
import type { PlainDate } from '#shared/dates'
import { type Agreement, type AgreementId, type SharedPart, hasSigned, standing } from './agreement.ts'

export type Membership = {
  readonly authority: OrganisationId
  readonly name: string
  readonly hub: string | null
  readonly from: PlainDate
  readonly until: PlainDate | null
}

export type Sharing = {
  readonly whose: string
  readonly seenBy: string
  readonly parts: readonly SharedPart[]
  readonly purpose: string
  readonly lawfulBasis: string
  readonly until: PlainDate
  readonly agreement: AgreementId
}

export const isMember = ({ from, until }: Membership, today: PlainDate): boolean =>
  from <= today && (until === null || until > today)

/** The same rule as the database's own view, access.sharing: both have signed, it is in force, and a member shares. */
export function sharings(
  agreements: readonly Agreement[],
  memberships: readonly Membership[],
  today: PlainDate,
): Sharing[] {
  const members = new Set(memberships.filter(each => isMember(each, today)).map(({ authority }) => authority))
  return agreements
    .filter(agreement => standing(agreement, today) === 'in force')
    .flatMap(agreement => {
      const signed = agreement.parties.filter(party => hasSigned(party, today))
      const { id, parts, purpose, lawfulBasis, until } = agreement
      return signed
        .filter(({ organisation }) => members.has(organisation))
        .flatMap(whose =>
          signed
            .filter(({ organisation }) => !members.has(organisation))
            .map(({ name }) => ({
              whose: whose.name,
              seenBy: name,
              parts,
              purpose,
              lawfulBasis,
              until,
              agreement: id,
            })),
        )
    })
}
