/** The sufficient data specification: what authorities send to plan by, checked, loaded under a version, scored. */

export { specificationActions } from './actions/index.ts'
export { scoresFor } from './actions/specification.ts'
export { pages as specificationRoutes } from './pages.ts'
export { paths as specificationPaths } from './paths.ts'
export type { Extract, ExtractId } from './extract.ts'
