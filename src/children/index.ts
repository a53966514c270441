/** Children looked after: who they are, where they have lived, and what matters to them. */

import type { AnyAction } from '#access'
import { listOfChildren, searchChildren } from './actions/lists.ts'
import { assessChild, nameChild, showChild } from './actions/records.ts'
import { listOfRegion } from './actions/region.ts'

export { pages as childrenRoutes } from './pages.ts'
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
export { findChild, findChildByLocalId, findChildren, holdChild } from './store/children.ts'
export { beginEpisode, currentEpisode, endEpisode, episodesOf } from './store/episodes.ts'
export { findKept } from './store/records.ts'
export { type Held, type Mark, type Picture, type Subject } from './store/returning.ts'
export { childrenWithMore, differingFrom, heldForReturn, holdHistories } from './store/returning.ts'
export { marksOf, picturesOf, restore } from './store/returning.ts'
export { type Unassessed, unassessedChildren } from './store/unassessed.ts'
