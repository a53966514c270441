/** The least money that buys anything: what it takes for a choice that is better than the best within the budget. */

import { type Programme, solve } from '#shared/solving'
import type { Answer, Further, Limits } from './answer.ts'
import { type Costs, sharesOf, totalOf } from './costs.ts'
import { chosenIn, framedFor } from './general.ts'
import { type Allowed, eachExchange, swapped } from './interchange.ts'
import { leftOf, narrowedTo } from './narrowing.ts'
import { type Problem, isForMiles, spentOn } from './problem.ts'
import { allowedIn, startFor } from './starting.ts'

type Better = Pick<Answer, 'open' | 'objective'>

/**
 * The least spending that is better than `answer`, were there no budget: the same programme, with what was to be least
 * as a row that must come out better, and the money as what is to be least. Null where no money buys anything.
 */
export async function cheapestBetter(
  problem: Problem,
  costs: Costs,
  answer: Better,
  limits: Limits,
): Promise<Further | null> {
  const least = leastGain(problem, costs, answer.objective)
  const most = problem.within === null ? answer.objective - least : -(answer.objective + least)
  const unbound = { ...problem, budget: null }
  const cheap = isForMiles(problem) ? cheaply(unbound, costs, answer, most) : null
  const asked = cheap ? narrowedBy(unbound, costs, cheap, most) : unbound
  const framed = framedFor(asked, costs, [])
  const solved = await solve(leastMoney(asked, framed.programme, most, framed.boundFrom(0)), {
    seconds: limits.seconds,
  })
  const chosen = chosenIn(asked, costs, framed, solved)
  const found = typeof chosen === 'string' ? cheap : chosen
  if (!found) return null
  const { open, objective } = found
  const optimal = solved.state === 'optimal'
  return { open, objective, bound: objective, optimal, homes: open.length, spent: spentOn(problem, open) }
}

/** `constant` is what the objective of `programme` leaves out. */
function leastMoney(
  { sites, within }: Problem,
  { columns, rows }: Programme,
  most: number,
  constant: number,
): Programme {
  const upper = within === null ? most - constant : most
  const entries = columns.flatMap(({ cost }, j) => (cost === 0 ? [] : [[j, cost] as const]))
  return {
    columns: columns.map((column, j) => ({ ...column, cost: sites[j]?.cost ?? 0 })),
    rows: [...rows, { lower: -Infinity, upper, entries }],
  }
}

/** Whole miles or children are better by one at least, so by a half for certain; others by more than rounding makes. */
function leastGain({ within, demand }: Problem, costs: Costs, objective: number): number {
  const isWhole = within === null ? costs.whole : demand.every(({ weight }) => Number.isInteger(weight))
  return isWhole ? 0.5 : 1e-5 * Math.max(1, Math.abs(objective))
}

/** Sites that are in no choice, or in every one, that is better and costs no more than `cheap`. */
function narrowedBy(problem: Problem, costs: Costs, cheap: Better, most: number): Problem {
  const budget = spentOn(problem, cheap.open)
  const allowed = allowedIn(problem)
  const whole = { opens: allowed.fixed, free: allowed.free, most: allowed.most }
  const part = narrowedTo({ ...costs, shares: sharesOf(problem.sites, budget) }, whole, cheap.open, most)
  return { ...leftOf(problem, part), budget }
}

/** A choice that is better and cheap, by exchanges from the best within the budget and from the best without one. */
function cheaply(problem: Problem, costs: Costs, answer: Better, most: number): Better | null {
  const allowed = allowedIn(problem)
  const dearest = startFor(problem, costs, allowed)
  return [answer.open, ...(dearest ? [dearest.open] : [])]
    .map(open => cheaper(problem, costs, { ...allowed, miles: most }, open))
    .filter(open => totalOf(costs, open) <= most)
    .map(open => ({ open, objective: totalOf(costs, open) }))
    .reduce<Better | null>(
      (a, b) => (a && spentOn(problem, a.open) <= spentOn(problem, b.open) ? a : b),
      null,
    )
}

type Within = Allowed & { readonly miles: number }

/** The exchange of all that costs least, and again, as long as money is saved and the miles are few enough. */
function cheaper(problem: Problem, costs: Costs, within: Within, start: readonly number[]): number[] {
  let open = [...start]
  for (;;) {
    const miles = totalOf(costs, open)
    let least = miles <= within.miles ? spentOn(problem, open) : Infinity
    let better: number[] | null = null
    eachExchange(costs, within, open, (into, out, gain) => {
      if (miles - gain > within.miles) return
      const next = swapped(open, out, into)
      const spent = spentOn(problem, next)
      if (spent < least && within.keeps(next)) [better, least] = [next, spent]
    })
    if (!better) return open.toSorted((a, b) => a - b)
    open = better
  }
}
