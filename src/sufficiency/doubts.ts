/** What would change the answer: a site that cannot be had, and children who were counted wrongly. */

import type { Answer, Doubts, Replacement, RunnerUp } from './answer.ts'
import { type Costs, nearest } from './costs.ts'
import { type Problem, isLimited, keepsTo } from './problem.ts'

export const doubtsOf = (problem: Problem, costs: Costs, best: Answer, next: RunnerUp | null): Doubts => ({
  overturnedBy: next && !isLimited(problem) ? overturnedBy(problem, costs, best, next) : null,
  replacements: isLimited(problem) ? null : replacementsOf(problem, costs, best.open),
})

/**
 * Were each weight wrong by a share x, the best and the next could come x times the sum of their differences, demand by
 * demand, nearer each other: they meet where that is how far they are apart. Zero where they are as good as each other.
 */
function overturnedBy(problem: Problem, costs: Costs, best: Answer, next: RunnerUp): number | null {
  const [own, other] = [best.open, next.open].map(open => partsOf(problem, costs, open))
  const apart = own!.reduce((sum, part, i) => sum + Math.abs(part - other![i]!), 0)
  return apart > 0 ? Math.abs(best.objective - next.objective) / apart : null
}

/** What each demand adds to the objective. */
function partsOf({ within, demand, distance }: Problem, costs: Costs, open: readonly number[]): number[] {
  return [...nearest(costs, open)].map((j, i) => {
    if (within === null) return costs.of[i * costs.sites + j]!
    return open.some(site => distance[i]![site]! <= within) ? demand[i]!.weight : 0
  })
}

function replacementsOf(problem: Problem, costs: Costs, open: readonly number[]): Replacement[] {
  const { sites, within } = problem
  const others = sites.flatMap(({ forbidden }, j) => (forbidden || open.includes(j) ? [] : [j]))
  return open
    .filter(j => !sites[j]!.fixed)
    .map((site): Replacement => {
      const staying = open.filter(j => j !== site)
      const rate = replacing(problem, costs, staying)
      let [by, least] = [null as number | null, Infinity]
      for (const j of others) {
        if (!keepsTo(problem, [...staying, j])) continue
        const cost = rate(j)
        if (cost < least) [by, least] = [j, cost]
      }
      return { site, by, objective: by === null ? null : within === null ? least : -least }
    })
}

/** What the staying sites and one more cost; with `within`, the negative of the weight within it. */
function replacing({ demand, distance, within }: Problem, { of, sites }: Costs, staying: readonly number[]) {
  const near = demand.map((_, i) => Math.min(...staying.map(j => of[i * sites + j]!)))
  const covered = demand.map((_, i) => staying.some(j => distance[i]![j]! <= (within ?? 0)))
  return (j: number): number => {
    let sum = 0
    for (let i = 0; i < demand.length; i += 1)
      if (within === null) sum += Math.min(near[i]!, of[i * sites + j]!)
      else if (covered[i] || distance[i]![j]! <= within) sum -= demand[i]!.weight
    return sum
  }
}
