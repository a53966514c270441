/** Where children are placed: cumulative weights of kinds for each authority, of a first placement and of a move. */

import { towardsCell } from '../learning/arrivals.ts'
import { classCount, groupOf, kindCount } from '../kinds.ts'
import type { Model } from '../learning/fitted.ts'

export type Placing = {
  /** For each authority, by kind left and age class. */
  readonly moves: readonly Float64Array[]
  /** For each authority, by age class and whether unaccompanied. */
  readonly first: readonly Float64Array[]
}

export function placingOf({ authorities, destinations, towards, entries }: Model): Placing {
  const of = (weights: Float64Array, authority: number): Float64Array => {
    const sums = new Float64Array(weights.length)
    for (let row = 0; row < weights.length; row += kindCount) {
      let sum = 0
      for (let kind = 0; kind < kindCount; kind += 1) {
        sum += weights[row + kind]! * towards[towardsCell(authority, groupOf[kind]!)]!
        sums[row + kind] = sum
      }
      for (let kind = 0; kind < kindCount; kind += 1) sums[row + kind]! /= sum || 1
    }
    return sums
  }
  return {
    moves: authorities.map((_, authority) => of(destinations, authority)),
    first: authorities.map((_, authority) => of(entries.kinds, authority)),
  }
}

/** The share of a row's placements that are residential. */
export function residentialIn(sums: Float64Array, row: number): number {
  let share = 0
  for (let kind = 0; kind < kindCount; kind += 1)
    if (groupOf[kind] === 1) share += sums[row + kind]! - (kind > 0 ? sums[row + kind - 1]! : 0)
  return share
}

export const movesFrom = (kind: number, age: number): number => (kind * classCount + age) * kindCount
export const firstAt = (age: number, alone: number): number => (age * 2 + alone) * kindCount

/** What the odds are multiplied by for a share to be multiplied by so much; a share stays under 95%. */
export const oddsFor = (times: number, share: number): number => {
  const wanted = Math.min(0.95, share * times)
  return share <= 0 || share >= 0.95 ? 1 : (wanted * (1 - share)) / (share * (1 - wanted))
}
