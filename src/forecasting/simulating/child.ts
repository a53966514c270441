/** A child on its way: ticks after the origin, and its class of age. All are small whole numbers. */

import { classBoundaries, stayStarts } from '../kinds.ts'
import { tickBits, ticks } from './calendar.ts'

export type Child = {
  kind: number
  alone: number
  born: number
  cared: number
  placed: number
  now: number
  age: number
}

export const newborn = (): Child => ({
  kind: 0,
  alone: 0,
  born: 0,
  cared: 0,
  placed: 0,
  now: 0,
  age: 0,
})

/** What a child waits for: nothing more in the time of the plan, or to leave, to move, or to step down. */
export const happenings = { nothing: 0, leaves: 1, moves: 2, stepsDown: 3 } as const

/** Later than any moment that a path knows. */
export const never = 2 ** 30

/** How long after birth each class of age ends, and after its beginning each class of stay. */
export const ageEnds = Int32Array.from([...classBoundaries.map(days => days * ticks), never])
export const stayEnds = Int32Array.from([...stayStarts.slice(1).map(days => days * ticks), never])
export const stayStartTicks = Int32Array.from(stayStarts, days => days * ticks)

export function classIn(ends: Int32Array, since: number): number {
  let at = 0
  while (ends[at]! <= since) at += 1
  return at
}

const longest = stayStarts.at(-1)!
const classByDay = Uint8Array.from({ length: longest + 1 }, (_, day) => classIn(stayEnds, day * ticks))

/** The class of a stay of which so many ticks have passed: 0 or more. */
export function stayClassAfter(passed: number): number {
  const day = passed >> tickBits
  return classByDay[day < longest ? day : longest]!
}
