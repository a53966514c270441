/** An invented region, the same for the same seed: everybody in it, every home and every word is made up. */

export { filesOf, type InventedFile } from './returned/files.ts'
export { furnish, type Furnishing } from './furnishing/furnishing.ts'
export { inventRegion, type InventedAuthority, type InventedRegion, type Wishes } from './region.ts'
export { returnsOf, type InventedReturn, type ReturnRow } from './returned/returned.ts'
export type { HomeRow, OrganisationRow, PersonRow, PlaceRow, RoleRow } from './rows.ts'
export { ages, otherShares, placements as placementShares, type Share } from './shares.ts'
export {
  completeRegion,
  forgetInvented,
  standingOf,
  type Standing,
  withoutWaiting,
} from './store/demonstration.ts'
export { saveFurnishing, savePlacesTaken, saveRegion, saveWhoLives, type Saved } from './store/region.ts'
export { dwellersOf, type Dweller } from './supply/living.ts'
export { saveRequests, type RequestsKept } from './store/requests.ts'
export {
  needsOf,
  waitingIn,
  type InventedApproach,
  type InventedNeed,
  type Waiting,
} from './requests/waiting.ts'
