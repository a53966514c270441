/** Where homes should open, and how sure that is. No database: the same answer from the same file. */

export { contradiction, type Problem } from './problem.ts'
export { readProblem, type Read } from './reading.ts'
export { type Outcome, type Sited, siteHomes } from './siting.ts'
