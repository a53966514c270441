/** A child looked after by an authority: who they are, as the authority's own record and the return tell it. */

import type { AuthorityId } from '#access'
import { type PlainDate, ageOn } from '#shared/dates'
import type { Id } from '#shared/ids'

export type ChildId = Id<'Child'>

export type Child = {
  readonly id: ChildId
  readonly authority: AuthorityId
  /** The authority's own number for the child: CHILD in the return. */
  readonly localId: string
  /** The return has no names: they come from the authority. */
  readonly givenName: string | null
  readonly familyName: string | null
  readonly sex: string
  readonly born: PlainDate
  readonly ethnicity: string
  readonly upn: string | null
  /** Sought asylum alone until this day: DUC in the return. */
  readonly asylumUntil: PlainDate | null
  readonly seeksAsylum: boolean
  readonly mother: boolean | null
  /** When a mother's own child was born: MC_DOB in the return. */
  readonly childBorn: PlainDate | null
}

type Named = Pick<Child, 'givenName' | 'familyName' | 'localId'>

/** Their name, or their number where the authority has given none. */
export function nameOf({ givenName, familyName, localId }: Named): string {
  const name = [givenName, familyName].filter(Boolean).join(' ')
  return name || `Child ${localId}`
}

/** For a screen that others can see. */
export function initialsOf({ givenName, familyName, localId }: Named): string {
  const initials = [givenName, familyName].map(name => name?.trim()[0]?.toUpperCase() ?? '').join('')
  return initials || localId
}

/** Months matter to a baby. A child not yet born, whose care is being planned, has no age. */
export function ageInWords(born: PlainDate, day: PlainDate): string {
  if (born > day) return 'Not yet born'
  const years = ageOn(born, day)
  return years === 0 ? 'Under 1' : String(years)
}
