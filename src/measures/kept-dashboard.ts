/** A dashboard is worked out once for all who see the same figures, for as long as nothing in it has changed. */

import { whileSame } from '#shared/kept'
import { type Dashboard, type Known, type Part, dashboardOf } from './dashboard.ts'

/** One for each choice of authorities: every authority's own, and the region's, however narrowed. */
const kept = whileSame<Dashboard>(200)

/**
 * Safe across askers, as each has already been asked, under their own policies, for everything that it is made of:
 * lists and counts are the same objects for as long as they say the same.
 */
export function keptDashboard(parts: readonly Part[], known: Known): Dashboard {
  const { today, chosen, authorities, leftOut, places } = known
  const question = JSON.stringify([today, chosen, authorities.length === 1 && authorities[0]])
  const of = [authorities, leftOut, places, ...parts.map(({ counts }) => counts)]
  return kept(question, of, () => dashboardOf(parts, known))
}
