/** The statutory return on children looked after: reading it, checking it, what loading it would change, writing it. */

import type { AnyAction } from '#access'
import { listReturns } from './actions/lists.ts'
import { cancelLoad, commitLoad, prepareLoad, previewLoad, showLoad, startLoad } from './actions/loads.ts'
import { giveBack, listProblems } from './actions/problems.ts'
import { undoLoad } from './actions/undoing.ts'

export const returnsActions: readonly AnyAction[] = [
  listReturns,
  prepareLoad,
  startLoad,
  showLoad,
  listProblems,
  giveBack,
  previewLoad,
  commitLoad,
  cancelLoad,
  undoLoad,
]
export { pages as returnsRoutes } from './pages.ts'
export { returnJobs } from './jobs.ts'
export { loadFolder } from './cli.ts'
export { returnWorklist } from './actions/lists.ts'
export { type Return, loadReturn, workOnLoads } from './actions/working.ts'
export type { Load, LoadId } from './load.ts'
export { paths as returnsPaths } from './paths.ts'
export type { ReturnChild, ReturnEpisode, Sex } from './checking/accepted.ts'
export { type Asked, type Checked, check, rowsIn } from './checking/checking.ts'
export { firstDay, lastDay, touches, yearOf } from './collection-year.ts'
export type { Effect, Geography, Stored, StoredChild, Write } from './merging/effect.ts'
export { planEffect } from './merging/effect.ts'
export { type Kind, columnsOf, kinds } from './reading/kind.ts'
export type { Change, EpisodeFacts, StoredEpisode } from './merging/merging.ts'
export { type Problem, halves } from './problem.ts'
export { problemFile } from './reading/problem-file.ts'
export { type Brought, type Reading, mostRows, readReturnFile } from './reading/reading.ts'
export { type Code, type Rule, rules } from './rules.ts'
export { type WrittenRow, episodeRow, headerRow, uascRow, writeReturnFile } from './reading/writing.ts'
export { type InHand, type LastLoad, type Readiness } from './store/standing.ts'
export { lastLoads, loadsInHand, readinessOfReturns } from './store/standing.ts'
