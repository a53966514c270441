/** Why a child has no unique pupil number (in place of UPN in the SSDA903 return). */

import type { CodeSet } from './code-set.ts'

export const pupilNumberGaps = [
  { code: 'UN1', label: 'Not yet of school age' },
  { code: 'UN2', label: 'Never at a maintained school in England' },
  { code: 'UN3', label: 'Educated outside England' },
  { code: 'UN4', label: 'Newly looked after and not yet known' },
  { code: 'UN5', label: 'Not known; being asked for' },
] as const satisfies CodeSet

export type PupilNumberGapCode = (typeof pupilNumberGaps)[number]['code']
