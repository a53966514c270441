/** A dashboard is worked out once for all who see the same figures, for as long as nothing in it has changed. */

import { whileSame } from '#shared/kept'
import { type Dashboard, type Known, type Part, dashboardOf } from './dashboard.ts'

/** One for each choice of authorities: every authority's own, and the region's, however narrowed. */
const kept = whileSame<Dashboard>(200)

/**
 * Safe across askers, as each has already been asked, under their own policies, for everything that it is made of: the
 * words are compared, and counts are the same objects until an authority's children or the register change.
 */
export function keptDashboard(parts: readonly Part[], known: Known): Dashboard {
  const { places, ...rest } = known
  const question = JSON.stringify([rest, parts.map(({ authority }) => authority)])
  return kept(question, [places, ...parts.map(({ counts }) => counts)], () => dashboardOf(parts, known))
}
