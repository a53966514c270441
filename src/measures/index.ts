/** Figures: what is counted, out of what, and by which rule. */

import { showFlow } from './actions/flow.ts'
import { showFigures, showMeasure } from './actions/figures.ts'

export { pages as measureRoutes } from './pages.ts'
export { paths as figurePaths } from './paths.ts'
export type { Dashboard, FigureRow } from './dashboard.ts'
export { type Measure, type MeasureCode, measures } from './measure.ts'
export { measureJobs } from './jobs.ts'
export { type RegionalSum } from './regional-sum.ts'
export { findRegionalSum } from './store/regional-sums.ts'
export { showFigures }
export const measureActions = [showFigures, showFlow, showMeasure]
