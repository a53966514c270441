/** With a distance to be within, room, money, groups or a furthest distance: the choice as one programme. */

import { type Programme, type Solved, solve } from '#shared/solving'
import type { Answer, Further, Limits } from './answer.ts'
import { type Costs, nearest } from './costs.ts'
import { coveringProgramme, coveredBy } from './covering.ts'
import { type Problem, isLimited } from './problem.ts'
import { type Besides, type Framed, openIn, radiusProgramme, valuesOf } from './radius.ts'
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
  const values = valuesOf(solved)
  if (!values) return 'stopped' as const
  const open = openIn(values, sites.length)
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
  const least = leastGain(problem, costs, answer.objective)
  const most = problem.within === null ? answer.objective - least - constant : -(answer.objective + least)
  const programme: Programme = {
    columns: columns.map((column, j) => ({ ...column, cost: problem.sites[j]?.cost ?? 0 })),
    rows: [
      ...rows,
      {
        lower: -Infinity,
        upper: most,
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

/** Whole miles or children are better by one at least, so by a half for certain; others by more than rounding makes. */
function leastGain({ within, demand }: Problem, costs: Costs, objective: number): number {
  const isWhole = within === null ? costs.whole : demand.every(({ weight }) => Number.isInteger(weight))
  return isWhole ? 0.5 : 1e-5 * Math.max(1, Math.abs(objective))
}
