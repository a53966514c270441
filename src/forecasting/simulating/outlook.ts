/** What becomes of the children in care at the start if nothing happens to them but age: worked out once. */

import { type Counts, flowCount, regionCells } from './counting.ts'
import type { DrawnHazard } from './drawing.ts'
import {
  adulthood,
  bandCount,
  bandOfMonth,
  classOfMonth,
  daysInMonth,
  groupCount,
  groupOf,
  stayCount,
  stayOfHalfMonth,
} from '../kinds.ts'
import type { Start } from '../learning/fitted.ts'
import type { Plan } from './plan.ts'
import { cellOf } from '../learning/rates.ts'

type Hazards = {
  readonly leaving: Float64Array
  readonly moving: Float64Array
  readonly drawn: { readonly leaving: DrawnHazard; readonly moving: DrawnHazard }
}

export class Outlook {
  /** Whether no lever changes the hazards from month to month. */
  readonly isSteady: boolean
  readonly #start: Start
  readonly #months: number
  /** By child and month: the cells of the two hazards, days at risk, and the cell in which the child is counted. */
  readonly #leave: Uint16Array
  readonly #move: Uint16Array
  readonly #days: Float32Array
  readonly #counted: Int16Array
  /** Months in which each child is at risk, and whether the last ends with coming of age. */
  readonly #at: Uint8Array
  readonly #stock: Uint16Array
  readonly #cells: number

  constructor(start: Start, plan: Plan) {
    const size = start.count * plan.months
    this.isSteady = [
      plan.levers.reunification.every(each => each === 1),
      plan.levers.stepDown.every(each => each === 0),
    ].every(Boolean)
    this.#start = start
    this.#months = plan.months
    this.#leave = new Uint16Array(size)
    this.#move = new Uint16Array(size)
    this.#days = new Float32Array(size)
    this.#counted = new Int16Array(size).fill(-1)
    this.#at = new Uint8Array(start.count)
    const authorities = start.authority.reduce((most, each) => Math.max(most, each + 1), 1)
    this.#cells = regionCells + authorities * groupCount
    this.#stock = new Uint16Array(plan.months * this.#cells)
    for (let child = 0; child < start.count; child += 1) this.#foresee(child, plan)
  }

  #foresee(child: number, { origin, ends, months }: Plan): void {
    const start = this.#start
    const kind = start.kind[child]!
    const born = start.bornOn[child]! - origin
    for (let month = 0, from = 0; month < months && from < born + adulthood; month += 1) {
      const until = Math.min(ends[month]!, born + adulthood)
      const middle = (from + until) / 2
      const at = child * months + month
      const row = cellOf(kind, classOfMonth[((middle - born) / daysInMonth) | 0]!, 0)
      this.#leave[at] = row + classOfStayLength(middle - (start.inCareFrom[child]! - origin))
      this.#move[at] = row + classOfStayLength(middle - (start.placedFrom[child]! - origin))
      this.#days[at] = until - from
      this.#at[child] = month + 1
      if (ends[month]! < born + adulthood) {
        const band = bandOfMonth[((ends[month]! - born) / daysInMonth) | 0]!
        this.#counted[at] = kind * bandCount + band
        this.#stock[month * this.#cells + kind * bandCount + band]! += 1
        this.#stock[month * this.#cells + this.#groupCell(child)]! += 1
      }
      from = until
      if (until < ends[month]!) break
    }
  }

  #groupCell(child: number): number {
    return regionCells + this.#start.authority[child]! * groupCount + groupOf[this.#start.kind[child]!]!
  }

  /** The month of a child's first event, and how much of its wait was used before; -1 where there is none. */
  firstEvent(
    child: number,
    wait: number,
    { leaving, moving, drawn }: Hazards,
  ): { month: number; used: number } {
    const [leave, move, days] = [this.#leave, this.#move, this.#days]
    const [leavingTrend, movingTrend] = [drawn.leaving.trend, drawn.moving.trend]
    const first = child * this.#months
    const months = this.#at[child]!
    let used = 0
    for (let month = 0; month < months; month += 1) {
      const at = first + month
      const more =
        (leaving[leave[at]!]! * leavingTrend[month]! + moving[move[at]!]! * movingTrend[month]!) * days[at]!
      if (used + more >= wait) return { month, used }
      used += more
    }
    return none
  }

  /** Counts everybody as if nothing happened. */
  expectAll(counts: Counts, path: number): void {
    const from = path * counts.months * counts.cells
    for (let month = 0; month < counts.months; month += 1)
      for (let cell = 0; cell < this.#cells; cell += 1)
        counts.stock[from + month * counts.cells + cell] = this.#stock[month * this.#cells + cell]!
    for (let child = 0; child < this.#start.count; child += 1) this.#comeOfAge(child, counts, 1)
  }

  /** From a month on, a child is counted by what happens and no more as expected. */
  forget(child: number, from: number, counts: Counts, path: number): void {
    const group = this.#groupCell(child)
    for (let month = from; month < this.#at[child]!; month += 1) {
      const cell = this.#counted[child * this.#months + month]!
      if (cell < 0) break
      const row = (path * counts.months + month) * counts.cells
      counts.stock[row + cell]! -= 1
      counts.stock[row + group]! -= 1
    }
    this.#comeOfAge(child, counts, -1)
  }

  #comeOfAge(child: number, { flows }: Counts, by: number): void {
    const months = this.#at[child]!
    if (months > 0 && this.#counted[child * this.#months + months - 1]! < 0)
      flows[groupOf[this.#start.kind[child]!]! * flowCount + 2]! += by
  }
}

const none = { month: -1, used: 0 }
const perHalf = 2 / daysInMonth

export function classOfStayLength(days: number): number {
  const half = (days * perHalf) | 0
  return half > 121 ? stayCount - 1 : stayOfHalfMonth[half]!
}
