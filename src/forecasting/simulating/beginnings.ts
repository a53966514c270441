/** The children in care at the start as every path finds them: worked out once, one authority's after another's. */

import { ticks } from './calendar.ts'
import { type Child, ageEnds, classIn } from './child.ts'
import type { Start } from '../learning/fitted.ts'

export class Beginnings {
  readonly count: number
  readonly authority: Uint16Array
  /** Where each stands in the start: its throws depend on it. */
  readonly number: Int32Array
  readonly #kind: Uint8Array
  readonly #alone: Uint8Array
  readonly #moments: Int32Array
  readonly #age: Uint8Array

  constructor(start: Start, origin: number) {
    const { count, authority } = start
    this.count = count
    this.number = Int32Array.from({ length: count }, (_, at) => at)
    this.number.sort((a, b) => authority[a]! - authority[b]! || a - b)
    this.authority = Uint16Array.from(this.number, at => authority[at]!)
    this.#kind = Uint8Array.from(this.number, at => start.kind[at]!)
    this.#alone = Uint8Array.from(this.number, at => start.alone[at]!)
    this.#moments = new Int32Array(count * 3)
    this.#age = Uint8Array.from(this.number, at => classIn(ageEnds, (origin - start.bornOn[at]!) * ticks))
    for (const [row, at] of this.number.entries()) {
      const days = [start.bornOn[at]!, start.inCareFrom[at]!, start.placedFrom[at]!]
      this.#moments.set(
        days.map(day => (day - origin) * ticks),
        row * 3,
      )
    }
  }

  /** Puts the child of a row where it is at the start. */
  place(child: Child, row: number): void {
    const from = row * 3
    child.kind = this.#kind[row]!
    child.alone = this.#alone[row]!
    child.born = this.#moments[from]!
    child.cared = this.#moments[from + 1]!
    child.placed = this.#moments[from + 2]!
    child.now = 0
    child.age = this.#age[row]!
  }
}
