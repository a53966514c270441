/** How many children will be in care, and what placements must be made: learned from returns, child by child. */

export { type Counts, together } from './simulating/counting.ts'
export { type History, type MilesFrom, historyFrom, inCareOn } from './history.ts'
export { type Compared, type Errors, errorsIn, verdictOn } from './backtest.ts'
export { type Hub, hubsBy, readHubs } from './hubs.ts'
export { fit, startFrom } from './learning/fitting.ts'
export { groupCount, groupOf } from './kinds.ts'
export { type Markov, markovForecast } from './markov.ts'
export type { Model, Start } from './learning/fitted.ts'
export { type Levers, type Plan, monthEnd, noLevers, planFor } from './simulating/plan.ts'
export { rateOutcome } from './rate.ts'
export { type Scenario, leversOf, readScenario, targetOf } from './scenario.ts'
export { type Filed, type Problem, type Sheet, fileSheets, problemsIn } from './sheets.ts'
export { simulate, simulator } from './simulating/simulation.ts'
export {
  type Change,
  type Row,
  changesIn,
  distanceSeriesOf,
  hubSeriesOf,
  kindSeriesOf,
  seriesOf,
  startCounts,
} from './summary.ts'
export { type Spread, spreadOf } from './spread.ts'
