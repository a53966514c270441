/** What happened, counted once over the whole history: the sums from which every rate of the forecast is learned. */

import { type Piece, walk } from './exposure.ts'
import { type History, endings } from '../history.ts'
import { classCount, classOfMonth, groupCount, groupOf, kindCount, monthOfAge } from '../kinds.ts'
import { cellCount, cellOf } from './rates.ts'

export type Tallies = {
  readonly leaving: Events
  readonly moving: Events
  /** From a kind, at an age, to a kind. */
  readonly destinations: Float64Array
  /** Leavings in all, and those that went home, by age. */
  readonly left: Float64Array
  readonly reunified: Float64Array
}

export type Events = { readonly events: Float64Array; readonly days: Float64Array }

/** Of those unaccompanied, or not: two strata of each authority and group. */
export const strataOf = (authorities: number): number => authorities * groupCount * 2
export const stratumOf = (authority: number, group: number, alone: number): number =>
  (authority * groupCount + group) * 2 + alone

/** Three years: where the beginning of care is not told, what is supposed of it is used only from there on. */
const surelyLong = 6

const isTimeSure = ({ known }: History, { stay, inCare }: Piece): boolean =>
  known[stay] === 1 || inCare >= surelyLong

export function tallyOf(history: History): Tallies {
  const events = (): Events => ({ events: new Float64Array(cellCount), days: new Float64Array(cellCount) })
  const tallies: Tallies = {
    leaving: events(),
    moving: events(),
    destinations: new Float64Array(kindCount * classCount * kindCount),
    left: new Float64Array(classCount),
    reunified: new Float64Array(classCount),
  }
  walk(history, piece => {
    const { leaving, moving } = cellsOf(history, piece)
    const ending = eventAt(history, piece)
    const counts = isTimeSure(history, piece)
    if (counts) tallies.leaving.days[leaving]! += piece.days
    tallies.moving.days[moving]! += piece.days
    if (ending === endings.move) {
      tallies.moving.events[moving]! += 1
      const to = history.kind[piece.stay + 1]!
      tallies.destinations[destinationOf(history.kind[piece.stay]!, piece.age, to)]! += 1
    } else if (ending === endings.leaving && counts) {
      tallies.leaving.events[leaving]! += 1
      tallies.left[piece.age]! += 1
      tallies.reunified[piece.age]! += history.reunified[piece.stay]!
    }
  })
  return tallies
}

export const destinationOf = (from: number, age: number, to: number): number =>
  (from * classCount + age) * kindCount + to

const cellsOf = ({ kind }: History, { stay, age, inCare, inPlacement }: Piece) => ({
  leaving: cellOf(kind[stay]!, age, inCare),
  moving: cellOf(kind[stay]!, age, inPlacement),
})

/** What ends the stay, where this is its last piece and its end is within what the returns tell. */
function eventAt({ until, endsOn, ending }: History, { stay, isLast }: Piece): number {
  return isLast && until[stay]! <= endsOn ? ending[stay]! : endings.open
}

/** Observed and expected events, by stratum and by whole years before the end. */
export type Fitted = {
  readonly byStratum: Events
  readonly byYear: Events
}

/** A second walk, against the rates that the first gave. `days` of these are expected events, not days. */
export function againstUsual(
  history: History,
  means: { readonly leaving: Float64Array; readonly moving: Float64Array },
  years: number,
): { readonly leaving: Fitted; readonly moving: Fitted } {
  const size = strataOf(history.authorities.length)
  const sums = (length: number): Events => ({
    events: new Float64Array(length),
    days: new Float64Array(length),
  })
  const of = (): Fitted => ({ byStratum: sums(size), byYear: sums(years) })
  const fitted = { leaving: of(), moving: of() }
  walk(history, piece => {
    const { stay, days } = piece
    const stratum = stratumOf(history.authority[stay]!, groupOf[history.kind[stay]!]!, history.alone[stay]!)
    const cells = cellsOf(history, piece)
    const ending = eventAt(history, piece)
    for (const what of ['leaving', 'moving'] as const) {
      if (what === 'leaving' && !isTimeSure(history, piece)) continue
      const expected = days * means[what][cells[what]]!
      const happened = ending === (what === 'moving' ? endings.move : endings.leaving) ? 1 : 0
      add(fitted[what].byStratum, stratum, expected, happened)
      if (history.known[stay] === 1)
        add(fitted[what].byYear, Math.min(years - 1, piece.year), expected, happened)
    }
  })
  return fitted
}

function add({ days, events }: Events, at: number, expected: number, happened: number): void {
  days[at]! += expected
  events[at]! += happened
}

/** The rows of the history with which a period of care begins, within what the returns tell. */
export const entriesOf = ({ entered, from, startsOn, authority, endsOn, count }: History): number[] =>
  Array.from({ length: count }, (_, at) => at).filter(
    at => entered[at] === 1 && from[at]! >= startsOn[authority[at]!]! && from[at]! <= endsOn,
  )

/** An age class, counted on the day of entry. */
export const classAtEntry = ({ from, bornOn }: History, at: number): number =>
  Math.min(classCount - 1, classOfMonth[monthOfAge(from[at]! - bornOn[at]!)]!)
