/** The simulation: every child of every path, from event to event, by the hazards of that path. */

import { type Counts, countsFor } from './counting.ts'
import { draw, entrantsOf } from './drawing.ts'
import { Journeys } from './journeys.ts'
import { classCount } from '../kinds.ts'
import type { Model, Start } from '../learning/fitted.ts'
import { Outlook } from './outlook.ts'
import { placingOf } from './placing.ts'
import type { Plan } from './plan.ts'
import { gamma, mixed, poisson, throwsOf } from './throws.ts'

/** Paths `first` to `first + paths`. Each has its own seed: the same whoever simulates it, beside whichever others. */
export function simulate(
  model: Model,
  start: Start,
  plan: Plan,
  range: { first: number; paths: number },
): Counts {
  const counts = countsFor(range.paths, plan.months, model.authorities.length)
  const placing = placingOf(model)
  const outlook = new Outlook(start, plan)
  const rows = rowsByAuthority(start, model.authorities.length)
  for (let path = 0; path < range.paths; path += 1) {
    const number = range.first + path
    const by = throwsOf(plan.seed, number)
    const drawn = draw(by, model, plan)
    const journeys = new Journeys({ model, plan, drawn, placing, counts, path, outlook })
    outlook.expectAll(counts, path)
    const own = mixed(mixed(plan.seed) + number)
    for (const [authority, children] of rows.entries()) {
      journeys.enter(authority)
      for (const at of children) journeys.goOn(start, at, mixed(own + Math.imul(at, 0x9e3779b9)))
      for (const alone of [0, 1]) {
        const entrants = entrantsOf(drawn, authority, alone)
        const key = mixed(own ^ mixed(0x10000 + authority * 2 + alone))
        const arriving = { authority, alone, key, spread: model.entries.spread[alone]! }
        for (let month = 0; month < plan.months; month += 1)
          arrive(journeys, { ...arriving, month, ...entrants }, drawn.rhythm[month * 2 + alone]!)
      }
    }
  }
  return counts
}

type Arriving = {
  authority: number
  alone: number
  key: number
  month: number
  spread: number
  daily: number
  shares: Float64Array
}

function arrive(journeys: Journeys, arriving: Arriving, rhythm: number): void {
  const { key, month, daily, shares, alone, spread } = arriving
  const by = throwsOf(key, month)
  const shock = spread > 0.001 ? gamma(by, 1 / spread) * spread : 1
  const { from, days } = journeys.month(month)
  const count = poisson(by, daily * days * rhythm * shock)
  for (let entrant = 0; entrant < count; entrant += 1) {
    const at = mixed(key + Math.imul(month * 4096 + entrant, 0x85ebca6b))
    const u = mixed(at ^ 0x2545f491) / 4294967296
    let age = 0
    while (age < classCount - 1 && shares[age]! < u * daily) age += 1
    journeys.begin({ from: from + (mixed(at ^ 0x6c8e9cf5) / 4294967296) * days, age, alone, seed: at })
  }
}

const rowsByAuthority = ({ count, authority }: Start, authorities: number): number[][] => {
  const rows = Array.from({ length: authorities }, (): number[] => [])
  for (let at = 0; at < count; at += 1) rows[authority[at]!]!.push(at)
  return rows
}
