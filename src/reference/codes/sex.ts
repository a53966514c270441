/** The sex recorded for a child (SEX in the SSDA903 return): numbers to 2023-24, letters since. */

import type { CodeSet } from './code-set.ts'

export const sexes = [
  { code: '1', label: 'Male', until: 2024 },
  { code: '2', label: 'Female', until: 2024 },
  { code: 'M', label: 'Male', from: 2025 },
  { code: 'F', label: 'Female', from: 2025 },
  { code: 'U', label: 'Unknown', from: 2025 },
] as const satisfies CodeSet

export type SexCode = (typeof sexes)[number]['code']
