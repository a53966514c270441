/** The sufficient data specification: what authorities send for planning, checked, loaded under a version, and scored. */

export { specificationActions } from './actions/index.ts'
export { pages as specificationRoutes } from './pages.ts'
export { paths as specificationPaths } from './paths.ts'
export type { Extract, ExtractId } from './extract.ts'
