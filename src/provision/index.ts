/** Homes and the places in them: what they are for, whether they are vacant, and how lately that was confirmed. */

export {
  type ClosedHome,
  type Home,
  type HomeId,
  type HomeKind,
  type Judgement,
  type OpenHome,
  type Sector,
  type StatementOfPurpose,
  changePurpose,
  homeKinds,
  judgements,
  sectors,
  sexesTaken,
  whyShut,
} from './home.ts'
export { type Place, type PlaceId, type Vacancy, giveBack, leave, take, vacancyOn } from './place.ts'
export { type Freshness, daysUntilStale, freshness } from './freshness.ts'

export { aHome, aPlace, aPlaceIn, aPurpose } from './fixtures.ts'
