/** One path's children on their way: each waits for its next event, month by month, and is counted where it is. */

import { type Counts, flowCount, regionCells } from './counting.ts'
import type { Drawn } from './drawing.ts'
import {
  adulthood,
  bandCount,
  bandOfMonth,
  classOfMonth,
  daysInMonth,
  groupCount,
  groupOf,
} from '../kinds.ts'
import type { Model, Start } from '../learning/fitted.ts'
import { type Outlook, classOfStayLength as stay } from './outlook.ts'
import { type Placing, firstAt, movesFrom, residentialIn, oddsFor } from './placing.ts'
import type { Plan } from './plan.ts'
import { cellCount, cellOf } from '../learning/rates.ts'
import { stratumOf } from '../learning/tallies.ts'
import { mixed } from './throws.ts'

type Moment = { now: number; born: number; cared: number; placed: number; wait: number }

type Setting = {
  readonly model: Model
  readonly plan: Plan
  readonly drawn: Drawn
  readonly placing: Placing
  readonly counts: Counts
  readonly path: number
  readonly outlook: Outlook
}

const perMonth = 1 / daysInMonth

export class Journeys {
  readonly #set: Setting
  readonly #leaving = [new Float64Array(cellCount), new Float64Array(cellCount)]
  readonly #moving = [new Float64Array(cellCount), new Float64Array(cellCount)]
  readonly #reunified: Float64Array
  #authority = 0
  #state = 0

  constructor(setting: Setting) {
    this.#set = setting
    this.#reunified = setting.model.reunifiedShare
  }

  month(month: number): { from: number; days: number } {
    const { ends } = this.#set.plan
    const from = month === 0 ? 0 : ends[month - 1]!
    return { from, days: ends[month]! - from }
  }

  enter(authority: number): void {
    this.#authority = authority
    const { leaving, moving } = this.#set.drawn
    const perKind = cellCount / groupOf.length
    for (const alone of [0, 1])
      for (let cell = 0; cell < cellCount; cell += 1) {
        const stratum = stratumOf(authority, groupOf[(cell / perKind) | 0]!, alone)
        this.#leaving[alone]![cell] = leaving.cells[cell]! * leaving.strata[stratum]!
        this.#moving[alone]![cell] = moving.cells[cell]! * moving.strata[stratum]!
      }
  }

  /** Most children stay where they are: only from the month of a first event are they followed. */
  goOn(start: Start, at: number, seed: number): void {
    this.#state = seed
    const { plan, drawn, outlook } = this.#set
    const wait = -Math.log(this.#next())
    const alone = start.alone[at]!
    const { month, used } = outlook.isSteady
      ? outlook.firstEvent(at, wait, { leaving: this.#leaving[alone]!, moving: this.#moving[alone]!, drawn })
      : { month: 0, used: 0 }
    if (month < 0) return
    const { counts, path } = this.#set
    outlook.forget(at, month, counts, path)
    this.#live(start.kind[at]!, alone, {
      now: this.month(month).from,
      born: start.bornOn[at]! - plan.origin,
      cared: start.inCareFrom[at]! - plan.origin,
      placed: start.placedFrom[at]! - plan.origin,
      wait: wait - used,
    })
  }

  /** An entry, at some moment, at an age of its class. */
  begin({ from, age, alone, seed }: { from: number; age: number; alone: number; seed: number }): void {
    this.#state = seed
    const { ages, ageStarts } = this.#set.model.entries
    const [first, next] = [ageStarts[age]!, ageStarts[age + 1]!]
    const days = next > first ? ages[first + ((this.#next() * (next - first)) | 0)]! : 0
    const month = this.#monthAt(from)
    const kind = this.#choose(this.#set.placing.first[this.#authority]!, firstAt(age, alone), month)
    this.#flow(kind, 0)
    this.#start(kind, days, month)
    this.#live(kind, alone, {
      now: from,
      born: from - days,
      cared: from,
      placed: from,
      wait: -Math.log(this.#next()),
    })
  }

  #live(first: number, alone: number, at: Moment): void {
    const { plan, drawn } = this.#set
    const [leaving, moving] = [this.#leaving[alone]!, this.#moving[alone]!]
    const adult = at.born + adulthood
    let [kind, now, placed, month] = [first, at.now, at.placed, this.#monthAt(at.now)]
    let wait = at.wait
    while (month < plan.months) {
      const end = plan.ends[month]!
      const until = end < adult ? end : adult
      const middle = (now + until) / 2
      const age = classOfMonth[((middle - at.born) * perMonth) | 0]!
      const row = cellOf(kind, age, 0)
      const leave =
        leaving[row + stay(middle - at.cared)]! * drawn.leaving.trend[month]! * this.#homeward(age, month)
      const step = groupOf[kind] === 1 ? plan.levers.stepDown[month]! : 0
      const hazard = leave + step + moving[row + stay(middle - placed)]! * drawn.moving.trend[month]!
      const used = hazard * (until - now)
      if (wait > used) {
        wait -= used
        if (end >= adult) return this.#flow(kind, 2)
        this.#count(kind, end - at.born, month)
        now = end
        month += 1
        continue
      }
      now += wait / hazard
      const u = this.#next() * hazard
      if (u < leave) return this.#flow(kind, 1)
      kind = this.#move(kind, age, month, u < leave + step)
      this.#start(kind, now - at.born, month)
      placed = now
      wait = -Math.log(this.#next())
    }
  }

  #homeward(age: number, month: number): number {
    return 1 + this.#reunified[age]! * (this.#set.plan.levers.reunification[month]! - 1)
  }

  #move(kind: number, age: number, month: number, stepsDown: boolean): number {
    const weights = this.#set.placing.moves[this.#authority]!
    let to = this.#choose(weights, movesFrom(kind, age), month)
    for (let tries = 0; stepsDown && groupOf[to] !== 0 && tries < 200; tries += 1)
      to = this.#choose(weights, movesFrom(kind, age), month)
    this.#flow(kind, 4)
    this.#flow(to, 3)
    return to
  }

  /** Kinds that a trend or a lever makes likelier are taken always, the others as much less often. */
  #choose(sums: Float64Array, row: number, month: number): number {
    const { drawn, plan } = this.#set
    const [trend, foster] = [drawn.residential[month]!, plan.levers.fosterHomes[month]!]
    const residential = trend === 1 ? 1 : oddsFor(trend, residentialIn(sums, row))
    const most = Math.max(1, residential, foster)
    for (;;) {
      const u = this.#next()
      let kind = 0
      while (kind < groupOf.length - 1 && sums[row + kind]! < u) kind += 1
      const factor = groupOf[kind] === 1 ? residential : groupOf[kind] === 0 ? foster : 1
      if (most === factor || this.#next() * most < factor) return kind
    }
  }

  #next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0
    return (mixed(this.#state) + 0.5) / 4294967296
  }

  #monthAt(day: number): number {
    const { ends } = this.#set.plan
    let month = 0
    while (month < ends.length && ends[month]! <= day) month += 1
    return month
  }

  #count(kind: number, age: number, month: number): void {
    const { counts, path } = this.#set
    const from = (path * counts.months + month) * counts.cells
    counts.stock[from + kind * bandCount + bandOfMonth[(age * perMonth) | 0]!]! += 1
    counts.stock[from + regionCells + this.#authority * groupCount + groupOf[kind]!]! += 1
  }

  #start(kind: number, age: number, month: number): void {
    const { counts, path } = this.#set
    const from = (path * counts.months + month) * counts.cells
    counts.starts[from + kind * bandCount + bandOfMonth[Math.min(215, (age * perMonth) | 0)]!]! += 1
    counts.starts[from + regionCells + this.#authority * groupCount + groupOf[kind]!]! += 1
  }

  #flow(kind: number, flow: number): void {
    this.#set.counts.flows[groupOf[kind]! * flowCount + flow]! += 1
  }
}
