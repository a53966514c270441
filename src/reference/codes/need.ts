/** The main reason why a child came to the notice of social care (CIN in the SSDA903 return). */

import type { CodeSet } from './code-set.ts'

export const categoriesOfNeed = [
  { code: 'N1', label: 'Abuse or neglect' },
  { code: 'N2', label: "The child's disability" },
  { code: 'N3', label: "A parent's illness or disability" },
  { code: 'N4', label: 'A family in acute stress' },
  { code: 'N5', label: 'A family that has long struggled' },
  { code: 'N6', label: 'Behaviour seen as unacceptable' },
  { code: 'N7', label: 'Low income' },
  { code: 'N8', label: 'Parents who are absent' },
] as const satisfies CodeSet

export type CategoryOfNeedCode = (typeof categoriesOfNeed)[number]['code']
