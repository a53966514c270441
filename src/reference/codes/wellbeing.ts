/** Why there is no strengths and difficulties score (SDQ_REASON in the SSDA903 return). */

import type { CodeSet } from './code-set.ts'

export const wellbeingGaps = [
  { code: 'SDQ1', label: 'Too young or too old at the last assessment' },
  { code: 'SDQ2', label: 'The carer refused' },
  { code: 'SDQ3', label: "The child's disability is too severe" },
  { code: 'SDQ4', label: 'Another reason' },
  { code: 'SDQ5', label: 'The child refused' },
] as const satisfies CodeSet

export type WellbeingGapCode = (typeof wellbeingGaps)[number]['code']
