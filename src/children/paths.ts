/** Where children's records are. No address says anything about a child. */

import type { PlainDate } from '#shared/dates'
import type { Id } from '#shared/ids'
import type { ChildId } from './child.ts'

export const paths = {
  children: '/children',
  found: (search: Id<'Search'>) => `/children?search=${search}`,
  child: (id: ChildId) => `/children/${id}`,
  childAsAt: (id: ChildId, day: PlainDate) => `/children/${id}?asAt=${day}`,
  assessment: (id: ChildId) => `/children/${id}/assessment`,
  name: (id: ChildId) => `/children/${id}/name`,
  /** Where a home is asked for: the page belongs to referrals. */
  referral: (id: ChildId) => `/children/${id}/referral`,
  region: '/region/children',
}
