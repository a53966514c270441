/** What the SSDA903 return tells of an adoption, one begun, one given up, one long ago. */

import type { CodeSet } from './code-set.ts'

/** The couple or person who adopts (LS_ADOPTR in the SSDA903 return). */
export const adopterStatuses = [
  { code: 'L0', label: 'Single adopter' },
  { code: 'L11', label: 'Married, a man and a woman' },
  { code: 'L12', label: 'Married, of the same sex' },
  { code: 'L2', label: 'Civil partners' },
  { code: 'L3', label: 'Unmarried, a man and a woman' },
  { code: 'L4', label: 'Of the same sex, neither married nor civil partners' },
] as const satisfies CodeSet

export type AdopterStatusCode = (typeof adopterStatuses)[number]['code']

/** The sex of those who adopt (SEX_ADOPTR in the SSDA903 return). */
export const adopterSexes = [
  { code: 'M1', label: 'One man' },
  { code: 'F1', label: 'One woman' },
  { code: 'MM', label: 'Two men' },
  { code: 'FF', label: 'Two women' },
  { code: 'MF', label: 'A man and a woman' },
] as const satisfies CodeSet

export type AdopterSexesCode = (typeof adopterSexes)[number]['code']

/** How many people adopt (NB_ADOPTR in the SSDA903 return). */
export const adopterNumbers = [
  { code: '1', label: 'One adopter' },
  { code: '2', label: 'Two adopters' },
] as const satisfies CodeSet

export type AdopterNumberCode = (typeof adopterNumbers)[number]['code']

/** Why a plan for adoption was given up (REASON_PLACED_CEASED in the SSDA903 return). */
export const adoptionStops = [
  { code: 'RD1', label: "The child's needs changed" },
  { code: 'RD2', label: 'The court made no placement order' },
  { code: 'RD3', label: 'No adopters could be found' },
  { code: 'RD4', label: 'Another reason' },
] as const satisfies CodeSet

export type AdoptionStopCode = (typeof adoptionStops)[number]['code']

/** The permanent home a child had before (PREV_PERM in the SSDA903 return). */
export const previousPermanences = [
  { code: 'P1', label: 'Adoption' },
  { code: 'P2', label: 'Special guardianship order' },
  { code: 'P3', label: 'Residence or child arrangements order' },
  { code: 'P4', label: 'Not known' },
  { code: 'Z1', label: 'None' },
] as const satisfies CodeSet

export type PreviousPermanenceCode = (typeof previousPermanences)[number]['code']
