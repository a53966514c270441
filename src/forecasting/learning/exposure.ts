/** The days that children spent in each age, kind and length of stay, and what happened there. */

import type { History } from '../history.ts'
import { adulthood, classBoundaries, classOfMonth, daysInYear, monthOfAge, stayStarts } from '../kinds.ts'

/** Days of one stay in which nothing changes but the day. `year` counts whole years back: 0 is the last. */
export type Piece = {
  stay: number
  days: number
  age: number
  inCare: number
  inPlacement: number
  year: number
  isLast: boolean
}

/** Calls `visit` for every piece that the returns tell of, with one object that it must not keep. */
export function walk(history: History, visit: (piece: Piece) => void): void {
  const piece: Piece = { stay: 0, days: 0, age: 0, inCare: 0, inPlacement: 0, year: 0, isLast: false }
  const { from, until, bornOn, inCareFrom, authority, startsOn, endsOn } = history
  for (let stay = 0; stay < history.count; stay += 1) {
    const born = bornOn[stay]!
    const cared = inCareFrom[stay]!
    const began = from[stay]!
    const end = Math.min(until[stay]!, endsOn + 1, born + adulthood)
    let day = Math.max(began, startsOn[authority[stay]!]!)
    piece.stay = stay
    if (day === end && until[stay] === end) piece.isLast = true
    while (day < end || (day === end && day === began)) {
      const year = Math.floor((endsOn - day) / daysInYear)
      const next = Math.min(
        end,
        after(classBoundaries, day - born) + born,
        after(stayStarts, day - cared) + cared,
        after(stayStarts, day - began) + began,
        Math.max(day + 1, Math.ceil(endsOn - year * daysInYear)),
      )
      piece.days = next - day
      piece.age = classOfMonth[monthOfAge(day - born + 0.5)]!
      piece.inCare = classOfStay(day - cared)
      piece.inPlacement = classOfStay(day - began)
      piece.year = year
      piece.isLast = next === end
      visit(piece)
      if (next <= day) break
      day = next
    }
  }
}

function after(starts: readonly number[], value: number): number {
  for (const start of starts) if (start > value) return start
  return Infinity
}

export function classOfStay(days: number): number {
  let at = stayStarts.length - 1
  while (at > 0 && stayStarts[at]! > days) at -= 1
  return at
}
