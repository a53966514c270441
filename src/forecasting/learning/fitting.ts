/** The model learned from a history: leaving, moving, entries, and where children are placed. */

import { type Arrivals, arrivalsFrom, groupsIn, towardsCell } from './arrivals.ts'
import { distancesFrom } from './distances.ts'
import { type History, endings, inCareOn } from '../history.ts'
import { classCount, classOfMonth, daysInYear, groupCount, groupOf, kindCount, monthOfAge } from '../kinds.ts'
import type { Hazard, Model, Start } from './fitted.ts'
import { type Pooled, meanOf, pool } from './pooling.ts'
import { type Rates, ratesFrom } from './rates.ts'
import {
  type Fitted,
  type Tallies,
  againstUsual,
  classAtEntry,
  destinationOf,
  entriesOf,
  tallyOf,
} from './tallies.ts'
import { trendIn } from './trend.ts'

export function fit(history: History): Model {
  const tallies = tallyOf(history)
  const leaving = ratesFrom(tallies.leaving.events, tallies.leaving.days)
  const moving = ratesFrom(tallies.moving.events, tallies.moving.days)
  const years = Math.max(1, Math.round((history.endsOn + 1 - Math.min(...history.startsOn)) / daysInYear))
  const fitted = againstUsual(history, { leaving: meansOf(leaving), moving: meansOf(moving) }, years)
  const arrivals = arrivalsFrom(history)
  const destinations = destinationsFrom(tallies)
  const choices = choicesIn(history, arrivals, destinations)
  const { placed, ...entries } = arrivals
  return {
    authorities: history.authorities,
    origin: history.endsOn,
    leaving: hazard(leaving, fitted.leaving),
    moving: hazard(moving, fitted.moving),
    entries: { ...entries, kinds: firstKinds(placed) },
    destinations,
    towards: towardsOf(choices),
    residential: residentialTrend(choices, years),
    distances: distancesFrom(history),
    reunifiedShare: tallies.left.map((left, age) => (left > 0 ? tallies.reunified[age]! / left : 0)),
  }
}

const meansOf = ({ usual, cells }: Rates): Float64Array => usual.map((rate, at) => rate * meanOf(cells, at))

const hazard = ({ usual, cells }: Rates, { byStratum, byYear }: Fitted): Hazard => ({
  usual,
  cells,
  strata: pool(byStratum.events, byStratum.days),
  trend: trendIn(
    [...byYear.events],
    [...byYear.days],
    [...byYear.days].map((_, year) => -year - 0.5),
  ),
})

/** How many moves the prior of a row is worth. */
export const usualMoves = 10

/** Weights of each kind moved to: each age's own counts, with those of all ages as a prior. */
function destinationsFrom({ destinations }: Tallies): Float64Array {
  const all = new Float64Array(kindCount * kindCount)
  const anywhere = new Float64Array(kindCount)
  for (let from = 0; from < kindCount; from += 1)
    for (let age = 0; age < classCount; age += 1)
      for (let to = 0; to < kindCount; to += 1) {
        all[from * kindCount + to]! += destinations[destinationOf(from, age, to)]!
        anywhere[to]! += destinations[destinationOf(from, age, to)]!
      }
  const total = anywhere.reduce((sum, each) => sum + each, 0) || 1
  const result = new Float64Array(destinations.length)
  for (let from = 0; from < kindCount; from += 1) {
    const prior = Array.from(anywhere, (each, to) => all[from * kindCount + to]! + (2 * each) / total)
    const weight = prior.reduce((sum, each) => sum + each, 0)
    for (let age = 0; age < classCount; age += 1)
      for (let to = 0; to < kindCount; to += 1) {
        const at = destinationOf(from, age, to)
        result[at] = destinations[at]! + (usualMoves * prior[to]!) / weight
      }
  }
  return result
}

/** First placements: each age's own, with those of all ages as a prior worth five. By age class, alone, kind. */
function firstKinds(placed: Float64Array): Float64Array {
  return placed.map((count, cell) => {
    const kind = cell % kindCount
    const alone = Math.floor(cell / kindCount) % 2
    let [all, mine] = [0, 0]
    for (let age = 0; age < classCount; age += 1) {
      mine += placed[(age * 2 + alone) * kindCount + kind]!
      for (let k = 0; k < kindCount; k += 1) all += placed[(age * 2 + alone) * kindCount + k]!
    }
    return count + (all > 0 ? (5 * mine) / all : 1 / kindCount)
  })
}

type Choice = {
  readonly authority: number
  readonly year: number
  readonly to: number
  readonly shares: number[]
}

/** Every placement made by entry or move, beside the shares of the groups that were usual for such a child. */
function choicesIn(history: History, { placed }: Arrivals, destinations: Float64Array): Choice[] {
  const first = firstKinds(placed)
  const choices: Choice[] = []
  const add = (at: number, day: number, weights: Float64Array, from: number) => {
    const groups = groupsIn(weights, from)
    const total = groups.reduce((sum, each) => sum + each, 0)
    const year = Math.floor((history.endsOn - day) / daysInYear)
    const shares = groups.map(each => each / total)
    choices.push({ authority: history.authority[at]!, year, to: groupOf[history.kind[at]!]!, shares })
  }
  for (const at of entriesOf(history))
    add(at, history.from[at]!, first, (classAtEntry(history, at) * 2 + history.alone[at]!) * kindCount)
  for (let at = 0; at + 1 < history.count; at += 1) {
    const day = history.until[at]!
    if (history.ending[at] !== endings.move || day > history.endsOn) continue
    if (day < history.startsOn[history.authority[at]!]!) continue
    const age = Math.min(classCount - 1, classOfMonth[monthOfAge(day - history.bornOn[at]!)]!)
    add(at + 1, day, destinations, destinationOf(history.kind[at]!, age, 0))
  }
  return choices
}

function towardsOf(choices: readonly Choice[]): Pooled {
  const authorities = choices.reduce((most, { authority }) => Math.max(most, authority + 1), 1)
  const observed = new Float64Array(authorities * groupCount)
  const expected = new Float64Array(authorities * groupCount)
  for (const { authority, to, shares } of choices) {
    observed[towardsCell(authority, to)]! += 1
    for (const [group, share] of shares.entries()) expected[towardsCell(authority, group)]! += share
  }
  return pool(observed, expected)
}

function residentialTrend(choices: readonly Choice[], years: number) {
  const [observed, expected] = [Array<number>(years).fill(0), Array<number>(years).fill(0)]
  for (const { year, to, shares } of choices) {
    if (year >= years) continue
    observed[year]! += to === 1 ? 1 : 0
    expected[year]! += shares[1]!
  }
  return trendIn(
    observed,
    expected,
    observed.map((_, year) => -year - 0.5),
  )
}

/** Those in care at the end of the history. */
export function startFrom(history: History): Start {
  const rows = inCareOn(history, history.endsOn)
  const pick = <T extends Uint8Array | Uint16Array | Int32Array>(column: T): T =>
    (column.constructor as unknown as { from: (of: number[]) => T }).from(rows.map(at => column[at]!))
  return {
    count: rows.length,
    authority: pick(history.authority),
    kind: pick(history.kind),
    alone: pick(history.alone),
    bornOn: pick(history.bornOn),
    inCareFrom: pick(history.inCareFrom),
    placedFrom: pick(history.from),
  }
}
