/** With a distance to be within, room, money, groups or a furthest distance: the choice as one programme. */

import { type Programme, type Solved, solve } from '#shared/solving'
import type { Answer, Further, Limits } from './answer.ts'
import { type Costs, nearest } from './costs.ts'
import { coveringProgramme, coveredBy } from './covering.ts'
import { type Problem, isLimited } from './problem.ts'
import { type Besides, type Framed, radiusProgramme } from './radius.ts'
import { servedProgramme } from './serving.ts'

export async function siteGenerally(
  problem: Problem,
  costs: Costs,
  besides: Besides,
  limits: Limits,
): Promise<Answer | 'impossible' | 'stopped'> {
  const framed = framedFor(problem, costs, besides)
  const solved = await solve(framed.programme, { seconds: limits.seconds })
  const chosen = chosenIn(problem, costs, framed, solved)
  if (typeof chosen === 'string') return chosen
  const optimal = solved.state === 'optimal'
  return {
    ...chosen,
    bound: solved.state === 'stopped' ? framed.boundFrom(solved.bound) : chosen.objective,
    optimal,
  }
}

const framedFor = (problem: Problem, costs: Costs, besides: Besides): Framed =>
  isLimited(problem)
    ? servedProgramme(problem, costs, besides)
    : problem.within !== null
      ? coveringProgramme(problem, problem.within, besides)
      : radiusProgramme(problem, costs, besides)

function chosenIn(problem: Problem, costs: Costs, framed: Framed, solved: Solved) {
  const { within, sites } = problem
  if (solved.state !== 'optimal' && solved.state !== 'stopped') return 'impossible' as const
  const values = solved.state === 'optimal' ? solved.values : solved.best?.values
  if (!values) return 'stopped' as const
  const open = [...values.subarray(0, sites.length)].flatMap((value, j) => (value > 0.5 ? [j] : []))
  const served = framed.served?.(values) ?? [...nearest(costs, open)]
  const objective =
    within === null
      ? served.reduce<number>((sum, j, i) => sum + costs.of[i * costs.sites + j!]!, 0)
      : coveredBy(problem, within, served)
  return { open, objective, served }
}

export const spentOn = ({ sites }: Problem, open: readonly number[]): number =>
  open.reduce((sum, j) => sum + sites[j]!.cost, 0)

/**
 * The least spending that is better than `answer`, were there no budget: the same programme, with what was to be least
 * as a row that must come out better, and the money as what is to be least. Null where no money buys anything.
 */
export async function cheapestBetter(
  problem: Problem,
  costs: Costs,
  answer: Pick<Answer, 'objective'>,
  limits: Limits,
): Promise<Further | null> {
  const unbound = { ...problem, budget: null }
  const framed = framedFor(unbound, costs, [])
  const { columns, rows } = framed.programme
  // What the programme's own objective must come to: `boundFrom` is its sum with a constant, or the negative of it.
  const constant = framed.boundFrom(0)
  const step =
    costs.whole || problem.within !== null ? smallestStep(problem, costs) : 1e-6 * Math.abs(answer.objective)
  const most = problem.within === null ? answer.objective - step - constant : -(answer.objective + step)
  const programme: Programme = {
    columns: columns.map((column, j) => ({ ...column, cost: problem.sites[j]?.cost ?? 0 })),
    rows: [
      ...rows,
      {
        lower: -Infinity,
        upper: most + 1e-7 * Math.max(1, Math.abs(most)),
        entries: columns.flatMap(({ cost }, j) => (cost === 0 ? [] : [[j, cost] as const])),
      },
    ],
  }
  const solved = await solve(programme, { seconds: limits.seconds })
  const chosen = chosenIn(unbound, costs, framed, solved)
  if (typeof chosen === 'string') return null
  const { open, objective } = chosen
  const optimal = solved.state === 'optimal'
  return { open, objective, bound: objective, optimal, homes: open.length, spent: spentOn(problem, open) }
}

/** Whole miles, or whole children, are better by one at least. */
function smallestStep({ within, demand }: Problem, costs: Costs): number {
  if (within === null) return costs.whole ? 1 : 0
  return demand.every(({ weight }) => Number.isInteger(weight)) ? 1 : 1e-6
}
