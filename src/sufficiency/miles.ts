/** Least miles, whatever is asked of the sites besides room: the best choice and the next best, and their proof. */

import { type Solved, solve } from '#shared/solving'
import type { Answer, Limits, RunnerUp } from './answer.ts'
import { type Costs, nearest, totalOf } from './costs.ts'
import { type Allowed, type Choice, anything, bestExchange, exchanged, swapped } from './interchange.ts'
import { leftOf } from './narrowing.ts'
import type { Problem } from './problem.ts'
import { type Exactly, type Mend, type Rooted, prove, rootOf } from './proving.ts'
import { openIn, radiusProgramme, valuesOf } from './radius.ts'
import { affordable, allowedIn, startFor } from './starting.ts'

export type Proof = { readonly answer: Answer; readonly root: Rooted }

/** Null where no choice to begin from was met: then it is for the solver alone. */
export async function siteForMiles(problem: Problem, costs: Costs, limits: Limits): Promise<Proof | null> {
  const allowed = allowedIn(problem)
  const start = startFor(problem, costs, allowed)
  if (!start) return null
  const how = methods(problem, costs, [], limits)
  const whole = { opens: allowed.fixed, free: allowed.free, most: allowed.most }
  const quickly = rootOf(costs, whole, start, how.mend)
  const { best, bound, optimal, root } = await prove(costs, quickly, quickly.best, {
    accepts: allowed.keeps,
    ...how,
  })
  return { answer: { ...best, bound, optimal, served: [...nearest(costs, best.open)] }, root }
}

/**
 * The best exchange is a first try at it, and the proof is asked again of every choice with another site. Null where no
 * exchange keeps to what is asked.
 */
export async function nextForMiles(
  problem: Problem,
  costs: Costs,
  { answer: best, root }: Proof,
  limits: Limits,
): Promise<RunnerUp | null> {
  const allowed = allowedIn(problem)
  const swap = bestExchange(costs, allowed, best.open)
  if (!swap) return null
  const open = swapped(best.open, swap.out, swap.into).toSorted((a, b) => a - b)
  const start = { open, objective: totalOf(costs, open) }
  const next = await prove(costs, root, start, {
    accepts: choice => choice.some(j => !best.open.includes(j)) && allowed.keeps(choice),
    ...methods(problem, costs, [best.open], limits),
  })
  return { ...next.best, bound: next.bound, optimal: next.optimal }
}

function methods(
  problem: Problem,
  costs: Costs,
  besides: readonly (readonly number[])[],
  { seconds }: Limits,
) {
  const until = performance.now() + seconds * 1000
  const mend = mending(problem, costs, allowedIn(problem))
  return { until, mend, exactly: exactlyIn(problem, costs, besides, until) }
}

const mending =
  (problem: Problem, costs: Costs, allowed: Allowed): Mend =>
  chosen => {
    const open = allowed.keeps === anything ? chosen : affordable(problem, costs, allowed, chosen)
    return open && open.length > 0 ? exchanged(costs, allowed, open) : null
  }

/** What is left of a problem, as a programme for the solver. */
function exactlyIn(
  problem: Problem,
  costs: Costs,
  besides: readonly (readonly number[])[],
  until: number,
): Exactly {
  // Bounds know nothing of the furthest distance: what they leave of it is for the solver, whatever its size.
  const isBounded = problem.worst === null
  return async ({ opens, free }, mostColumns) => {
    if (opens.length + free.length === 0) return 'impossible'
    const { programme, boundFrom } = radiusProgramme(leftOf(problem, { opens, free }), costs, besides)
    if (isBounded && programme.columns.length > mostColumns) return null
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
