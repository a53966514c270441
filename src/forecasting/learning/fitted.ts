/** The fitted model: everything that a simulated path is drawn from, in plain columns that can be sent to a worker. */

import type { Pooled } from './pooling.ts'
import type { Trend } from './trend.ts'

/** Events of one sort: how often by kind, age and stay, how authorities differ, and how it changes over the years. */
export type Hazard = {
  /** Expected events a day by main effects, and each cell's multiplier. */
  readonly usual: Float64Array
  readonly cells: Pooled
  /** Each authority's own multiplier, by group and whether unaccompanied. */
  readonly strata: Pooled
  readonly trend: Trend
}

export type Entries = {
  /** Entries a day of each authority, age class and whether unaccompanied; posterior gammas. */
  readonly shape: Float64Array
  readonly rate: Float64Array
  /** By whether unaccompanied. */
  readonly trends: readonly [Trend, Trend]
  /** By calendar month, on average 1; by whether unaccompanied. */
  readonly season: readonly [Float64Array, Float64Array]
  /** Variance of a month's entries beyond chance, as a share of its mean squared. */
  readonly spread: readonly [number, number]
  /** Kinds of first placement by age class and whether unaccompanied: how many were seen, and some usual ones. */
  readonly kinds: Float64Array
  /** Ages in days of those who entered, by age class, one list after another, and where each begins. */
  readonly ages: Int32Array
  readonly ageStarts: Int32Array
}

export type Model = {
  readonly authorities: readonly string[]
  readonly origin: number
  readonly leaving: Hazard
  readonly moving: Hazard
  readonly entries: Entries
  /** Kinds moved to, the same way: from kind, age class, to kind. */
  readonly destinations: Float64Array
  /** Each authority's multiplier of each group moved to or entered. */
  readonly towards: Pooled
  /** The yearly trend of the odds of residential care among entries and moves. */
  readonly residential: Trend
  readonly reunifiedShare: Float64Array
  /** Placements that began, by kind and band of distance. */
  readonly distances: Float64Array
}

/** The children in care at the start, in columns. */
export type Start = {
  readonly count: number
  readonly authority: Uint16Array
  readonly kind: Uint8Array
  readonly alone: Uint8Array
  readonly bornOn: Int32Array
  readonly inCareFrom: Int32Array
  readonly placedFrom: Int32Array
}
