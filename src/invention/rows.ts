/** The rows of the invented region, in the words of the tables that will hold them. */

import type { PlainDate } from '#shared/dates'
import type { Pence } from '#shared/money'

export type OrganisationRow = {
  readonly id: string
  readonly kind: 'region' | 'authority' | 'trust' | 'provider' | 'health' | 'justice'
  readonly name: string
  readonly code: string | null
  readonly hub: string | null
  readonly acts_for: string | null
}
export type MembershipRow = {
  readonly region_id: string
  readonly authority_id: string
  readonly from_on: PlainDate
  readonly until_on: PlainDate | null
}
export type PersonRow = {
  readonly id: string
  readonly organisation_id: string
  readonly name: string
  readonly email: string
}
export type RoleRow = { readonly person_id: string; readonly role: string; readonly from_on: PlainDate }
export type AgreementRow = {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly lawful_basis: string
  readonly fields: readonly string[]
  readonly from_on: PlainDate
  readonly until_on: PlainDate
  readonly dpia_reference: string | null
}
export type PartyRow = {
  readonly agreement_id: string
  readonly organisation_id: string
  readonly signed_on: PlainDate | null
  readonly signed_by: string | null
}

export const homeKinds = [
  'childrens-home',
  'foster-household',
  'supported-accommodation',
  'residential-school',
  'secure-home',
] as const
export type HomeKind = (typeof homeKinds)[number]
export type Sector = 'local-authority' | 'private' | 'voluntary' | 'health'

export type HomeRow = {
  readonly id: string
  readonly organisation_id: string
  readonly kind: HomeKind
  readonly name: string
  readonly sector: Sector
  readonly urn: string | null
  readonly postcode: string
  readonly easting: number
  readonly northing: number
  readonly area_code: string
  readonly state: 'open' | 'closed' | 'dormant' | 'refurbishing'
  readonly state_reason: string | null
  readonly state_from: PlainDate
  readonly state_until: PlainDate | null
  readonly registered_places: number
  readonly age_from: number
  readonly age_to: number
  readonly sexes: 'any' | 'boys' | 'girls'
  readonly needs_met: readonly string[]
  readonly needs_not_met: readonly string[]
  readonly takes_solo: boolean
  readonly takes_siblings: boolean
  readonly approach_to_care: string | null
  readonly judgement: string | null
  readonly inspected_on: PlainDate | null
  readonly only_for: string | null
}

export type PlaceRow = {
  readonly id: string
  readonly organisation_id: string
  readonly home_id: string
  readonly name: string
  readonly weekly_fee_pence: Pence
  readonly confirmed_on: PlainDate
  readonly available_from: PlainDate
  readonly closed_from: PlainDate | null
  readonly closed_until: PlainDate | null
  readonly closed_reason: string | null
  readonly taken_from: PlainDate | null
  readonly taken_until: PlainDate | null
}

export type AssessmentRow = {
  readonly id: string
  readonly local_id: string
  readonly assessed_on: PlainDate
  readonly voice: string
  readonly strengths: readonly string[]
  readonly needs: readonly string[]
  readonly care_plan: string
  readonly outcomes: string
  readonly school_name: string | null
  readonly school_postcode: string | null
  readonly education_stage: string
  readonly has_ehcp: boolean
  readonly health_setting: boolean
  readonly youth_justice: boolean
}
