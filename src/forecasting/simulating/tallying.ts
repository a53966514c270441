/** One path's counts: a stay is told by when it begins and ends, and the months are added up when the path is done. */

import { type Counts, ageCell, authorityCell, distanceCell, flowCount } from './counting.ts'
import { bandOfClass, groupOf } from '../kinds.ts'
import { type Calendar, tickBits, ticks } from './calendar.ts'
import { ageEnds } from './child.ts'

export class Tally {
  readonly #counts: Counts
  readonly #endedBefore: Uint16Array
  /** By month: how many more children, or fewer, than the month before. */
  readonly #changes: Int32Array
  #authority = 0
  #path = 0

  constructor(counts: Counts, { endedBefore }: Calendar) {
    this.#counts = counts
    this.#endedBefore = endedBefore
    this.#changes = new Int32Array((counts.months + 1) * counts.cells)
  }

  begin(path: number): void {
    this.#path = path
    this.#changes.fill(0)
  }

  enter(authority: number): void {
    this.#authority = authority
  }

  /** A stay counts at the end of each month from `from` on and before `until`. `age` is the class at its beginning. */
  stay(kind: number, age: number, born: number, from: number, until: number): void {
    const changes = this.#changes
    const { cells } = this.#counts
    let first = this.#monthsBefore(from)
    const last = this.#monthsBefore(until)
    if (first >= last) return
    const group = authorityCell(this.#authority, groupOf[kind]!)
    changes[first * cells + group]! += 1
    changes[last * cells + group]! -= 1
    const own = ageCell(kind, 0)
    for (let at = age; first < last; at += 1) {
      const older = born + ageEnds[at]!
      const next = older < until ? this.#monthsBefore(older) : last
      if (next <= first) continue
      changes[first * cells + own + bandOfClass[at]!]! += 1
      changes[next * cells + own + bandOfClass[at]!]! -= 1
      first = next
    }
  }

  #monthsBefore(tick: number): number {
    return this.#endedBefore[(tick + ticks - 1) >> tickBits]!
  }

  start(kind: number, age: number, month: number, distance: number): void {
    const { starts, months, cells } = this.#counts
    const from = (this.#path * months + month) * cells
    starts[from + ageCell(kind, bandOfClass[age]!)]! += 1
    starts[from + distanceCell(groupOf[kind]!, distance)]! += 1
    starts[from + authorityCell(this.#authority, groupOf[kind]!)]! += 1
  }

  flow(kind: number, flow: number): void {
    this.#counts.flows[groupOf[kind]! * flowCount + flow]! += 1
  }

  end(): void {
    const { stock, months, cells } = this.#counts
    const changes = this.#changes
    const from = this.#path * months * cells
    for (let cell = 0; cell < cells; cell += 1) stock[from + cell] = changes[cell]!
    for (let at = cells; at < months * cells; at += 1)
      stock[from + at] = stock[from + at - cells]! + changes[at]!
  }
}
