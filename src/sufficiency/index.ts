/** Where homes should open, and how sure that is. No database: the same answer from the same file. */

export type { Further, RunnerUp, Sited } from './answer.ts'
export { contradiction, type Problem } from './problem.ts'
export { readProblem, type Read } from './reading.ts'
export { type Outcome, siteHomes } from './siting.ts'
