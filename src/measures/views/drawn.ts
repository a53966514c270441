/** A page of figures is drawn once for all who see the same figures, the same way. */

import { pageOf } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import type { Dashboard } from '../dashboard.ts'

/** In a few ways each, however many an address may ask for, and forgotten with the figures. */
const mostWays = 20
const drawn = new WeakMap<Dashboard, Map<string, Page>>()

/**
 * Everything that a page of figures depends on is the figures or in its key, so whoever is shown it would have been
 * drawn the same: whether they may see the children behind them, which authority they chose, and which page.
 */
export function drawnOnce(
  dashboard: Dashboard,
  viewer: Viewer,
  draw: (dashboard: Dashboard, viewer: Viewer) => Page,
): Page {
  const { actor, path } = viewer
  const { authority, page: part } = viewer.query
  const query = { ...(authority && { authority }), ...(part && { page: String(pageOf(viewer)) }) }
  const sees = ['child:read', 'region:read'].filter(each => actor.permissions.has(each as never))
  const key = JSON.stringify([sees, path, query])
  const pages = drawn.get(dashboard) ?? new Map<string, Page>()
  drawn.set(dashboard, pages)
  const page = pages.get(key) ?? draw(dashboard, { ...viewer, query })
  if (pages.size < mostWays) pages.set(key, page)
  return page
}
