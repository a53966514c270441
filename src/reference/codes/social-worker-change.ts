/** Why a child has a new social worker (SW_REASON in the SSDA903 return). */

import type { CodeSet } from './code-set.ts'

export const socialWorkerChanges = [
  { code: 'MANAGE', label: 'Sharing out the work' },
  { code: 'FCONTA', label: 'The first social worker' },
  { code: 'LEFTRL', label: 'The social worker left the post' },
  { code: 'ORGRST', label: 'The authority was reorganised' },
  { code: 'TSPROC', label: 'A planned transfer between teams' },
  { code: 'ABSENC', label: 'The social worker was away' },
  { code: 'CHCHAN', label: 'The child asked' },
  { code: 'PCCHAN', label: 'A parent or carer asked' },
  { code: 'SWDIED', label: 'The social worker died' },
  { code: 'OTHERS', label: 'Another reason' },
] as const satisfies CodeSet

export type SocialWorkerChangeCode = (typeof socialWorkerChanges)[number]['code']
