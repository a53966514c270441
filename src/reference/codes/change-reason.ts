/** Why a child moved from one placement to the next (REASON_PLACE_CHANGE in the SSDA903 return). */

import type { CodeSet } from './code-set.ts'

export const changeReasons = [
  { code: 'CARPL', label: 'The care plan: a planned move' },
  { code: 'CLOSE', label: 'The home closed or the carer resigned' },
  { code: 'ALLEG', label: 'An allegation (section 47)' },
  { code: 'STAND', label: 'Concern about standards of care' },
  { code: 'APPRR', label: 'Approval was withdrawn' },
  { code: 'CREQB', label: "The carer asked, because of the child's behaviour" },
  { code: 'CREQO', label: 'The carer asked, for another reason' },
  { code: 'CHILD', label: 'The child asked' },
  { code: 'LAREQ', label: 'The responsible or area authority asked' },
  { code: 'PLACE', label: 'Only the status of the placement changed' },
  { code: 'CUSTOD', label: 'Custody', from: 2019 },
  { code: 'OTHER', label: 'Another reason' },
] as const satisfies CodeSet

export type ChangeReasonCode = (typeof changeReasons)[number]['code']
