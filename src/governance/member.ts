/** A person of an organisation that takes part, the roles they hold, and who may change them. */

import { type Actor, type Kind, type OrganisationId, type PersonId, type Role, roles } from '#access'
import type { PlainDate } from '#shared/dates'
import { type Refusal, conflict, invalid } from '#shared/refusal'

/** One that takes part; its kind is the word the database has for it. */
export type Organisation = { readonly id: OrganisationId; readonly name: string; readonly kind: string }

export type Member = {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly kind: Kind
  readonly roles: readonly Role[]
  /** The day from which they may not sign in. */
  readonly until: PlainDate | null
}

export const rolesFor = (kind: Kind): Role[] =>
  (Object.keys(roles) as Role[]).filter(role => roles[role].kind === kind)

export const hasAccess = ({ until }: Member, today: PlainDate): boolean => until === null || until > today

/** Nobody gives themselves more than somebody else thought right, nor takes away the last who could put it back. */
export function mayChange(member: Member, by: Actor, today: PlainDate): Member | Refusal {
  if (member.id === by.id) return conflict('Somebody else must change your own access')
  return hasAccess(member, today) ? member : conflict('This person’s access has ended')
}

export const mayHold = (kind: Kind, role: Role): Role | Refusal =>
  roles[role].kind === kind
    ? role
    : invalid({ field: 'role', message: 'Choose a role that belongs to this person’s kind of organisation' })
