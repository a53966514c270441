/** Children looked after: who they are, where they have lived, and what matters to them. */

export { childrenActions } from './actions/index.ts'
export { pages as childrenRoutes } from './pages.ts'
export { type Assessment, type AssessmentId, assessmentOn, educationStages } from './assessment.ts'
export { type LegalPeriod, type PeriodOfCare, type Placement, legalStatusesIn } from './care-history.ts'
export { daysIn, movesInYearTo, periodsOfCare, placementsIn } from './care-history.ts'
export { type Child, type ChildId, ageInWords, initialsOf, nameOf } from './child.ts'
export { distanceBandOf, distanceBands, farMiles, isOver, shareOver, veryFarMiles } from './distance.ts'
export { type Ended, type Episode, type EpisodeId, type Moved, type Place } from './episode.ts'
export { end as endOf, episodeOn, move as moveTo } from './episode.ts'
export const childrenActions: readonly AnyAction[] = [
  listOfChildren,
  searchChildren,
  showChild,
  assessChild,
  nameChild,
  listOfRegion,
]

export { type Assessment } from './assessment.ts'
export { type Child, type ChildId, initialsOf, nameOf } from './child.ts'
export { type Episode, type EpisodeId, end as endOf } from './episode.ts'
export { aChild, anAssessment, anEpisode } from './fixtures.ts'
export { paths as childrenPaths } from './paths.ts'
export { type ChildRecord, recordOn } from './record.ts'
export { saveAssessments } from './store/assessments.ts'
export { type LoadId, deleteChildren, deleteEpisodes, upsertChildren, upsertEpisodes } from './store/bulk.ts'
export { allChildren, countChildren, findChild, findChildByLocalId, findChildren } from './store/children.ts'
export { findSiblings, holdChild, saveNames, saveSiblings } from './store/children.ts'
export {
  allEpisodes,
  beginEpisode,
  currentEpisode,
  endEpisode,
  episodesOf,
  saveCosts,
} from './store/episodes.ts'
export { findChild, findChildByLocalId, findChildren, holdChild } from './store/children.ts'
export { beginEpisode, currentEpisode, endEpisode, episodesOf } from './store/episodes.ts'
export { findKept } from './store/records.ts'
export { type Held, type Mark, type Picture, type Subject } from './store/returning.ts'
export { childrenWithMore, differingFrom, heldForReturn, holdHistories } from './store/returning.ts'
export { marksOf, picturesOf, restore } from './store/returning.ts'
export { type Unassessed, unassessedChildren } from './store/unassessed.ts'
