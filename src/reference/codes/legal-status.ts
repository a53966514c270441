/** In which law a child is looked after (LS in the SSDA903 return). */

import type { CodeSet } from './code-set.ts'

export const legalStatuses = [
  { code: 'C1', label: 'Interim care order' },
  { code: 'C2', label: 'Full care order' },
  { code: 'D1', label: 'Freeing order (none made since 30 December 2005)' },
  { code: 'E1', label: 'Placement order' },
  { code: 'V2', label: 'Accommodated by agreement, section 20' },
  { code: 'V3', label: 'Short breaks, each stay recorded' },
  { code: 'V4', label: 'Short breaks, under one agreement' },
  { code: 'L1', label: 'Police protection, in the care of the authority' },
  { code: 'L2', label: 'Emergency protection order' },
  { code: 'L3', label: 'Child assessment order, in the care of the authority' },
  { code: 'J1', label: 'On remand, to the authority or to youth detention accommodation' },
  { code: 'J2', label: 'Held by the police and moved to the authority (PACE)' },
  { code: 'J3', label: 'Youth rehabilitation order with a residence or intensive fostering requirement' },
] as const satisfies CodeSet

export type LegalStatusCode = (typeof legalStatuses)[number]['code']
