/** The simulation: every child of every path, from event to event, by the hazards of that path. */

import { Beginnings } from './beginnings.ts'
import { type Calendar, calendarOf, ticks } from './calendar.ts'
import { type Counts, countsFor } from './counting.ts'
import { entrantsOf } from './drawing.ts'
import { Journeys } from './journeys.ts'
import { classCount } from '../kinds.ts'
import type { Model, Start } from '../learning/fitted.ts'
import { type Path, pathOf } from './path.ts'
import type { Plan } from './plan.ts'
import { Stream } from './stream.ts'
import { Tally } from './tallying.ts'
import { gamma, mixed, poisson } from './throws.ts'

export type Range = { readonly first: number; readonly paths: number }

/** Paths `first` to `first + paths`. Each has its own seed: the same whoever simulates it, beside whichever others. */
export const simulate = (model: Model, start: Start, plan: Plan, range: Range): Counts =>
  simulator(model, start, plan)(range)

/** For several ranges: what is alike in all is worked out once. */
export function simulator(model: Model, start: Start, plan: Plan): (range: Range) => Counts {
  const calendar = calendarOf(plan)
  const beginnings = new Beginnings(start, plan.origin)
  return range => {
    const counts = countsFor(range.paths, plan.months, model.authorities.length)
    const tally = new Tally(counts, calendar)
    for (let at = 0; at < range.paths; at += 1) {
      const path = pathOf(range.first + at, model, plan)
      tally.begin(at)
      walk(new Journeys({ model, plan, calendar, path, tally }), { model, beginnings, calendar, path })
      tally.end()
    }
    return counts
  }
}

type Walking = {
  readonly model: Model
  readonly beginnings: Beginnings
  readonly calendar: Calendar
  readonly path: Path
}

const stream = new Stream()

/** One authority after another: those who are there go on, and others arrive. */
function walk(journeys: Journeys, { model, beginnings, calendar, path }: Walking): void {
  let at = 0
  for (const authority of model.authorities.keys()) {
    journeys.enter(authority)
    for (; at < beginnings.count && beginnings.authority[at] === authority; at += 1)
      journeys.goOn(beginnings, at)
    for (const alone of [0, 1]) {
      const entrants = entrantsOf(path.drawn, authority, alone)
      const key = mixed(path.seed ^ mixed(0x10000 + authority * 2 + alone))
      const arriving = { calendar, authority, alone, key, spread: model.entries.spread[alone]! }
      for (let month = 0; month < calendar.months; month += 1)
        arrive(journeys, { ...arriving, month, ...entrants }, path.drawn.rhythm[month * 2 + alone]!)
    }
  }
}

type Arriving = {
  calendar: Calendar
  authority: number
  alone: number
  key: number
  month: number
  spread: number
  daily: number
  shares: Float64Array
}

function arrive(journeys: Journeys, arriving: Arriving, rhythm: number): void {
  const { calendar, key, month, daily, shares, alone, spread } = arriving
  stream.state = mixed(key + Math.imul(month + 1, 0x632be5ab)) | 0
  const by = () => stream.next()
  const shock = spread > 0.001 ? gamma(by, 1 / spread) * spread : 1
  const from = calendar.begins[month]!
  const days = calendar.begins[month + 1]! - from
  const count = poisson(by, daily * days * rhythm * shock)
  for (let entrant = 0; entrant < count; entrant += 1) {
    const at = mixed(key + Math.imul(month * 4096 + entrant, 0x85ebca6b))
    const u = mixed(at ^ 0x2545f491) / 4294967296
    let age = 0
    while (age < classCount - 1 && shares[age]! < u * daily) age += 1
    const moment = from + (mixed(at ^ 0x6c8e9cf5) / 4294967296) * days
    journeys.begin(Math.floor(moment * ticks), age, alone, at | 0)
  }
}
