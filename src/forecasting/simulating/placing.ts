/** Where children are placed: cumulative weights of kinds for each authority, of a first placement and of a move. */

import { towardsCell } from '../learning/arrivals.ts'
import { classCount, groupOf, kindCount } from '../kinds.ts'
import type { Drawn } from './drawing.ts'

/** Rows of the weights of the kinds, each added to those before it: the last of a row is the sum of all. */
export type Weights = Float64Array

export type Placing = {
  /** By kind left and age class. */
  readonly moves: Weights
  /** By age class and whether unaccompanied. */
  readonly first: Weights
}

/** Of one authority, in one path. */
export function placingOf({ first, destinations, towards }: Drawn, authority: number): Placing {
  const times = Float64Array.from(groupOf, group => towards[towardsCell(authority, group)]!)
  return { moves: summed(destinations, times), first: summed(first, times) }
}

function summed(weights: Float64Array, times: Float64Array): Weights {
  const sums = new Float64Array(weights.length)
  for (let row = 0; row < weights.length; row += kindCount) {
    let sum = 0
    for (let kind = 0; kind < kindCount; kind += 1)
      sums[row + kind] = sum += weights[row + kind]! * times[kind]!
  }
  return sums
}

/** The share of a row that is residential. */
export function residentialIn(sums: Weights, row: number): number {
  let homes = 0
  for (let kind = 0; kind < kindCount; kind += 1)
    if (groupOf[kind] === 1) homes += sums[row + kind]! - (kind > 0 ? sums[row + kind - 1]! : 0)
  return homes / (sums[row + kindCount - 1]! || 1)
}

export const movesFrom = (kind: number, age: number): number => (kind * classCount + age) * kindCount
export const firstAt = (age: number, alone: number): number => (age * 2 + alone) * kindCount

/** What the odds are multiplied by for a share to be multiplied by so much; a share stays under 95%. */
export const oddsFor = (times: number, share: number): number => {
  const wanted = Math.min(0.95, share * times)
  return share <= 0 || share >= 0.95 ? 1 : (wanted * (1 - share)) / (share * (1 - wanted))
}
