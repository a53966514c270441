/** A first choice that keeps to money, groups and the furthest distance, quickly: the proof begins from it. */

import { type Costs, totalOf } from './costs.ts'
import { type Allowed, type Choice, anything, exchanged, greedy } from './interchange.ts'
import { type Problem, isFree, isOver, keepsTo, spentOn } from './problem.ts'

export function allowedIn(problem: Problem): Allowed {
  const all = problem.sites.map((_, j) => j)
  return {
    fixed: all.filter(j => problem.sites[j]!.fixed),
    free: all.filter(j => !problem.sites[j]!.fixed && !problem.sites[j]!.forbidden),
    most: problem.open,
    keeps: isFree(problem) ? anything : open => keepsTo(problem, open),
  }
}

/** Null where none was met, though there may be one. */
export function startFor(problem: Problem, costs: Costs, allowed: Allowed): Choice | null {
  if (allowed.keeps === anything) return exchanged(costs, allowed, greedy(costs, allowed))
  return [false, true]
    .map(thrifty => greedyWithin(problem, costs, allowed, thrifty))
    .filter(open => open.length > 0 && allowed.keeps(open))
    .map(open => exchanged(costs, allowed, open))
    .reduce<Choice | null>((a, b) => (a && a.objective <= b.objective ? a : b), null)
}

/** One site after another that can be paid: what groups and distances need, then what saves most, for its cost. */
function greedyWithin(
  problem: Problem,
  costs: Costs,
  { fixed, free, most }: Allowed,
  thrifty: boolean,
): number[] {
  const { sites, budget } = problem
  const open = [...fixed]
  while (open.length < most) {
    const spent = spentOn(problem, open)
    const may = free.filter(j => !open.includes(j) && !isOver(budget ?? Infinity, spent + sites[j]!.cost))
    const needed = neededOf(problem, open, may)
    const saves = savingsBeside(costs, open)
    const value = (j: number) => (saves(j) + 1e-9) / (thrifty ? sites[j]!.cost + 1e-9 : 1)
    const best = needed.reduce<number | null>((a, b) => (a !== null && value(a) >= value(b) ? a : b), null)
    if (best === null) return open
    open.push(best)
  }
  return open
}

/** Those of a group that has too few open; else those near a demand that has none near enough; else all. */
function neededOf(
  { sites, minimum, worst, distance }: Problem,
  open: readonly number[],
  may: readonly number[],
) {
  for (const [group, least] of minimum)
    if (open.filter(j => sites[j]!.group === group).length < least)
      return may.filter(j => sites[j]!.group === group)
  const far = worst === null ? undefined : distance.find(row => !open.some(j => row[j]! <= worst))
  return far ? may.filter(j => far[j]! <= worst!) : may
}

function savingsBeside({ demands, sites, of, order }: Costs, open: readonly number[]): (j: number) => number {
  const now = Float64Array.from({ length: demands }, (_, i) =>
    open.length > 0
      ? Math.min(...open.map(j => of[i * sites + j]!))
      : of[i * sites + order[(i + 1) * sites - 1]!]!,
  )
  return j => now.reduce((sum, each, i) => sum + Math.max(0, each - of[i * sites + j]!), 0)
}

/** Without the sites that matter least for what they cost, until the rest can be paid; null where it breaks a rule. */
export function affordable(
  problem: Problem,
  costs: Costs,
  { fixed, keeps }: Allowed,
  chosen: readonly number[],
): readonly number[] | null {
  const { budget, sites } = problem
  let open = [...chosen]
  while (budget !== null && isOver(budget, spentOn(problem, open)) && open.length > 1) {
    const worth = (j: number) => {
      const rest = open.filter(each => each !== j)
      return sites[j]!.cost > 0 ? totalOf(costs, rest) / sites[j]!.cost : Infinity
    }
    const may = open.filter(j => !fixed.includes(j))
    if (may.length === 0) return null
    const least = may.reduce((a, b) => (worth(b) < worth(a) ? b : a))
    open = open.filter(j => j !== least)
  }
  return keeps(open) ? open : null
}
