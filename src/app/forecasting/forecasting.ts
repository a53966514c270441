/** A forecast from a directory of returns: read, fitted, simulated, and beside it the scenario that was asked for. */

import {
  type Counts,
  type Plan,
  type Scenario,
  changesIn,
  fit,
  kindSeriesOf,
  leversOf,
  planFor,
  seriesOf,
  startCounts,
  startFrom,
  targetOf,
} from '#forecasting'
import { type Day, toDate } from '#shared/days'
import { readHistory } from './reading.ts'
import { type Crew, type Task, openCrew } from './simulating.ts'

export type Asked = {
  readonly directory: string
  readonly from: Day
  readonly months: number
  readonly paths: number
  readonly seed: number
  readonly authority?: string
  readonly scenario?: Scenario
  readonly workers?: number
}

export async function forecast(asked: Asked, told: (words: string) => void, stop?: AbortSignal) {
  const crew = openCrew(asked.workers)
  try {
    return await forecastBy(crew, asked, told, stop)
  } finally {
    await crew.close()
  }
}

async function forecastBy(crew: Crew, asked: Asked, told: (words: string) => void, stop?: AbortSignal) {
  const { directory, from, months, paths, seed } = asked
  const clock = stopwatch()
  const { history, problems } = readHistory(directory, from, asked.authority)
  const read = clock()
  told(`read ${history.count.toLocaleString('en-GB')} stays`)
  const model = fit(history)
  const start = startFrom(history)
  const fitted = clock()
  const plan = planFor(from, months, seed)
  const task = { model, start, plan, paths }
  const simulating = (task_: Task) =>
    crew.simulate(task_, done => told(`simulated ${done} of ${task_.paths} paths`), stop)
  const baseline = await simulating(task)
  const changed = asked.scenario && (await withScenario(task, asked.scenario, simulating))
  const simulate = clock()
  const figures = (counts: Counts) => figuresOf(counts, plan, history.authorities)
  return {
    start: startCounts(start.kind),
    asked: { from: toDate(from), months, paths, seed, version: modelVersion },
    problems,
    ...figures(baseline),
    ...(changed
      ? {
          scenario: {
            name: asked.scenario!.name,
            ...figures(changed),
            difference: differenceOf(baseline, changed, plan),
          },
        }
      : {}),
    seconds: { read, fit: fitted, simulate },
  }
}

/** Changed whenever the same inputs and seed would give other figures. */
const modelVersion = '2'

const figuresOf = (counts: Counts, plan: Plan, authorities: readonly string[]) => ({
  series: seriesOf(counts, plan, 'stock', authorities),
  starts: seriesOf(counts, plan, 'starts', authorities),
  kinds: { series: kindSeriesOf(counts, plan, 'stock'), starts: kindSeriesOf(counts, plan, 'starts') },
  decomposition: changesIn(counts),
})

/** Path by path: common random numbers leave in the difference what the levers do, and little else. */
function differenceOf(baseline: Counts, changed: Counts, plan: Plan) {
  const stock = Int32Array.from(changed.stock, (each, at) => each - baseline.stock[at]!)
  const starts = Int32Array.from(changed.starts, (each, at) => each - baseline.starts[at]!)
  const counts = { ...changed, stock, starts }
  return { series: seriesOf(counts, plan, 'stock', []), starts: seriesOf(counts, plan, 'starts', []) }
}

type Simulating = (task: Task) => Promise<Counts>

/** A rate is reached by finding what entries must be multiplied by: the secant method on the mean of the last month. */
async function withScenario(task: Task, scenario: Scenario, simulating: Simulating): Promise<Counts> {
  const target = targetOf(scenario)
  const at = (growth: number, paths: number) =>
    simulating({ ...task, paths, plan: { ...task.plan, levers: leversOf(scenario, task.plan, growth) } })
  if (target === undefined) return at(1, task.paths)
  const few = Math.min(50, task.paths)
  let [before, growth] = [1, 1.2]
  let missBefore = lastTotal(await at(before, few), task.plan) - target
  for (let round = 0; round < 6; round += 1) {
    const miss = lastTotal(await at(growth, few), task.plan) - target
    if (Math.abs(miss) < 0.5 || miss === missBefore) break
    const next = growth - (miss * (growth - before)) / (miss - missBefore)
    ;[before, missBefore, growth] = [growth, miss, Math.max(0, next)]
  }
  return at(growth, task.paths)
}

const lastTotal = (counts: Counts, plan: Plan): number =>
  seriesOf(counts, plan, 'stock', []).findLast(({ category, age }) => category === 'Total' && !age)!.mean

function stopwatch(): () => number {
  let began = performance.now()
  return () => {
    const seconds = Math.round(performance.now() - began) / 1000
    began = performance.now()
    return seconds
  }
}
