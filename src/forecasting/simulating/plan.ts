/** What a simulation is asked: months, paths, seed, and what levers change in each month. */

import { daysInYear } from '../kinds.ts'
import { type Day, monthsLater, toDate } from '#shared/days'

/** What the levers of a scenario do, by month; 1 and 0 are no change. */
export type Levers = {
  readonly entries: Float64Array
  readonly reunification: Float64Array
  readonly fosterHomes: Float64Array
  /** Residential children who step down to fostering, a day. */
  readonly stepDown: Float64Array
}

export type Plan = {
  readonly origin: number
  readonly months: number
  readonly seed: number
  /** Days after the origin on which each month ends. */
  readonly ends: Float64Array
  readonly levers: Levers
}

export const noLevers = (months: number): Levers => ({
  entries: new Float64Array(months).fill(1),
  reunification: new Float64Array(months).fill(1),
  fosterHomes: new Float64Array(months).fill(1),
  stepDown: new Float64Array(months),
})

export function planFor(origin: Day, months: number, seed: number, levers = noLevers(months)): Plan {
  const ends = Float64Array.from({ length: months }, (_, month) => monthEnd(origin, month + 1) - origin)
  return { origin, months, seed, ends, levers }
}

/** The last day of the month that is so many months on, where the origin ends its month; the same day otherwise. */
export function monthEnd(origin: Day, months: number): Day {
  const isLast = toDate((origin + 1) as Day).endsWith('-01')
  if (!isLast) return monthsLater(origin, months)
  return (monthsLater((origin + 1) as Day, months) - 1) as Day
}

/** Years after the origin at the middle of a month. */
export const yearsAt = ({ ends }: Plan, month: number): number =>
  ((month === 0 ? 0 : ends[month - 1]!) + ends[month]!) / 2 / daysInYear

/** Months of the calendar, 0 to 11. */
export const calendarMonth = (plan: Plan, month: number): number =>
  Number(toDate((plan.origin + plan.ends[month]!) as Day).slice(5, 7)) - 1
