/** Where a child lives, as the SSDA903 return codes it (PLACE). */

import type { CodeSet } from './code-set.ts'

/**
 * K3 took the place of H5 and P2 from 28 October 2023. What Z11 to Z14 mean stands in DfE's guide for 2025-26 only.
 */
export const placementTypes = [
  { code: 'U1', label: 'Foster home with a relative or friend, long term' },
  { code: 'U2', label: 'Foster home with a relative or friend who may also adopt' },
  { code: 'U3', label: 'Foster home with a relative or friend, not long term' },
  { code: 'U4', label: 'Foster home with another carer, long term' },
  { code: 'U5', label: 'Foster home with another carer who may also adopt' },
  { code: 'U6', label: 'Foster home with another carer, not long term' },
  { code: 'A3', label: 'Placed for adoption by consent, with the present foster carer' },
  { code: 'A4', label: 'Placed for adoption by consent, with someone new' },
  { code: 'A5', label: 'Placed for adoption by order, with the present foster carer' },
  { code: 'A6', label: 'Placed for adoption by order, with someone new' },
  { code: 'K1', label: "Secure children's home" },
  { code: 'K2', label: "Children's home" },
  { code: 'K3', label: 'Supported accommodation registered with Ofsted', from: 2024 },
  { code: 'H5', label: "Semi-independent living outside the children's homes regulations", until: 2024 },
  { code: 'P1', label: 'With parents, or a person with parental responsibility' },
  { code: 'P2', label: 'Independent living', until: 2024 },
  { code: 'P3', label: 'Employment with somewhere to live' },
  { code: 'R1', label: 'Residential care home' },
  { code: 'R2', label: 'Hospital, hospice or nursing care run by health' },
  { code: 'R3', label: 'Family centre, or parent and baby unit' },
  { code: 'R5', label: 'Young offender institution or secure training centre' },
  { code: 'S1', label: "Residential school that is not also a children's home" },
  { code: 'T0', label: 'Temporary stay, of any kind' },
  { code: 'T1', label: 'Temporary stay in hospital' },
  { code: 'T2', label: 'Temporary stay: the child is on holiday' },
  { code: 'T3', label: 'Temporary stay: the foster carers are on holiday' },
  { code: 'T4', label: 'Temporary stay for another reason, seven days or less' },
  { code: 'Z1', label: 'Other arrangements (listed to DfE)', until: 2025 },
  { code: 'Z11', label: 'Other arrangements, type 1 (DfE 2025-26)', from: 2026 },
  { code: 'Z12', label: 'Other arrangements, type 2 (DfE 2025-26)', from: 2026 },
  { code: 'Z13', label: 'Other arrangements, type 3 (DfE 2025-26)', from: 2026 },
  { code: 'Z14', label: 'Other arrangements, type 4 (DfE 2025-26)', from: 2026 },
] as const satisfies CodeSet

export type PlacementTypeCode = (typeof placementTypes)[number]['code']
