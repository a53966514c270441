/** A page of figures is drawn once for all who see the same figures, the same way. */

import type { Page, Viewer } from '#web/route'
import type { Dashboard } from '../dashboard.ts'

/** In a few ways each, and forgotten with the figures. */
const drawn = new WeakMap<Dashboard, Map<string, Page>>()

/**
 * Everything that a page of figures depends on is the figures or in its key, so whoever is shown it would have been
 * drawn the same: whether they may see the children behind them, and which authority they chose.
 */
export function drawnOnce(
  dashboard: Dashboard,
  viewer: Viewer,
  draw: (dashboard: Dashboard, viewer: Viewer) => Page,
): Page {
  const { actor, path } = viewer
  const query = viewer.query.authority ? { authority: viewer.query.authority } : {}
  const sees = ['child:read', 'region:read'].filter(each => actor.permissions.has(each as never))
  const key = JSON.stringify([sees, path, query])
  const pages = drawn.get(dashboard) ?? new Map<string, Page>()
  drawn.set(dashboard, pages)
  const page = pages.get(key) ?? draw(dashboard, { ...viewer, query })
  pages.set(key, page)
  return page
}
