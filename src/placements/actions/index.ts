/** Everything that may be asked of placements. */

import type { AnyAction } from '#access'
import { acceptOffer, askToAccept } from './acceptance.ts'
import { startPlacement } from './arrival.ts'
import { cancelPlacement, endPlacement } from './ending.ts'
import { listPlacementsAction, showPlacement } from './showing.ts'

export {
  acceptOffer,
  askToAccept,
  cancelPlacement,
  endPlacement,
  listPlacementsAction,
  showPlacement,
  startPlacement,
}
export { type AskedToAccept } from './acceptance.ts'
export { type PlacementList, type Shown, perPage } from './showing.ts'

export const placementActions = [
  askToAccept,
  acceptOffer,
  startPlacement,
  endPlacement,
  cancelPlacement,
  listPlacementsAction,
  showPlacement,
] as readonly unknown[] as readonly AnyAction[]
