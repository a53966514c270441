/** Which kinds are chosen where two things tell: what is usual for both, and each pair's own choices added to it. */

import { classCount, kindCount } from '../kinds.ts'

/** How many moves from a kind at an age, and first placements at an age, what is usual is worth. */
export const usualMoves = 10
const usualFirst = 5

/** Weights of each kind moved to: by kind left, age class and kind. */
export const destinationsFrom = (moves: Float64Array): Float64Array =>
  drawnToUsual(moves, kindCount, usualMoves)

/** Weights of the kinds of first placements: by age class, whether unaccompanied, and kind. */
export const firstKindsFrom = (placed: Float64Array): Float64Array =>
  drawnToUsual(placed, classCount, usualFirst)

const drawnToUsual = (seen: Float64Array, firsts: number, worth: number): Float64Array =>
  usualShares(seen, firsts).map((share, at) => seen[at]! + worth * share)

const rounds = 20

/** Of each value of the two things: how much likelier it makes each kind. */
type Effects = readonly [Float64Array, Float64Array]

/**
 * Shares of the kinds in each row, as if the two things that tell a row (the first has `firsts` values) acted apart:
 * P(kind) is proportional to how usual it is in all, times an effect of the one, times an effect of the other.
 * So what nobody of an age is ever given, such as supported accommodation before 16, is not usual there from any kind.
 * Fitted by iterative proportional fitting (Deming and Stephan 1940); half a choice is added to each effect, so that
 * none is impossible. The work grows with the cells, times the rounds.
 */
export function usualShares(seen: Float64Array, firsts: number): Float64Array {
  const rows = seen.length / kindCount
  const seconds = rows / firsts
  const effects: Effects = [ones(firsts * kindCount), ones(seconds * kindCount)]
  const placesOf = (row: number) =>
    [Math.floor(row / seconds) * kindCount, (row % seconds) * kindCount] as const
  const overall = new Float64Array(kindCount).fill(0.5)
  for (const [at, count] of seen.entries()) overall[at % kindCount]! += count
  const expect = (): Float64Array => {
    const shares = new Float64Array(seen.length)
    for (let row = 0; row < rows; row += 1) {
      const [first, second] = placesOf(row)
      const own = shares.subarray(row * kindCount, (row + 1) * kindCount)
      for (let kind = 0; kind < kindCount; kind += 1)
        own[kind] = overall[kind]! * effects[0][first + kind]! * effects[1][second + kind]!
      const all = sum(own)
      for (let kind = 0; kind < kindCount; kind += 1) own[kind]! /= all
    }
    return shares
  }
  for (let round = 0; round < rounds; round += 1)
    for (const side of [0, 1] as const) adjust(effects[side], seen, expect(), row => placesOf(row)[side])
  return expect()
}

/** To make as many choices expected as were seen, over all the rows that share an effect. */
function adjust(
  effect: Float64Array,
  seen: Float64Array,
  shares: Float64Array,
  placeOf: (row: number) => number,
) {
  const observed = new Float64Array(effect.length).fill(0.5)
  const expected = new Float64Array(effect.length).fill(0.5)
  for (let row = 0; row < seen.length / kindCount; row += 1) {
    const from = row * kindCount
    const all = sum(seen.subarray(from, from + kindCount))
    for (let kind = 0; kind < kindCount; kind += 1) {
      observed[placeOf(row) + kind]! += seen[from + kind]!
      expected[placeOf(row) + kind]! += all * shares[from + kind]!
    }
  }
  for (let at = 0; at < effect.length; at += 1) effect[at]! *= observed[at]! / expected[at]!
}

const ones = (size: number): Float64Array => new Float64Array(size).fill(1)
const sum = (values: Float64Array): number => values.reduce((all, each) => all + each, 0)
