/** A page of figures is drawn once for all who see the same figures, the same way. */

import type { Page, Viewer } from '#web/route'
import type { Dashboard } from '../dashboard.ts'

/** Each some 50 kilobytes: every authority's own, and the region's as narrowed. */
const mostKept = 200
const drawn = new Map<string, Page>()

/**
 * Everything that a page of figures depends on is in its key, so whoever is shown it would have been drawn the same:
 * the figures they may see, whether they may see the children behind them, and which authority they chose.
 */
export function drawnOnce(
  dashboard: Dashboard,
  viewer: Viewer,
  draw: (dashboard: Dashboard, viewer: Viewer) => Page,
): Page {
  const { actor, path } = viewer
  const query = viewer.query.authority ? { authority: viewer.query.authority } : {}
  const sees = ['child:read', 'region:read'].filter(each => actor.permissions.has(each as never))
  const key = JSON.stringify([dashboard, sees, path, query])
  const page = drawn.get(key) ?? draw(dashboard, { ...viewer, query })
  drawn.delete(key)
  drawn.set(key, page)
  for (const oldest of [...drawn.keys()].slice(0, -mostKept)) drawn.delete(oldest)
  return page
}
