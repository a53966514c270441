/** The workbench of the return: checked all year, put right, signed by two, and sent. */

export { type Corrected, type Correction, type Files, type Standing, applyCorrections } from './correction.ts'
export { type Difference, differencesBetween } from './difference.ts'
export { type Flag, type Readiness, flagsOf, readinessOf } from './readiness.ts'
export { workbenchActions } from './actions/index.ts'
export { writeLive } from './actions/live.ts'
export { workbenchJobs } from './jobs.ts'
export { pages as workbenchRoutes } from './pages.ts'
export { paths as workbenchPaths } from './paths.ts'
export { type RowKey, rowKeys } from './row-key.ts'
export { saveChildren, saveRows } from './store/rows.ts'
