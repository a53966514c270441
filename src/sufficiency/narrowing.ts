/** Sites that a bound shows to be open in every better choice, or in none: they need not be looked at again. */

import type { Costs } from './costs.ts'
import type { Problem } from './problem.ts'
import type { Part } from './choosing.ts'
import { type Relaxed, relaxed, startingPrices } from './relaxing.ts'

/** Of the free sites those that any choice at or under `below` opens, and without those that none does. */
export function narrowed(costs: Costs, part: Part, bounded: Relaxed, below: number): Part {
  const { bound, worth, chosen, left } = bounded
  const slack = below - bound + 1e-6
  const { lastFor, nextFor } = exchanges(costs, part, bounded)
  const opens = chosen.filter(j => nextFor(j) - worth[j]! > slack)
  const shut = new Set(left.filter(j => worth[j]! - lastFor(j) > slack))
  const isOpen = new Set(opens)
  return {
    most: part.most,
    opens: [...part.opens, ...opens],
    free: part.free.filter(j => !shut.has(j) && !isOpen.has(j)),
  }
}

/** What a site that is left would push out at the most, and what would come in the stead of one that is chosen. */
function exchanges(
  { groups }: Costs,
  { opens, most }: Part,
  { worth, needed, extra, left, chosen }: Relaxed,
) {
  const isFull = opens.length + chosen.length >= most
  const groupOf = (j: number) => groups?.of[j] ?? 0
  const worst = new Map(needed.map(j => [groupOf(j), worth[j]!]))
  const spare = new Set(extra.map(groupOf))
  const bestLeft = new Map(left.toReversed().map(j => [groupOf(j), worth[j]!]))
  const pushed = !isFull ? 0 : extra.length > 0 ? worth[extra.at(-1)!]! : -Infinity
  const following = isFull && left.length > 0 ? Math.min(0, worth[left[0]!]!) : 0
  const isNeeded = new Set(needed)
  return {
    lastFor: (j: number) => Math.max(pushed, worst.get(groupOf(j)) ?? -Infinity),
    nextFor: (j: number) =>
      isNeeded.has(j) && !spare.has(groupOf(j)) ? (bestLeft.get(groupOf(j)) ?? Infinity) : following,
  }
}

/** The problem in which the sites that a part opens are fixed, and those that it leaves out are forbidden. */
export function leftOf(problem: Problem, { opens, free }: Omit<Part, 'most'>): Problem {
  const [isOpen, isFree] = [new Set(opens), new Set(free)]
  const sites = problem.sites.map((site, j) => {
    return { ...site, fixed: isOpen.has(j), forbidden: !isOpen.has(j) && !isFree.has(j) }
  })
  return { ...problem, sites }
}

const effort = { rounds: 600, patience: 20 }
const mostTimes = 6

/**
 * What is left of a part for choices at or under `below`, of which `near` is not far from one. Again and again, as each
 * time fewer sites are left to bound. The furthest distance is left aside: who keeps to less does no worse.
 */
export function narrowedTo(costs: Costs, whole: Part, near: readonly number[], below: number): Part {
  let part = whole
  let prices = startingPrices(costs, near)
  for (let time = 0; time < mostTimes; time += 1) {
    const bounded = relaxed(costs, part, prices, { ...effort, enough: below, known: below })
    const next = narrowed(costs, part, bounded, below)
    if (next.free.length > 0.9 * part.free.length) return next
    prices = bounded.prices
    part = next
  }
  return part
}
