/** One path's children on their way, from event to event, and counted where they are. */

import type { Beginnings } from './beginnings.ts'
import { type Calendar, tickBits, ticks } from './calendar.ts'
import { type Child, ageEnds, classIn, happenings, newborn } from './child.ts'
import { adulthood, distanceCount, groupOf, kindCount } from '../kinds.ts'
import type { Model } from '../learning/fitted.ts'
import { type Path, seedOfChild } from './path.ts'
import {
  type Placing,
  type Weights,
  firstAt,
  movesFrom,
  oddsFor,
  placingOf,
  residentialIn,
} from './placing.ts'
import type { Plan } from './plan.ts'
import type { Tally } from './tallying.ts'
import { Stream } from './stream.ts'
import { Waiting } from './waiting.ts'

type Setting = {
  readonly model: Model
  readonly plan: Plan
  readonly calendar: Calendar
  readonly path: Path
  readonly tally: Tally
}

/** Where a lever leaves no room for what is usual, the last that was drawn is taken after so many. */
const mostTries = 200

export class Journeys {
  readonly #set: Setting
  readonly #waiting: Waiting
  readonly #stream = new Stream()
  readonly #child = newborn()
  readonly #end: number
  #placing: Placing

  constructor(setting: Setting) {
    this.#set = setting
    this.#waiting = new Waiting(setting.path, setting.calendar, this.#stream)
    this.#end = setting.calendar.horizon * ticks
    this.#placing = placingOf(setting.path.drawn, 0)
  }

  enter(authority: number): void {
    this.#placing = placingOf(this.#set.path.drawn, authority)
    this.#waiting.enter(authority)
    this.#set.tally.enter(authority)
  }

  /** A child in care at the start. */
  goOn(beginnings: Beginnings, row: number): void {
    beginnings.place(this.#child, row)
    this.#stream.state = seedOfChild(this.#set.path.seed, beginnings.number[row]!)
    this.#live(this.#child)
  }

  /** An entry, at some moment, at an age of its class. */
  begin(now: number, entering: number, alone: number, seed: number): void {
    const { model, tally, calendar } = this.#set
    const { ages, ageStarts } = model.entries
    const child = this.#child
    this.#stream.state = seed
    const first = ageStarts[entering]!
    const next = ageStarts[entering + 1]!
    const days = next > first ? ages[first + ((this.#stream.next() * (next - first)) | 0)]! : 0
    const month = calendar.monthOf[now >> tickBits]!
    child.kind = this.#choose(this.#placing.first, firstAt(entering, alone), month)
    child.alone = alone
    child.born = now - days * ticks
    child.cared = child.placed = child.now = now
    child.age = classIn(ageEnds, days * ticks)
    tally.flow(child.kind, 0)
    tally.start(child.kind, child.age, month, this.#distance(child.kind))
    this.#live(child)
  }

  #live(child: Child): void {
    const { tally } = this.#set
    for (;;) {
      const { age, now } = child
      const what = this.#waiting.next(child)
      tally.stay(child.kind, age, child.born, now, child.now)
      if (what === happenings.leaves) return tally.flow(child.kind, 1)
      if (what === happenings.nothing)
        return child.born + ticks * adulthood <= this.#end ? tally.flow(child.kind, 2) : undefined
      this.#move(child, what)
    }
  }

  #move(child: Child, how: number): void {
    const { tally, calendar } = this.#set
    const month = calendar.monthOf[child.now >> tickBits]!
    const weights = this.#placing.moves
    const from = movesFrom(child.kind, child.age)
    let to = this.#choose(weights, from, month)
    for (let tries = 1; how === happenings.stepsDown && groupOf[to] !== 0 && tries < mostTries; tries += 1)
      to = this.#choose(weights, from, month)
    tally.flow(child.kind, 4)
    tally.flow(to, 3)
    tally.start(to, child.age, month, this.#distance(to))
    child.kind = to
    child.placed = child.now
  }

  /** The band of a placement that begins. */
  #distance(kind: number): number {
    const { distances } = this.#set.path.drawn
    const row = kind * distanceCount
    const u = this.#stream.aside(3)
    let band = 0
    while (band < distanceCount - 1 && distances[row + band]! < u) band += 1
    return band
  }

  /** Kinds that a trend or a lever makes likelier are taken always, the others as much less often. */
  #choose(sums: Weights, row: number, month: number): number {
    const { path, plan } = this.#set
    const trend = path.drawn.residential[month]!
    const foster = plan.levers.fosterHomes[month]!
    const residential = trend === 1 ? 1 : oddsFor(trend, residentialIn(sums, row))
    const most = Math.max(1, residential, foster)
    for (let tries = 1; ; tries += 1) {
      const u = this.#stream.next() * sums[row + kindCount - 1]!
      let kind = 0
      while (kind < kindCount - 1 && sums[row + kind]! < u) kind += 1
      const factor = groupOf[kind] === 1 ? residential : groupOf[kind] === 0 ? foster : 1
      if (most === factor || this.#stream.next() * most < factor || tries === mostTries) return kind
    }
  }
}
