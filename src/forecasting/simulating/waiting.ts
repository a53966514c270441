/** How long a child of one path waits for its next event, and what that is. */

import { type Calendar, tickBits, ticks } from './calendar.ts'
import { type Child, ageEnds, happenings, never, stayClassAfter, stayEnds } from './child.ts'
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
   * One throw is set against leaving and moving together, and against one class of age after another: mostly it
   * outlasts them all, and where in time it ends need not be asked.
   */
  next(child: Child): number {
    const adult = child.born + ticks * adulthood
    const last = adult <= this.#end ? adult : this.#end
    const { born, cared, placed, kind } = child
    if (this.#isReady[kind] === 0) this.#makeReady(kind)
    let wait = this.#stream.wait()
    let steps = this.#whenStepsDown(child)
    while (child.now < last) {
      const older = born + ageEnds[child.age]!
      const stop = soonest(older, last, steps)
      const row = child.alone * cellCount + (kind * classCount + child.age) * stayCount
      const adds =
        this.#leaving.between(row, child.now - cared, stop - cared) +
        this.#moving.between(row, child.now - placed, stop - placed)
      const outlasts = wait >= adds
      if (outlasts) {
        wait -= adds
        child.now = stop
        if (stop === older) child.age += 1
        if (stop !== steps) continue
      }
      const what = outlasts ? happenings.stepsDown : this.#happensAt(child, row, stop, wait)
      if (this.#isTaken(child, what)) return what
      wait = this.#stream.wait()
      steps = this.#whenStepsDown(child)
    }
    child.now = last
    return this.#nothing(child, adult)
  }

  /** Puts the child where the throw ends, before `stop`, and tells whether it leaves or moves. */
  #happensAt(child: Child, row: number, stop: number, wait: number): number {
    const { cared, placed } = child
    let care = stayClassAfter(child.now - cared)
    let stay = stayClassAfter(child.now - placed)
    let left = wait
    for (;;) {
      const longer = cared + stayEnds[care]!
      const settled = placed + stayEnds[stay]!
      const until = longer < settled ? longer : settled
      const leaves = this.#leaving.rate(row + care)
      const both = leaves + this.#moving.rate(row + stay)
      const adds = both * (until - child.now)
      if (left < adds || until >= stop) {
        const at = child.now + Math.floor(left / both)
        child.now = at < stop ? at : stop - 1
        return this.#stream.next() * both < leaves ? happenings.leaves : happenings.moves
      }
      left -= adds
      child.now = until
      if (until === longer) care += 1
      if (until === settled) stay += 1
    }
  }

  /** Only a child in residential care does, where a scenario has it so. */
  #whenStepsDown({ kind, now }: Child): number {
    const { top } = this.#path.steppingDown
    return top > 0 && groupOf[kind] === 1
      ? now - Math.floor((Math.log(this.#stream.aside(1)) * ticks) / top)
      : never
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

const soonest = (one: number, another: number, third: number): number => {
  const two = one < another ? one : another
  return two < third ? two : third
}
