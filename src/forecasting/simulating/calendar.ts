/** Time as a path counts it: in whole ticks after the origin, and in the months of the plan. */

import type { Plan } from './plan.ts'

/** Ticks of a day, as a power of two: whole numbers small enough that the engine keeps them without allocating. */
export const tickBits = 10
export const ticks = 1 << tickBits

/** By whole days after the origin, to the last of the plan and the day after it. */
export type Calendar = {
  readonly months: number
  /** Months that have ended by a day, so the number of the month that goes on after it. */
  readonly monthOf: Uint16Array
  /** Months that ended before a day. */
  readonly endedBefore: Uint16Array
  /** On which day each month begins, and that on which the last has ended. */
  readonly begins: Int32Array
  readonly horizon: number
}

export function calendarOf({ ends, months }: Plan): Calendar {
  const horizon = ends[months - 1]!
  const monthOf = new Uint16Array(horizon + 2)
  const endedBefore = new Uint16Array(horizon + 2)
  for (let day = 0; day < horizon + 2; day += 1) {
    monthOf[day] = ends.filter(end => end <= day).length
    endedBefore[day] = ends.filter(end => end < day).length
  }
  return { months, monthOf, endedBefore, begins: Int32Array.from([0, ...ends]), horizon }
}
