/** Where children are placed: cumulative weights of kinds for each authority, of a first placement and of a move. */

import { towardsCell } from '../learning/arrivals.ts'
import { classCount, groupOf, kindCount } from '../kinds.ts'
import type { Drawn } from './drawing.ts'

/** Rows of cumulative shares of the kinds, and what share of each row is residential. */
export type Weights = { readonly sums: Float64Array; readonly residential: Float64Array }

export type Placing = {
  /** By kind left and age class. */
  readonly moves: Weights
  /** By age class and whether unaccompanied. */
  readonly first: Weights
}

/** Of one authority, in one path. */
export const placingOf = ({ first, destinations, towards }: Drawn, authority: number): Placing => ({
  moves: weightsOf(destinations, towards, authority),
  first: weightsOf(first, towards, authority),
})

function weightsOf(weights: Float64Array, towards: Float64Array, authority: number): Weights {
  const sums = new Float64Array(weights.length)
  const residential = new Float64Array(weights.length / kindCount)
  for (let row = 0; row < weights.length; row += kindCount) {
    let sum = 0
    let homes = 0
    for (let kind = 0; kind < kindCount; kind += 1) {
      const weight = weights[row + kind]! * towards[towardsCell(authority, groupOf[kind]!)]!
      if (groupOf[kind] === 1) homes += weight
      sums[row + kind] = sum += weight
    }
    for (let kind = 0; kind < kindCount; kind += 1) sums[row + kind]! /= sum || 1
    residential[row / kindCount] = homes / (sum || 1)
  }
  return { sums, residential }
}

export const movesFrom = (kind: number, age: number): number => (kind * classCount + age) * kindCount
export const firstAt = (age: number, alone: number): number => (age * 2 + alone) * kindCount

/** What the odds are multiplied by for a share to be multiplied by so much; a share stays under 95%. */
export const oddsFor = (times: number, share: number): number => {
  const wanted = Math.min(0.95, share * times)
  return share <= 0 || share >= 0.95 ? 1 : (wanted * (1 - share)) / (share * (1 - wanted))
}
