/** A scenario beside the baseline: the same paths with levers pulled, and where a rate is aimed at, by how much. */

import { type Counts, type Plan, type Scenario, leversOf, seriesOf, targetOf } from '#forecasting'
import type { Task } from './simulating.ts'

type Simulating = (task: Task) => Promise<Counts>

/** What a rate comes to in children at the end, what is expected then, and what entries are multiplied by for it. */
export type Aim = { readonly children: number; readonly expected: number; readonly entries: number }

/** Path by path: common random numbers leave in the difference what the levers do, and little else. */
export function differenceOf(baseline: Counts, changed: Counts, plan: Plan) {
  const stock = Int32Array.from(changed.stock, (each, at) => each - baseline.stock[at]!)
  const starts = Int32Array.from(changed.starts, (each, at) => each - baseline.starts[at]!)
  const counts = { ...changed, stock, starts }
  return { series: seriesOf(counts, plan, 'stock', []), starts: seriesOf(counts, plan, 'starts', []) }
}

/**
 * A rate is reached by finding what entries must be multiplied by: the secant method on the mean of the last month,
 * with few paths at first. Entries cannot be fewer than none, so a rate may be out of reach: `expected` tells.
 */
export async function simulateScenario(
  task: Task,
  scenario: Scenario,
  simulating: Simulating,
): Promise<{ readonly counts: Counts; readonly aim?: Aim }> {
  const target = targetOf(scenario)
  const at = (growth: number, paths = task.paths) =>
    simulating({ ...task, paths, plan: { ...task.plan, levers: leversOf(scenario, task.plan, growth) } })
  if (target === undefined) return { counts: await at(1) }
  const missAt = async (growth: number, paths: number) =>
    lastTotal(await at(growth, paths), task.plan) - target
  const few = Math.min(50, task.paths)
  let [before, growth] = [1, 1.2]
  let missBefore = await missAt(before, few)
  let slope = Number.NaN
  for (let round = 0; round < 6; round += 1) {
    const miss = await missAt(growth, few)
    if (growth !== before) slope = (miss - missBefore) / (growth - before)
    if (Math.abs(miss) < 0.5 || !(slope > 0)) break
    ;[before, missBefore, growth] = [growth, miss, Math.max(0, growth - miss / slope)]
  }
  const counts = await at(growth)
  const miss = lastTotal(counts, task.plan) - target
  const better = slope > 0 && Math.abs(miss) >= 0.5 ? Math.max(0, growth - miss / slope) : growth
  return aimed(better === growth ? counts : await at(better), better, target, task.plan)
}

function aimed(counts: Counts, entries: number, target: number, plan: Plan) {
  const rounded = (value: number) => Math.round(value * 1000) / 1000
  const aim = { children: rounded(target), expected: lastTotal(counts, plan), entries: rounded(entries) }
  return { counts, aim }
}

const lastTotal = (counts: Counts, plan: Plan): number =>
  seriesOf(counts, plan, 'stock', []).findLast(({ category, age }) => category === 'Total' && !age)!.mean
