/** Why a child was not where they should have been (MISSING in the SSDA903 return). */

import type { CodeSet } from './code-set.ts'

export const absences = [
  { code: 'M', label: 'Missing from care' },
  { code: 'A', label: 'Away without permission' },
] as const satisfies CodeSet

export type AbsenceCode = (typeof absences)[number]['code']
