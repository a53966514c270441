/** Who provides the place where a child lives (PLACE_PROVIDER in the SSDA903 return). */

import type { CodeSet } from './code-set.ts'

export const placementProviders = [
  { code: 'PR0', label: 'A parent, or a person with parental responsibility' },
  { code: 'PR1', label: 'The authority itself' },
  { code: 'PR2', label: 'Another authority' },
  { code: 'PR3', label: 'Another public body, such as health' },
  { code: 'PR4', label: 'A private provider' },
  { code: 'PR5', label: 'A voluntary or third sector provider' },
] as const satisfies CodeSet

export type PlacementProviderCode = (typeof placementProviders)[number]['code']
