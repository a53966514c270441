/** A calendar day as a whole number, for rules and models that ask millions of questions of dates. */

import type { Brand } from './brand.ts'
import type { PlainDate } from './dates.ts'

/** Days since 1 January 1970, by the calendar now in use. The day after is one more. */
export type Day = Brand<number, 'Day'>

/** `month` is 1 to 12. Undefined where there is no such day, 30 February for one. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, date)
  const real = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === date
  return real ? ((midnight.getTime() / 86_400_000) as Day) : undefined
}

export const toDay = (date: PlainDate): Day => (Date.parse(date) / 86_400_000) as Day

export const toDate = (day: Day): PlainDate =>
  new Date(day * 86_400_000).toISOString().slice(0, 10) as PlainDate

export const later = (day: Day, days: number): Day => (day + days) as Day

/** The same day some years on, or before. Somebody born on 29 February is older on 1 March. */
export function yearsLater(day: Day, years: number): Day {
  const then = new Date(day * 86_400_000)
  then.setUTCFullYear(then.getUTCFullYear() + years)
  return (then.getTime() / 86_400_000) as Day
}

/** The same day of the month some months on; the last of that month where it has no such day. */
export function monthsLater(day: Day, months: number): Day {
  const then = new Date(day * 86_400_000)
  const date = then.getUTCDate()
  then.setUTCMonth(then.getUTCMonth() + months)
  if (then.getUTCDate() !== date) then.setUTCDate(0)
  return (then.getTime() / 86_400_000) as Day
}
