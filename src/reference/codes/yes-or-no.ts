/** Yes or no, as the SSDA903 return writes it. */

import type { CodeSet } from './code-set.ts'

export const yesOrNo = [
  { code: '0', label: 'No' },
  { code: '1', label: 'Yes' },
] as const satisfies CodeSet

export type YesOrNoCode = (typeof yesOrNo)[number]['code']
