/** Children in places: what was agreed, when it began and ended, and what the statutory return makes of it. */

export { placementActions } from './actions/index.ts'
export { type Coding, codingOf } from './coding.ts'
export { type Arrival, type Current, type Departure, type Episodes, episodesFor } from './episodes.ts'
export { pages as placementRoutes } from './pages.ts'
export { paths as placementPaths } from './paths.ts'
export {
  type Agreed,
  type Ended,
  type Ending,
  type Placement,
  type PlacementId,
  type Started,
  cancel,
  end,
  start,
} from './placement.ts'
export { addPlacement, findPlacement, listPlacements } from './store.ts'
export { acceptOffer, cancelPlacement, endPlacement, startPlacement } from './actions/index.ts'
export { aPlacement, anEpisode } from './fixtures.ts'
