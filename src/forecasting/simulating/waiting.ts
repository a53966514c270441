/** How long a child of one path waits for its next event, and what that is. */

import { type Calendar, tickBits, ticks } from './calendar.ts'
import { type Child, ageEnds, happenings, stayEnds, stayStartTicks } from './child.ts'
import { Hazards } from './hazards.ts'
import { adulthood, classCount, groupOf, kindCount, stayCount } from '../kinds.ts'
import type { Path } from './path.ts'
import { cellCount } from '../learning/rates.ts'
import type { Stream } from './stream.ts'
import type { Thinned } from './thinning.ts'

export class Waiting {
  readonly #path: Path
  readonly #monthOf: Uint16Array
  readonly #end: number
  readonly #stream: Stream
  readonly #leaving = new Hazards()
  readonly #moving = new Hazards()
  readonly #isReady = new Uint8Array(kindCount)
  #movingByAge: readonly Thinned[] | undefined
  #authority = 0

  constructor(path: Path, { monthOf, horizon }: Calendar, stream: Stream) {
    this.#path = path
    this.#monthOf = monthOf
    this.#end = horizon * ticks
    this.#stream = stream
  }

  enter(authority: number): void {
    this.#authority = authority
    this.#isReady.fill(0)
  }

  /** Few authorities use every kind, so each is made ready when the first child is in it. */
  #makeReady(kind: number): void {
    const { drawn, leaving, moving } = this.#path
    this.#isReady[kind] = 1
    this.#leaving.fill(this.#authority, kind, drawn.leaving, leaving)
    this.#moving.fill(this.#authority, kind, drawn.moving, (this.#movingByAge ??= leaving.map(() => moving)))
  }

  /**
   * Until its next event, or until the child is of age or the plan has ended; answers what happens. Each event is drawn
   * at its highest rate, and taken as often as the month's rate is of that; one not taken leaves the child as it was.
   */
  next(child: Child): number {
    const adult = child.born + ticks * adulthood
    const last = adult <= this.#end ? adult : this.#end
    const { born, cared, placed, kind } = child
    const { steppingDown } = this.#path
    if (this.#isReady[kind] === 0) this.#makeReady(kind)
    for (;;) {
      const older = born + ageEnds[child.age]!
      const stop = older < last ? older : last
      const row = child.alone * cellCount + (kind * classCount + child.age) * stayCount
      const leaves = this.#when(this.#leaving, row, child.care, child.now - cared) + cared
      const moves = this.#when(this.#moving, row, child.stay, child.now - placed) + placed
      let what: number = leaves < moves ? happenings.leaves : happenings.moves
      let first = leaves < moves ? leaves : moves
      if (steppingDown.top > 0 && groupOf[kind] === 1) {
        const steps = child.now - (Math.log(this.#stream.aside(1)) * ticks) / steppingDown.top
        if (steps < first) [first, what] = [steps, happenings.stepsDown]
      }
      const happens = first < stop
      // Rounding may put an event that follows at once a hair before now.
      child.now = !happens ? stop : first > child.now ? Math.floor(first) : child.now
      if (!happens && stop === last) return this.#nothing(child, adult)
      if (child.now === older) child.age += 1
      while (child.now >= cared + stayEnds[child.care]!) child.care += 1
      while (child.now >= placed + stayEnds[child.stay]!) child.stay += 1
      if (happens && this.#isTaken(child, what)) return what
    }
  }

  /** How long after the beginning of a stay, of which so much has passed, in a class of its length. */
  #when({ rate, sum }: Hazards, row: number, stay: number, passed: number): number {
    let at = row + stay
    const target = sum[at]! + (passed - stayStartTicks[stay]!) * rate[at]! + this.#stream.wait()
    const most = row + stayCount - 1
    while (at < most && sum[at + 1]! <= target) at += 1
    return stayStartTicks[at - row]! + (target - sum[at]!) / rate[at]!
  }

  #isTaken(child: Child, what: number): boolean {
    const { leaving, moving, steppingDown } = this.#path
    const rate: Thinned =
      what === happenings.leaves ? leaving[child.age]! : what === happenings.moves ? moving : steppingDown
    return rate.even || this.#stream.aside(2) < rate.share[this.#monthOf[child.now >> tickBits]!]!
  }

  #nothing(child: Child, adult: number): number {
    if (adult > this.#end) child.now += 1
    return happenings.nothing
  }
}
