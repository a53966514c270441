/** The model learned from a history: leaving, moving, entries, and where children are placed. */

import { type Arrivals, arrivalsFrom, groupsIn, towardsCell } from './arrivals.ts'
import { distancesFrom } from './distances.ts'
import { type History, endings, inCareOn } from '../history.ts'
import { classCount, classOfMonth, daysInYear, groupCount, groupOf, kindCount, monthOfAge } from '../kinds.ts'
import type { Hazard, Model, Start } from './fitted.ts'
import { type Pooled, meanOf, pool } from './pooling.ts'
import { type Rates, ratesFrom } from './rates.ts'
import { destinationsFrom, firstKindsFrom } from './shares.ts'
import { type Fitted, againstUsual, classAtEntry, destinationOf, entriesOf, tallyOf } from './tallies.ts'
import { trendIn } from './trend.ts'

export function fit(history: History): Model {
  const tallies = tallyOf(history)
  const leaving = ratesFrom(tallies.leaving.events, tallies.leaving.days)
  const moving = ratesFrom(tallies.moving.events, tallies.moving.days)
  const years = Math.max(1, Math.round((history.endsOn + 1 - Math.min(...history.startsOn)) / daysInYear))
  const fitted = againstUsual(history, { leaving: meansOf(leaving), moving: meansOf(moving) }, years)
  const arrivals = arrivalsFrom(history)
  const destinations = destinationsFrom(tallies.destinations)
  const choices = choicesIn(history, arrivals, destinations)
  const { placed, ...entries } = arrivals
  return {
    authorities: history.authorities,
    origin: history.endsOn,
    leaving: hazard(leaving, fitted.leaving),
    moving: hazard(moving, fitted.moving),
    entries: { ...entries, kinds: firstKindsFrom(placed) },
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

type Choice = {
  readonly authority: number
  readonly year: number
  readonly to: number
  readonly shares: number[]
}

/** Every placement made by entry or move, beside the shares of the groups that were usual for such a child. */
function choicesIn(history: History, { placed }: Arrivals, destinations: Float64Array): Choice[] {
  const first = firstKindsFrom(placed)
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
