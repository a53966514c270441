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
}

export function costsOf({ demand, sites, distance }: Problem): Costs {
  const of = new Float64Array(demand.length * sites.length)
  for (const [i, { weight }] of demand.entries()) {
    for (let j = 0; j < sites.length; j += 1) of[i * sites.length + j] = weight * distance[i]![j]!
  }
  const order = orderOf(of, sites.length)
  return { demands: demand.length, sites: sites.length, of, order, whole: of.every(Number.isInteger) }
}

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
