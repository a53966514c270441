/** Entries to care learned from the history: how many, when in the year, how old, and where they are first placed. */

import type { History } from '../history.ts'
import { adulthood, classCount, daysInYear, groupCount, groupOf, kindCount } from '../kinds.ts'
import type { Entries } from './fitted.ts'
import { meanOf, pool } from './pooling.ts'
import { classAtEntry, entriesOf } from './tallies.ts'
import { trendIn } from './trend.ts'

/** Where an authority, an age class and whether unaccompanied stands in a column. */
export const entryCell = (authority: number, age: number, alone: number): number =>
  (authority * classCount + age) * 2 + alone

export type Arrivals = Omit<Entries, 'kinds'> & {
  /** First placements by age class, whether unaccompanied, and kind. */
  readonly placed: Float64Array
}

export function arrivalsFrom(history: History): Arrivals {
  const rows = entriesOf(history)
  const { levels, placed } = counted(history, rows)
  const byKind = ([0, 1] as const).map(alone => {
    const own = rows.filter(at => history.alone[at] === alone)
    return { ...rhythm(history, own), trend: trendOfEntries(history, own) }
  })
  return {
    ...levels,
    ...agesOf(history, rows),
    placed,
    trends: [byKind[0]!.trend, byKind[1]!.trend],
    season: [byKind[0]!.season, byKind[1]!.season],
    spread: [byKind[0]!.spread, byKind[1]!.spread],
  }
}

/** Authorities' levels are their own (they differ in size); ages within them are drawn to the region's. */
function counted(history: History, rows: readonly number[]) {
  const authorities = history.authorities.length
  const counts = new Float64Array(authorities * classCount * 2)
  const own = new Float64Array(authorities * 2)
  const ages = new Float64Array(classCount * 2)
  const all = [0, 0]
  const placed = new Float64Array(classCount * 2 * kindCount)
  for (const at of rows) {
    const [authority, alone, age] = [history.authority[at]!, history.alone[at]!, classAtEntry(history, at)]
    counts[entryCell(authority, age, alone)]! += 1
    own[authority * 2 + alone]! += 1
    ages[age * 2 + alone]! += 1
    all[alone]! += 1
    placed[(age * 2 + alone) * kindCount + history.kind[at]!]! += 1
  }
  const expected = counts.map((_, cell) => {
    const alone = cell % 2
    const authority = Math.floor(cell / 2 / classCount)
    const age = Math.floor(cell / 2) % classCount
    return all[alone]! > 0 ? (own[authority * 2 + alone]! * ages[age * 2 + alone]!) / all[alone]! : 0
  })
  const pooled = pool(counts, expected)
  const days = (authority: number) => Math.max(1, history.endsOn - history.startsOn[authority]! + 1)
  const rate = counts.map((_, cell) => {
    const perDay = expected[cell]! / days(Math.floor(cell / 2 / classCount))
    return perDay > 0 ? pooled.rate[cell]! / perDay : Infinity
  })
  return { levels: { shape: pooled.shape, rate }, placed }
}

/** Months of the year, drawn to none being different; and how far months differ beyond chance when that is known. */
function rhythm(history: History, rows: readonly number[]) {
  const first = Math.min(...history.startsOn)
  const months = new Map<number, number>()
  for (let day = first; day <= history.endsOn; day += 1)
    months.set(monthNumber(day), (months.get(monthNumber(day)) ?? 0) + 1)
  const seen = new Map<number, number>()
  for (const at of rows)
    seen.set(monthNumber(history.from[at]!), (seen.get(monthNumber(history.from[at]!)) ?? 0) + 1)
  const daily = rows.length / Math.max(1, history.endsOn - first + 1)
  const [observed, expected] = [new Float64Array(12), new Float64Array(12)]
  for (const [month, days] of months) {
    observed[month % 12]! += seen.get(month) ?? 0
    expected[month % 12]! += days * daily
  }
  const pooled = pool(observed, expected)
  const season = observed.map((_, month) => meanOf(pooled, month))
  let [beyond, squares] = [0, 0]
  for (const [month, days] of months) {
    const usual = days * daily * season[month % 12]!
    beyond += ((seen.get(month) ?? 0) - usual) ** 2 - usual
    squares += usual * usual
  }
  const unsure = Math.sqrt(2 * months.size) / Math.max(1, squares ** 0.5)
  return {
    season,
    spread: rows.length > 100 ? Math.max(0, beyond / squares - unsure / Math.sqrt(months.size)) : 0,
  }
}

const monthNumber = (day: number): number => {
  const date = new Date(day * 86_400_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

function trendOfEntries(history: History, rows: readonly number[]) {
  const years = Math.floor((history.endsOn + 1 - Math.max(...history.startsOn)) / daysInYear + 0.02)
  const observed = Array.from({ length: Math.max(0, years) }, () => 0)
  for (const at of rows) {
    const year = Math.floor((history.endsOn - history.from[at]!) / daysInYear)
    if (year < years) observed[year]! += 1
  }
  return trendIn(
    observed,
    observed.map(() => 1),
    observed.map((_, year) => -year - 0.5),
    0.5,
  )
}

function agesOf(history: History, rows: readonly number[]) {
  const lists = Array.from({ length: classCount }, (): number[] => [])
  for (const at of rows) lists[classAtEntry(history, at)]!.push(ageAtEntry(history, at))
  const starts = [0]
  for (const list of lists) starts.push(starts.at(-1)! + list.length)
  return { ages: Int32Array.from(lists.flat()), ageStarts: Int32Array.from(starts) }
}

/** In days. Whom the returns let enter before birth or of age has a wrong birthday: the nearest age that can be. */
const ageAtEntry = ({ from, bornOn }: History, at: number): number =>
  Math.max(0, Math.min(adulthood - 1, from[at]! - bornOn[at]!))

/** By group: how often each authority uses it for entries and moves, against the region at the same ages. */
export const towardsCell = (authority: number, group: number): number => authority * groupCount + group
export const groupsIn = (weights: Float64Array, from: number): number[] => {
  const sums = [0, 0, 0, 0]
  for (let kind = 0; kind < kindCount; kind += 1) sums[groupOf[kind]!]! += weights[from + kind]!
  return sums
}
