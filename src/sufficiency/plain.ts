/** Sites of which only the number is limited: the best choice, the next best, and one more home. */

import { type Solved, solve } from '#shared/solving'
import type { Answer, Limits, RunnerUp } from './answer.ts'
import { type Costs, nearest, totalOf } from './costs.ts'
import { type Choice, bestExchange, exchanged, greedy } from './interchange.ts'
import type { Problem } from './problem.ts'
import { type Exactly, type Rooted, prove, rootOf } from './proving.ts'
import { openIn, radiusProgramme, valuesOf } from './radius.ts'

export type Plainly = { readonly answer: Answer; readonly root: Rooted }

export async function sitePlainly(problem: Problem, costs: Costs, limits: Limits): Promise<Plainly> {
  const may = mayOf(problem)
  const start = exchanged(costs, may, greedy(costs, may, problem.open))
  const quickly = rootOf(costs, { opens: may.fixed, free: may.free, most: problem.open }, start)
  const { best, bound, optimal, root } = await prove(costs, quickly, quickly.best, {
    accepts: () => true,
    ...methods(problem, costs, [], limits),
  })
  return { answer: { ...best, bound, optimal, served: [...nearest(costs, best.open)] }, root }
}

/** The best exchange is a first try at it, and the proof is asked again of every choice with another site. */
export async function nextBestPlainly(
  problem: Problem,
  costs: Costs,
  { answer: best, root }: Plainly,
  limits: Limits,
): Promise<RunnerUp | null> {
  const swap = bestExchange(costs, mayOf(problem), best.open)
  if (!swap) return null
  const open = best.open.map(j => (j === swap.out ? swap.into : j)).toSorted((a, b) => a - b)
  const {
    best: next,
    bound,
    optimal,
  } = await prove(
    costs,
    root,
    { open, objective: totalOf(costs, open) },
    {
      accepts: choice => choice.some(j => !best.open.includes(j)),
      ...methods(problem, costs, [best.open], limits),
    },
  )
  return { ...next, bound, optimal }
}

export const mayOf = ({ sites }: Pick<Problem, 'sites'>) => {
  const all = sites.map((_, j) => j)
  return {
    fixed: all.filter(j => sites[j]!.fixed),
    free: all.filter(j => !sites[j]!.fixed && !sites[j]!.forbidden),
  }
}

function methods(
  problem: Problem,
  costs: Costs,
  besides: readonly (readonly number[])[],
  { seconds }: Limits,
) {
  const until = performance.now() + seconds * 1000
  return { until, exactly: exactlyIn(problem, costs, besides, until) }
}

/** What is left of a problem, as a programme for the solver. */
function exactlyIn(
  problem: Problem,
  costs: Costs,
  besides: readonly (readonly number[])[],
  until: number,
): Exactly {
  return async ({ opens, free }, mostColumns) => {
    const [isOpen, isFree] = [new Set(opens), new Set(free)]
    const sites = problem.sites.map((site, j) => ({
      ...site,
      fixed: isOpen.has(j),
      forbidden: !isOpen.has(j) && !isFree.has(j),
    }))
    if (isOpen.size + isFree.size === 0) return 'impossible'
    const { programme, boundFrom } = radiusProgramme({ ...problem, sites }, costs, besides)
    if (programme.columns.length > mostColumns) return null
    const solved = await solve(programme, { seconds: Math.max(0.1, (until - performance.now()) / 1000) })
    const best = chosenIn(solved, costs)
    if (!best) return solved.state === 'stopped' ? null : 'impossible'
    if (solved.state !== 'stopped') return { best, bound: best.objective, optimal: true }
    return { best, bound: boundFrom(solved.bound), optimal: false }
  }
}

function chosenIn(solved: Solved, costs: Costs): Choice | null {
  const values = valuesOf(solved)
  const open = values ? openIn(values, costs.sites) : []
  return open.length > 0 ? { open, objective: totalOf(costs, open) } : null
}
