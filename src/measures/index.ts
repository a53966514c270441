/** Figures: what is counted, out of what, and by which rule. */

import { showFigures, showMeasure } from './actions.ts'

export { pages as measureRoutes } from './pages.ts'
export { paths as figurePaths } from './paths.ts'
export type { Dashboard, FigureRow } from './dashboard.ts'
export { type Measure, type MeasureCode, measures } from './measure.ts'
export { showFigures }
export const measureActions = [showFigures, showMeasure]
