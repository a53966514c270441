/** Days as whole numbers, for the million sums of a simulation; `#shared/dates` would take a minute over them. */

import type { Brand } from '#shared/brand'
import type { PlainDate } from '#shared/dates'

/** Days since the calendar's first. */
export type Day = Brand<number, 'Day'>

/** Everybody in the simulation was born after the first; no plan reaches beyond the last. */
const [first, last] = ['1983-01-01' as PlainDate, '2045-12-31' as PlainDate]
const years: number[] = []
for (let year = 1983; year <= 2045; year += 1) years.push(year)

const dates: PlainDate[] = years.flatMap(year => daysOf(year))
const numbers = new Map(dates.map((date, number) => [date, number as Day]))
const british = dates.map(date => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`)

export function dayOf(date: PlainDate): Day {
  const day = numbers.get(date)
  if (day === undefined) throw new RangeError(`${date} is not between ${first} and ${last}`)
  return day
}

export function dateOf(day: Day): PlainDate {
  const date = dates[day]
  if (date === undefined) throw new RangeError(`day ${day} is not between ${first} and ${last}`)
  return date
}

/** As a return writes it: 31/03/2026. */
export const written = (day: Day | null): string => (day === null ? '' : british[day]!)

export const later = (day: Day, days: number): Day => (day + Math.round(days)) as Day
export const day = (year: number, monthAndDay: string): Day => dayOf(`${year}-${monthAndDay}` as PlainDate)
export const yearOf = (of: Day): number => Number(dates[of]!.slice(0, 4))

/** The day somebody reaches an age; born on 29 February, they reach it on 1 March. */
export function birthday(born: Day, age: number): Day {
  const monthAndDay = dates[born]!.slice(5)
  const year = yearOf(born) + age
  return numbers.get(`${year}-${monthAndDay}` as PlainDate) ?? day(year, '03-01')
}

/** Whole years lived. */
export function ageOn(born: Day, on: Day): number {
  const [birth, now] = [dates[born]!, dates[on]!]
  return yearOf(on) - yearOf(born) - (now.slice(5) < birth.slice(5) ? 1 : 0)
}

/** The collection year a day falls in: 2026 runs from 1 April 2025 to 31 March 2026. */
export const collectionYear = (on: Day): number => yearOf(on) + (dates[on]!.slice(5) >= '04-01' ? 1 : 0)
export const yearStart = (year: number): Day => day(year - 1, '04-01')
export const yearEnd = (year: number): Day => day(year, '03-31')

function daysOf(year: number): PlainDate[] {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const two = (number: number) => String(number).padStart(2, '0')
  return lengths.flatMap((length, month) =>
    Array.from({ length }, (_, i) => `${year}-${two(month + 1)}-${two(i + 1)}` as PlainDate),
  )
}
