/** How a child took part in a review (REVIEW_CODE in the SSDA903 return). */

import type { CodeSet } from './code-set.ts'

export const reviewParticipations = [
  { code: 'PN0', label: 'Under four' },
  { code: 'PN1', label: 'Was there and spoke' },
  { code: 'PN2', label: 'Was there; an advocate spoke' },
  { code: 'PN3', label: 'Was there and gave their view in symbols or signs' },
  { code: 'PN4', label: 'Was there and gave no view' },
  { code: 'PN5', label: 'Was not there; an advocate was briefed' },
  { code: 'PN6', label: 'Was not there and sent their view another way' },
  { code: 'PN7', label: 'Was not there and their view was not heard' },
] as const satisfies CodeSet

export type ReviewParticipationCode = (typeof reviewParticipations)[number]['code']
