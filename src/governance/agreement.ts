/** An agreement to share records: between whom, for what purpose, which parts of the record, and until when. */

import type { OrganisationId, PersonId } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Id } from '#shared/ids'
import { type Refusal, conflict, invalid } from '#shared/refusal'

export type AgreementId = Id<'Agreement'>

/** The parts of a child's record that may be shared, always without name, day of birth or full postcode. */
export const sharedParts = {
  basic: 'age, sex, ethnicity and legal status, under a number that names nobody',
  placement: 'where children live: kind of home, distance and dates',
  cost: 'what each home costs a week',
  referral: 'what kind of home was asked for, and what came of it',
} as const
export type SharedPart = keyof typeof sharedParts
export const isSharedPart = (word: string): word is SharedPart => Object.hasOwn(sharedParts, word)

export type Party = {
  readonly organisation: OrganisationId
  readonly name: string
  readonly signedOn: PlainDate | null
  readonly signedBy: PersonId | null
}

export type Terms = {
  readonly name: string
  readonly purpose: string
  readonly lawfulBasis: string
  readonly parts: readonly SharedPart[]
  readonly from: PlainDate
  /** The first day on which nothing may be shared. */
  readonly until: PlainDate
  readonly dpiaReference: string | null
}
export type Agreement = Terms & { readonly id: AgreementId; readonly parties: readonly Party[] }

export type Standing = 'ended' | 'not begun' | 'waiting for signatures' | 'in force'

/** It shares something from the day that two parties have signed; those who have not signed share nothing. */
export function standing({ from, until, parties }: Agreement, today: PlainDate): Standing {
  if (until <= today) return 'ended'
  if (from > today) return 'not begun'
  return parties.filter(party => hasSigned(party, today)).length < 2 ? 'waiting for signatures' : 'in force'
}

export const hasSigned = ({ signedOn }: Party, today: PlainDate): boolean =>
  signedOn !== null && signedOn <= today

export const unsigned = ({ parties }: Agreement): readonly Party[] =>
  parties.filter(({ signedOn }) => signedOn === null)

export const partyOf = ({ parties }: Agreement, organisation: OrganisationId): Party | undefined =>
  parties.find(party => party.organisation === organisation)

/** Whether this organisation could sign today, or why not. */
export function maySign(
  agreement: Agreement,
  organisation: OrganisationId,
  today: PlainDate,
): Party | Refusal {
  const party = partyOf(agreement, organisation)
  if (!party) return conflict('Your organisation is not a party to this agreement')
  if (party.signedOn) return conflict('Your organisation has already signed this agreement')
  if (agreement.until <= today) return conflict('This agreement has ended')
  return party
}

/** An agreement ended early shares nothing from that same day; one that has not begun never will. */
export function end(agreement: Agreement, today: PlainDate): PlainDate | Refusal {
  if (agreement.until <= today) return conflict('This agreement has already ended')
  return agreement.from > today ? agreement.from : today
}

/** UK GDPR needs a purpose and a lawful basis; a period that has passed would share nothing. */
export function drawUp(terms: Terms, parties: readonly OrganisationId[], today: PlainDate): Terms | Refusal {
  if (terms.until <= terms.from) {
    return invalid({ field: 'until', message: 'The agreement must end after it begins' })
  }
  if (terms.until <= today)
    return invalid({ field: 'until', message: 'The agreement must end in the future' })
  if (new Set(parties).size < 2) {
    return invalid({ field: 'parties', message: 'Choose at least two organisations' })
  }
  return terms
}
