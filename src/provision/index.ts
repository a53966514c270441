/** Homes and the places in them: what they are for, whether they are vacant, and how lately that was confirmed. */

export {
  homeKinds,
  judgements,
  sectors,
  sexesTaken,
  whyShut,
  type ClosedHome,
  type Home,
  type HomeId,
  type HomeKind,
  type Judgement,
  type OpenHome,
  type Sector,
  type StatementOfPurpose,
} from './home.ts'
export { giveBack, leave, take, vacancyOn, type Place, type PlaceId, type Vacancy } from './place.ts'
export { daysUntilStale, freshness, type Freshness } from './freshness.ts'
export { countPlaces, type OpenPlaces } from './listing.ts'
export { livingInWords, residentsOn, saidInWords, type Resident, type WhoLives } from './living.ts'
export { findWhoLives, whoLivesIn } from './store/living.ts'
export { type Run } from './place.ts'
export { whereabouts } from './sight.ts'
export { findHome } from './store/homes.ts'
export { findPlace, givePlaceBack, holdPlace, leavePlace, takePlace, type HeldPlace } from './store/places.ts'
export { lastRegisterLoad, ownPlaces, unconfirmedPlaces } from './store/confirming.ts'
export { type OwnPlaces, type Unconfirmed } from './confirming.ts'
export { openPlacesByKindAndArea, supplyFor, type Supply } from './store/supply.ts'
export { paths as homePaths } from './paths.ts'
export { provisionActions } from './actions/index.ts'
export { pages as provisionRoutes } from './pages.ts'
export { aHome, aPlace, aPlaceIn, aPurpose } from './fixtures.ts'
