/** Where placements live. A change of state is a page of its own. */

import type { ApproachId } from '#referrals'
import type { PlacementId } from './placement.ts'

export const paths = {
  placements: '/placements',
  acceptance: (approach: ApproachId) => `/approaches/${approach}/acceptance`,
  placement: (id: PlacementId) => `/placements/${id}`,
  start: (id: PlacementId) => `/placements/${id}/start`,
  ending: (id: PlacementId) => `/placements/${id}/ending`,
  cancellation: (id: PlacementId) => `/placements/${id}/cancellation`,
}
