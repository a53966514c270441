/** Where homes should open: the best choice of sites, how sure that is, and the next best. */

import { solve } from '#shared/solving'
import { type Costs, costsOf, nearest, totalOf } from './costs.ts'
import { coveringProgramme, coveredBy } from './covering.ts'
import { type Choice, bestExchange, exchanged, greedy } from './interchange.ts'
import { type Problem, isLimited, isPlain } from './problem.ts'
import { prove } from './proving.ts'
import { type Besides, radiusProgramme } from './radius.ts'
import type { Part } from './relaxing.ts'
import { servedProgramme } from './serving.ts'

export type Answer = {
  /** Positions of the open sites. */
  readonly open: readonly number[]
  /** Weighted miles in all; with `within`, the weight within it. */
  readonly objective: number
  /** No choice is better than this. */
  readonly bound: number
  readonly optimal: boolean
  /** For each demand the site that serves it; null where none does. */
  readonly served: readonly (number | null)[]
}
export type Sited = Answer & { readonly runnerUp: Omit<Answer, 'served'> | null }
export type Outcome =
  | { readonly state: 'sited'; readonly answer: Sited }
  | { readonly state: 'impossible' | 'stopped' }

type Limits = { readonly seconds: number }

/** The best choice and the next best. Each takes at most `seconds`; an answer that was stopped says so. */
export async function siteHomes(problem: Problem, limits: Limits): Promise<Outcome> {
  const costs = costsOf(problem)
  if (isPlain(problem)) return { state: 'sited', answer: plainly(problem, costs, limits) }
  const answer = await generally(problem, costs, [], limits)
  if (answer === 'impossible' || answer === 'stopped') return { state: answer }
  const next = await generally(problem, costs, [answer.open], limits)
  return { state: 'sited', answer: { ...answer, runnerUp: typeof next === 'string' ? null : next } }
}

const mayOf = ({ sites }: Problem) => {
  const all = sites.map((_, j) => j)
  return {
    fixed: all.filter(j => sites[j]!.fixed),
    free: all.filter(j => !sites[j]!.fixed && !sites[j]!.forbidden),
  }
}

function plainly(problem: Problem, costs: Costs, { seconds }: Limits): Sited {
  const may = mayOf(problem)
  const whole = { opens: may.fixed, free: may.free, most: problem.open }
  const until = () => performance.now() + seconds * 1000
  const start = exchanged(costs, may, greedy(costs, may, problem.open))
  const { best, bound, optimal } = prove(costs, whole, start, { until: until() })
  return {
    ...best,
    bound,
    optimal,
    served: [...nearest(costs, best.open)],
    runnerUp: nextBest(costs, whole, best, until()),
  }
}

/** The best exchange is a first try at it, and the proof is asked again of every choice with another site. */
function nextBest(costs: Costs, whole: Part, best: Choice, until: number): Sited['runnerUp'] {
  const swap = bestExchange(costs, { fixed: whole.opens, free: whole.free }, best.open)
  if (!swap) return null
  const open = best.open.map(j => (j === swap.out ? swap.into : j)).toSorted((a, b) => a - b)
  const start = { open, objective: totalOf(costs, open) }
  const accepts = (choice: readonly number[]) => choice.some(j => !best.open.includes(j))
  const { best: next, bound, optimal } = prove(costs, whole, start, { until, accepts })
  return { ...next, bound, optimal }
}

/** With a distance to be within, room, money, groups or a furthest distance: as one programme. */
async function generally(problem: Problem, costs: Costs, besides: Besides, limits: Limits) {
  const { within, sites } = problem
  const framed = isLimited(problem)
    ? servedProgramme(problem, costs, besides)
    : within !== null
      ? coveringProgramme(problem, within, besides)
      : radiusProgramme(problem, costs, besides)
  const solved = await solve(framed.programme, limits)
  if (solved.state !== 'optimal' && solved.state !== 'stopped') return 'impossible' as const
  const values = solved.state === 'optimal' ? solved.values : solved.best?.values
  if (!values) return 'stopped' as const
  const open = [...values.subarray(0, sites.length)].flatMap((value, j) => (value > 0.5 ? [j] : []))
  const served = framed.served?.(values) ?? [...nearest(costs, open)]
  const objective =
    within === null
      ? served.reduce<number>((sum, j, i) => sum + costs.of[i * costs.sites + j!]!, 0)
      : coveredBy(problem, within, served)
  const optimal = solved.state === 'optimal'
  const bound = solved.state === 'stopped' ? framed.boundFrom(solved.bound) : objective
  return { open, objective, bound, optimal, served }
}
