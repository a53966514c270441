/** A forecast from a directory of returns: read, fitted, simulated, and beside it the scenario that was asked for. */

import {
  type Counts,
  type Hub,
  type Plan,
  type Scenario,
  changesIn,
  distanceSeriesOf,
  fit,
  hubSeriesOf,
  kindSeriesOf,
  planFor,
  seriesOf,
  startCounts,
  startFrom,
} from '#forecasting'
import { type Day, toDate } from '#shared/days'
import { differenceOf, simulateScenario } from './comparing.ts'
import { hubsOf } from './hubs.ts'
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
  /** What a file of hubs held, and its name. */
  readonly hubs?: { readonly name: string; readonly content: unknown }
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
  const hubs = hubsOf(history.authorities, asked.hubs)
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
  const changed = asked.scenario && (await simulateScenario(task, asked.scenario, simulating))
  const simulate = clock()
  const figures = (counts: Counts) => figuresOf(counts, plan, history.authorities, hubs)
  return {
    start: startCounts(start.kind),
    asked: { from: toDate(from), months, paths, seed, version: modelVersion },
    problems,
    ...figures(baseline),
    ...(changed && {
      scenario: {
        name: asked.scenario!.name,
        ...(changed.aim ? { aim: changed.aim } : {}),
        ...figures(changed.counts),
        difference: differenceOf(baseline, changed.counts, plan),
      },
    }),
    seconds: { read, fit: fitted, simulate },
  }
}

/** Changed whenever the same inputs and seed would give other figures. */
const modelVersion = '3'

const figuresOf = (counts: Counts, plan: Plan, authorities: readonly string[], hubs: readonly Hub[]) => ({
  series: seriesOf(counts, plan, 'stock', authorities),
  starts: seriesOf(counts, plan, 'starts', authorities),
  hubs: {
    series: hubSeriesOf(counts, plan, 'stock', hubs),
    starts: hubSeriesOf(counts, plan, 'starts', hubs),
  },
  distances: distanceSeriesOf(counts, plan),
  kinds: { series: kindSeriesOf(counts, plan, 'stock'), starts: kindSeriesOf(counts, plan, 'starts') },
  decomposition: changesIn(counts),
})

function stopwatch(): () => number {
  let began = performance.now()
  return () => {
    const seconds = Math.round(performance.now() - began) / 1000
    began = performance.now()
    return seconds
  }
}
