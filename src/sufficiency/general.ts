/** With a distance to be within, room, money, groups or a furthest distance: the choice as one programme. */

import { type Solved, solve } from '#shared/solving'
import type { Answer, Limits } from './answer.ts'
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

export const framedFor = (problem: Problem, costs: Costs, besides: Besides): Framed =>
  isLimited(problem)
    ? servedProgramme(problem, costs, besides)
    : problem.within !== null
      ? coveringProgramme(problem, problem.within, besides)
      : radiusProgramme(problem, costs, besides)

export function chosenIn(problem: Problem, costs: Costs, framed: Framed, solved: Solved) {
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
