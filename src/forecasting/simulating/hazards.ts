/** Events of one sort among the children of one authority: how likely each is, added up over the length of a stay. */

import { ticks } from './calendar.ts'
import { stayEnds, stayStartTicks } from './child.ts'
import { classCount, groupOf, stayCount } from '../kinds.ts'
import type { DrawnHazard } from './drawing.ts'
import { cellCount } from '../learning/rates.ts'
import { stratumOf } from '../learning/tallies.ts'
import type { Thinned } from './thinning.ts'

/** By whether unaccompanied and cell: the highest rate a tick, and what it adds up to before each class of a stay. */
export class Hazards {
  readonly rate = new Float64Array(2 * cellCount)
  readonly sum = new Float64Array(2 * cellCount)

  /** Of one kind; `tops` is by age class. */
  fill(authority: number, kind: number, { cells, strata }: DrawnHazard, tops: readonly Thinned[]): void {
    const { rate, sum } = this
    for (let alone = 0; alone < 2; alone += 1) {
      const here = strata[stratumOf(authority, groupOf[kind]!, alone)]! / ticks
      for (let age = 0; age < classCount; age += 1) {
        const from = (kind * classCount + age) * stayCount
        const to = alone * cellCount + from
        const times = here * tops[age]!.top
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
