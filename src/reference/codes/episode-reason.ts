/** Why a new episode of care began (RNE in the SSDA903 return). */

import type { CodeSet } from './code-set.ts'

export const episodeReasons = [
  { code: 'S', label: 'Started to be looked after' },
  { code: 'L', label: 'New legal status only' },
  { code: 'P', label: 'New placement and new carer' },
  { code: 'T', label: 'New placement, same carer' },
  { code: 'B', label: 'New legal status, placement and carer' },
  { code: 'U', label: 'New legal status and placement, same carer' },
] as const satisfies CodeSet

export type EpisodeReasonCode = (typeof episodeReasons)[number]['code']
