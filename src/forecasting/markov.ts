/** The plain model to compare with: age classes and groups, one rate for each change, no memory, no trend. */

import { walk } from './learning/exposure.ts'
import { type History, endings, inCareOn } from './history.ts'
import { classBoundaries, classCount, classOfMonth, groupCount, groupOf, monthOfAge } from './kinds.ts'
import { classAtEntry, entriesOf } from './learning/tallies.ts'

/** Expected children by month and group, and in all, of one authority. */
export type Markov = { readonly byMonth: readonly (readonly number[])[] }

const states = classCount * groupCount

/** Rates are events over days at risk, of this authority alone; ages pass at one over the length of the class. */
export function markovForecast(history: History, authority: number, ends: Float64Array): Markov {
  const { changes, left, days } = ratesOf(history, authority)
  const entering = new Float64Array(states)
  const span = history.endsOn - history.startsOn[authority]! + 1
  for (const at of entriesOf(history))
    if (history.authority[at] === authority)
      entering[stateOf(classAtEntry(history, at), groupOf[history.kind[at]!]!)]! += 1 / span
  let children = startOf(history, authority)
  const byMonth: number[][] = []
  let day = 0
  for (const end of ends) {
    for (; day < end; day += 1) {
      const next = children.map((each, state) => each + entering[state]!)
      for (let from = 0; from < states; from += 1) {
        const here = children[from]!
        const perDay = here / Math.max(1, days[from]!)
        next[from]! -= perDay * left[from]!
        for (let group = 0; group < groupCount; group += 1) {
          const moved = perDay * changes[from * groupCount + group]!
          next[from]! -= moved
          next[from - (from % groupCount) + group]! += moved
        }
        const older = here / yearsIn(Math.floor(from / groupCount))
        next[from]! -= older
        if (from + groupCount < states) next[from + groupCount]! += older
      }
      children = next
    }
    byMonth.push(totals(children))
  }
  return { byMonth }
}

const stateOf = (age: number, group: number): number => age * groupCount + group
const yearsIn = (age: number): number => classBoundaries[age]! - (age === 0 ? 0 : classBoundaries[age - 1]!)

function ratesOf(history: History, authority: number) {
  const changes = new Float64Array(states * groupCount)
  const left = new Float64Array(states)
  const days = new Float64Array(states)
  walk(history, piece => {
    if (history.authority[piece.stay] !== authority) return
    const state = stateOf(piece.age, groupOf[history.kind[piece.stay]!]!)
    days[state]! += piece.days
    if (!piece.isLast || history.until[piece.stay]! > history.endsOn) return
    const ending = history.ending[piece.stay]
    if (ending === endings.leaving) left[state]! += 1
    else if (ending === endings.move)
      changes[state * groupCount + groupOf[history.kind[piece.stay + 1]!]!]! += 1
  })
  return { changes, left, days }
}

function startOf(history: History, authority: number): Float64Array {
  const children = new Float64Array(states)
  for (const at of inCareOn(history, history.endsOn)) {
    if (history.authority[at] !== authority) continue
    const age = Math.min(classCount - 1, classOfMonth[monthOfAge(history.endsOn - history.bornOn[at]!)]!)
    children[stateOf(age, groupOf[history.kind[at]!]!)]! += 1
  }
  return children
}

function totals(children: Float64Array): number[] {
  const sums = Array.from({ length: groupCount + 1 }, () => 0)
  for (const [state, each] of children.entries()) {
    sums[state % groupCount]! += each
    sums[groupCount]! += each
  }
  return sums
}
