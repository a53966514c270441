/** Events of one sort among the children of one authority: how likely each is, added up over the length of a stay. */

import { ticks } from './calendar.ts'
import { stayClassAfter, stayEnds, stayStartTicks } from './child.ts'
import { classCount, groupOf, stayCount } from '../kinds.ts'
import type { DrawnHazard } from './drawing.ts'
import { cellCount } from '../learning/rates.ts'
import { stratumOf } from '../learning/tallies.ts'
import type { Thinned } from './thinning.ts'

export class Hazards {
  /**
   * By whether unaccompanied and cell, two numbers: the highest rate a tick, and what has to be added to that times the
   * ticks of a stay in its class for all that the stay has added up to.
   */
  readonly #lines = new Float64Array(4 * cellCount)

  /** A tick. */
  rate(cell: number): number {
    return this.#lines[cell * 2]!
  }

  /** What a stay adds up to from so many ticks after its beginning until so many; `row` is of its first class. */
  between(row: number, from: number, until: number): number {
    return this.#upTo(row, until) - this.#upTo(row, from)
  }

  #upTo(row: number, passed: number): number {
    const at = (row + stayClassAfter(passed)) * 2
    return this.#lines[at]! * passed + this.#lines[at + 1]!
  }

  /** Of one kind; `tops` is by age class. */
  fill(authority: number, kind: number, { cells, strata }: DrawnHazard, tops: readonly Thinned[]): void {
    const lines = this.#lines
    for (let alone = 0; alone < 2; alone += 1) {
      const here = strata[stratumOf(authority, groupOf[kind]!, alone)]! / ticks
      for (let age = 0; age < classCount; age += 1) {
        const from = (kind * classCount + age) * stayCount
        const to = alone * cellCount + from
        const times = here * tops[age]!.top
        let all = 0
        for (let stay = 0; stay < stayCount; stay += 1) {
          const rate = cells[from + stay]! * times
          lines[(to + stay) * 2] = rate
          lines[(to + stay) * 2 + 1] = all - rate * stayStartTicks[stay]!
          all += rate * (stayEnds[stay]! - stayStartTicks[stay]!)
        }
      }
    }
  }
}
