/** A dashboard is worked out once for all who see the same figures, for as long as nothing in it has changed. */

import { type Dashboard, type Known, type Part, dashboardOf } from './dashboard.ts'

/** One for each choice of authorities: every authority's own, and the region's, however narrowed. */
const mostKept = 200
type Kept = { readonly of: readonly object[]; readonly dashboard: Dashboard }
const kept = new Map<string, Kept>()

/**
 * Safe across askers, as each has already been asked, under their own policies, for everything that it is made of: the
 * words are compared, and counts are the same objects until an authority's children or the register change.
 */
export function keptDashboard(parts: readonly Part[], known: Known): Dashboard {
  const { places, ...rest } = known
  const key = JSON.stringify([rest, parts.map(({ authority }) => authority)])
  const of = [places, ...parts.map(({ counts }) => counts)]
  const last = kept.get(key)
  if (last && last.of.length === of.length && last.of.every((each, i) => each === of[i]))
    return last.dashboard
  const dashboard = dashboardOf(parts, known)
  kept.delete(key)
  kept.set(key, { of, dashboard })
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return dashboard
}
