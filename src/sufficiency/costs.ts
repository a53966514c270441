/** Weighted distances as one array of numbers, and what a choice of sites costs. */

import type { Problem } from './problem.ts'

export type Costs = {
  readonly demands: number
  readonly sites: number
  /** Weight times miles, a row for each demand. */
  readonly of: Float64Array
  /** For each demand the sites, the nearest first. */
  readonly order: Int32Array
  /** Whether all are whole numbers, so that a better choice is better by at least 1. */
  readonly whole: boolean
  /** What each site takes of the budget, 1 being all of it; null without one. */
  readonly shares: Float64Array | null
  readonly groups: Groups | null
}

/** The number of each site's group, the last being none of those of which some must be open; and how many of each. */
export type Groups = { readonly of: Int32Array; readonly least: readonly number[] }

export function costsOf({ demand, sites, distance, budget, minimum }: Problem): Costs {
  const of = new Float64Array(demand.length * sites.length)
  for (const [i, { weight }] of demand.entries()) {
    for (let j = 0; j < sites.length; j += 1) of[i * sites.length + j] = weight * distance[i]![j]!
  }
  const order = orderOf(of, sites.length)
  const whole = of.every(Number.isInteger)
  const sizes = { demands: demand.length, sites: sites.length }
  return { ...sizes, of, order, whole, shares: sharesOf(sites, budget), groups: groupsOf(sites, minimum) }
}

function groupsOf(sites: Problem['sites'], minimum: Problem['minimum']): Groups | null {
  const names = [...minimum.keys()]
  const numberOf = (group: string | null) => (names.includes(group!) ? names.indexOf(group!) : names.length)
  const of = Int32Array.from(sites, ({ group }) => numberOf(group))
  return names.length > 0 ? { of, least: [...minimum.values(), 0] } : null
}

/** A budget of nothing buys only what costs nothing. */
export const sharesOf = (sites: Problem['sites'], budget: number | null): Float64Array | null =>
  budget === null
    ? null
    : Float64Array.from(sites, ({ cost }) => (cost === 0 ? 0 : cost / Math.max(budget, 1e-9)))

function orderOf(of: Float64Array, sites: number): Int32Array {
  const order = new Int32Array(of.length)
  for (let row = 0; row < of.length; row += sites) {
    const own = order.subarray(row, row + sites)
    for (let j = 0; j < sites; j += 1) own[j] = j
    own.sort((a, b) => of[row + a]! - of[row + b]!)
  }
  return order
}

/** The least that a better choice could cost less than this. */
export const nextBelow = (objective: number, whole: boolean): number =>
  whole ? objective - 1 + 1e-6 : objective - 1e-7 * Math.max(1, Math.abs(objective))

/** For each demand the nearest of the open sites, the first of equals. */
export function nearest({ demands, sites, of }: Costs, open: readonly number[]): Int32Array {
  const chosen = new Int32Array(demands)
  for (let i = 0; i < demands; i += 1) {
    let best = open[0]!
    for (const j of open) if (of[i * sites + j]! < of[i * sites + best]!) best = j
    chosen[i] = best
  }
  return chosen
}

export function totalOf(costs: Costs, open: readonly number[]): number {
  const chosen = nearest(costs, open)
  let sum = 0
  for (let i = 0; i < costs.demands; i += 1) sum += costs.of[i * costs.sites + chosen[i]!]!
  return sum
}
