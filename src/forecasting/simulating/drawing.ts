/** One path's own parameters, drawn from what the history leaves unsure. */

import { entryCell } from '../learning/arrivals.ts'
import { classCount, distanceCount, kindCount } from '../kinds.ts'
import { usualMoves } from '../learning/shares.ts'
import type { Hazard, Model } from '../learning/fitted.ts'
import { type Plan, calendarMonth, yearsAt } from './plan.ts'
import { type Throw, gamma, normal } from './throws.ts'
import { type Trend, factorAt } from '../learning/trend.ts'

export type DrawnHazard = {
  readonly cells: Float64Array
  readonly strata: Float64Array
  /** By month. */
  readonly trend: Float64Array
}

export type Drawn = {
  readonly leaving: DrawnHazard
  readonly moving: DrawnHazard
  /** Entries a day by authority, age class and whether unaccompanied. */
  readonly entries: Float64Array
  /** Trend, season and levers together: by month, twice. */
  readonly rhythm: Float64Array
  readonly residential: Float64Array
  /** Weights of the kinds of first placements, and of those moved to; and each authority's multiplier of each group. */
  readonly first: Float64Array
  readonly destinations: Float64Array
  readonly towards: Float64Array
  /** By kind: cumulative shares of the bands of distance. */
  readonly distances: Float64Array
}

export function draw(by: Throw, model: Model, plan: Plan): Drawn {
  const { entries } = model
  const trends = entries.trends.map(trend => trendByMonth(by, trend, plan))
  const rhythm = new Float64Array(plan.months * 2)
  for (let month = 0; month < plan.months; month += 1)
    for (const alone of [0, 1])
      rhythm[month * 2 + alone] =
        trends[alone]![month]! *
        entries.season[alone]![calendarMonth(plan, month)]! *
        plan.levers.entries[month]!
  return {
    leaving: drawHazard(by, model.leaving, plan),
    moving: drawHazard(by, model.moving, plan),
    entries: entries.shape.map((shape, at) =>
      entries.rate[at] === Infinity ? 0 : gamma(by, shape) / entries.rate[at]!,
    ),
    rhythm,
    residential: trendByMonth(by, model.residential, plan),
    // Shares of which so many were seen are Dirichlet: gammas, each over the sum of its row.
    first: entries.kinds.map(seen => weightOf(by, seen)),
    destinations: drawnRows(by, model.destinations),
    towards: model.towards.shape.map((shape, at) => gamma(by, shape) / model.towards.rate[at]!),
    distances: cumulative(
      model.distances.map(seen => gamma(by, seen)),
      distanceCount,
    ),
  }
}

/** Where nobody ever spent a day, what is usual will do: nobody is to be expected there either. */
const drawHazard = (by: Throw, { usual, cells, strata, trend }: Hazard, plan: Plan): DrawnHazard => ({
  cells: usual.map((rate, at) =>
    cells.rate[at] === cells.strength ? rate : (rate * gamma(by, cells.shape[at]!)) / cells.rate[at]!,
  ),
  strata: strata.shape.map((shape, at) => gamma(by, shape) / strata.rate[at]!),
  trend: trendByMonth(by, trend, plan),
})

function trendByMonth(by: Throw, trend: Trend, plan: Plan): Float64Array {
  const there = by() < trend.weight
  const slope = trend.slope + trend.sd * normal(by)
  return Float64Array.from({ length: plan.months }, (_, month) =>
    there ? factorAt(trend, slope, yearsAt(plan, month)) : 1,
  )
}

/** Where no move was ever seen from a kind and age, there are children but by rare chance: what is usual will do. */
function drawnRows(by: Throw, seen: Float64Array): Float64Array {
  const drawn = seen.slice()
  for (let row = 0; row < seen.length; row += kindCount) {
    let sum = 0
    for (let at = row; at < row + kindCount; at += 1) sum += seen[at]!
    if (sum < usualMoves + 0.5) continue
    for (let at = row; at < row + kindCount; at += 1) drawn[at] = weightOf(by, seen[at]!)
  }
  return drawn
}

/** A gamma of so small a shape is next to nothing nearly always. */
const leastSeen = 0.005
const weightOf = (by: Throw, seen: number): number => (seen < leastSeen ? 0 : gamma(by, seen))

/** Each row of so many as running shares of its sum. */
function cumulative(weights: Float64Array, length: number): Float64Array {
  for (let row = 0; row < weights.length; row += length) {
    for (let at = row + 1; at < row + length; at += 1) weights[at]! += weights[at - 1]!
    const sum = weights[row + length - 1]! || 1
    for (let at = row; at < row + length; at += 1) weights[at]! /= sum
  }
  return weights
}

/** Entries a day of one authority, and the cumulative shares of its ages. */
export function entrantsOf(drawn: Drawn, authority: number, alone: number) {
  const shares = new Float64Array(classCount)
  let daily = 0
  for (let age = 0; age < classCount; age += 1) {
    daily += drawn.entries[entryCell(authority, age, alone)]!
    shares[age] = daily
  }
  return { daily, shares }
}
