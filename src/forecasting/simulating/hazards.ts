/** Events of one sort among the children of one authority: how likely each is, added up over the length of a stay. */

import { ticks } from './calendar.ts'
import { stayEnds, stayStartTicks } from './child.ts'
import { classCount, groupOf, kindCount, stayCount } from '../kinds.ts'
import type { DrawnHazard } from './drawing.ts'
import { cellCount } from '../learning/rates.ts'
import { stratumOf } from '../learning/tallies.ts'

/** By whether unaccompanied and cell: the highest rate a tick, and what it adds up to before each class of a stay. */
export class Hazards {
  readonly rate = new Float64Array(2 * cellCount)
  readonly sum = new Float64Array(2 * cellCount)

  fill(authority: number, { cells, strata }: DrawnHazard, tops: (age: number) => number): void {
    const { rate, sum } = this
    for (const alone of [0, 1])
      for (let kind = 0; kind < kindCount; kind += 1) {
        const here = strata[stratumOf(authority, groupOf[kind]!, alone)]! / ticks
        for (let age = 0; age < classCount; age += 1) {
          const from = (kind * classCount + age) * stayCount
          const to = alone * cellCount + from
          const times = here * tops(age)
          let all = 0
          for (let stay = 0; stay < stayCount; stay += 1) {
            rate[to + stay] = cells[from + stay]! * times
            sum[to + stay] = all
            all += rate[to + stay]! * (stayEnds[stay]! - stayStartTicks[stay]!)
          }
        }
      }
  }
}
