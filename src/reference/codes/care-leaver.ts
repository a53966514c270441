/** What the SSDA903 return tells of a care leaver of 17 to 25 (its file OC3). */

import type { CodeSet } from './code-set.ts'

/** Whether an authority is in touch with a care leaver (IN_TOUCH in the SSDA903 return). */
export const careLeaverTouches = [
  { code: 'YES', label: 'In touch' },
  { code: 'NO', label: 'Not in touch' },
  { code: 'DIED', label: 'Died after leaving care' },
  { code: 'REFU', label: 'Does not want to be in touch' },
  { code: 'NREQ', label: 'No longer needs the service' },
  { code: 'RHOM', label: 'Went home six months ago or more' },
] as const satisfies CodeSet

export type CareLeaverTouchCode = (typeof careLeaverTouches)[number]['code']

/**
 * What a care leaver does (ACTIV in the SSDA903 return).
 * Apprenticeships were told apart from other training in the collection of 2021-22.
 */
export const careLeaverActivities = [
  { code: 'F1', label: 'Higher education, full time' },
  { code: 'P1', label: 'Higher education, part time' },
  { code: 'F2', label: 'Other education, full time' },
  { code: 'P2', label: 'Other education, part time' },
  { code: 'F3', label: 'Training or employment, full time', until: 2021 },
  { code: 'P3', label: 'Training or employment, part time', until: 2021 },
  { code: 'F4', label: 'Apprenticeship, full time', from: 2022 },
  { code: 'P4', label: 'Apprenticeship, part time', from: 2022 },
  { code: 'F5', label: 'Training or employment, full time', from: 2022 },
  { code: 'P5', label: 'Training or employment, part time', from: 2022 },
  { code: 'G4', label: 'Not in education or work: illness or disability' },
  { code: 'G5', label: 'Not in education or work: another reason' },
  { code: 'G6', label: 'Not in education or work: pregnant or a parent' },
  { code: '0', label: 'Not known' },
] as const satisfies CodeSet

export type CareLeaverActivityCode = (typeof careLeaverActivities)[number]['code']

/**
 * Where a care leaver lives, and whether it suits them (ACCOM in the SSDA903 return).
 * Unverified against DfE's guide: custody and having no fixed home are taken as never suitable, so S1 and X1
 * do not exist.
 */
export const careLeaverHomes = [
  { code: 'B1', label: 'With parents or relatives (suitable)' },
  { code: 'B2', label: 'With parents or relatives (not suitable)' },
  { code: 'C1', label: 'Residential care (suitable)' },
  { code: 'C2', label: 'Residential care (not suitable)' },
  { code: 'D1', label: 'Semi-independent (suitable)' },
  { code: 'D2', label: 'Semi-independent (not suitable)' },
  { code: 'E1', label: 'Supported lodgings (suitable)' },
  { code: 'E2', label: 'Supported lodgings (not suitable)' },
  { code: 'G1', label: 'Gone abroad (suitable)' },
  { code: 'G2', label: 'Gone abroad (not suitable)' },
  { code: 'H1', label: 'Deported (suitable)' },
  { code: 'H2', label: 'Deported (not suitable)' },
  { code: 'K1', label: 'Ordinary lodgings (suitable)' },
  { code: 'K2', label: 'Ordinary lodgings (not suitable)' },
  { code: 'R1', label: 'Not known (suitable)' },
  { code: 'R2', label: 'Not known (not suitable)' },
  { code: 'S2', label: 'No fixed home (not suitable)' },
  { code: 'T1', label: 'Foyer (suitable)' },
  { code: 'T2', label: 'Foyer (not suitable)' },
  { code: 'U1', label: 'Independent living (suitable)' },
  { code: 'U2', label: 'Independent living (not suitable)' },
  { code: 'V1', label: 'Emergency accommodation (suitable)' },
  { code: 'V2', label: 'Emergency accommodation (not suitable)' },
  { code: 'W1', label: 'Bed and breakfast (suitable)' },
  { code: 'W2', label: 'Bed and breakfast (not suitable)' },
  { code: 'X2', label: 'In custody (not suitable)' },
  { code: 'Y1', label: 'Other (suitable)' },
  { code: 'Y2', label: 'Other (not suitable)' },
  { code: 'Z1', label: 'With former foster carers, staying put (suitable)' },
  { code: 'Z2', label: 'With former foster carers, staying put (not suitable)' },
  { code: '0', label: 'None recorded' },
] as const satisfies CodeSet

export type CareLeaverHomeCode = (typeof careLeaverHomes)[number]['code']
