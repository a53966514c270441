/** Who entered care and who left it in a year, by age band: opening + in − out = closing, in every band. */

import { type AgeBand, ageBandOf, ageBands } from '#reference'
import { type PlainDate, addDays } from '#shared/dates'

/** The year of the return: from 1 April to 31 March, named by the one it ends in. */
export type FlowYear = {
  readonly ends: number
  /** The last day before it. */
  readonly opened: PlainDate
  /** Its last day, or today in the year under way. */
  readonly closed: PlainDate
  readonly underWay: boolean
}

/** Children alike, in care on some day of the year: when and how they came into it, and how they went out of it. */
export type Stays = {
  readonly entered: boolean
  readonly left: boolean
  /** Years of age at the beginning of the year or at entry, and at its end or at leaving. */
  readonly ageFirst: number
  readonly ageLast: number
  readonly stays: number
}

export type Flow = {
  readonly opening: number
  readonly entered: number
  /** Birthdays into this band and out of it, while in care. */
  readonly grewIn: number
  readonly left: number
  readonly grewOut: number
  readonly closing: number
}
export type BandFlow = Flow & { readonly band: AgeBand }
export type FlowReport = {
  readonly bands: readonly BandFlow[]
  readonly all: Flow
  /** Those who entered at each of the ages for which homes are hardest to find. */
  readonly olderEntrants: readonly { readonly age: number; readonly entered: number }[]
}

export const firstFlowYear = 2019

/** The year under way on a day, and those before it, the latest first. */
export function flowYears(today: PlainDate): readonly number[] {
  const [year, rest] = [Number(today.slice(0, 4)), today.slice(5)]
  const latest = rest >= '04-01' ? year + 1 : year
  return Array.from({ length: Math.max(0, latest - firstFlowYear + 1) }, (_, i) => latest - i)
}

export function flowYear(ends: number, today: PlainDate): FlowYear {
  const last = `${ends}-03-31` as PlainDate
  const underWay = today < last
  return {
    ends,
    opened: addDays(`${ends - 1}-04-01` as PlainDate, -1),
    closed: underWay ? today : last,
    underWay,
  }
}

const none: Flow = { opening: 0, entered: 0, grewIn: 0, left: 0, grewOut: 0, closing: 0 }
const olderAges = [15, 16, 17]

/**
 * Each stay is in one band at first and in one at last. It adds one to what it came by (opening or entered) in the
 * first, and to what it went by (left or closing) in the last; between two bands it grew out of one and into the other.
 * So each band balances, and so does the whole.
 */
export function flowOf(stays: readonly Stays[]): FlowReport {
  const byBand = new Map<AgeBand, Flow>(ageBands.map(({ band }) => [band, none]))
  const add = (band: AgeBand, what: keyof Flow, number: number) => {
    const flow = byBand.get(band)!
    byBand.set(band, { ...flow, [what]: flow[what] + number })
  }
  for (const { entered, left, ageFirst, ageLast, stays: number } of stays) {
    const [first, last] = [ageBandOf(ageFirst), ageBandOf(ageLast)]
    add(first, entered ? 'entered' : 'opening', number)
    add(last, left ? 'left' : 'closing', number)
    if (first === last) continue
    add(first, 'grewOut', number)
    add(last, 'grewIn', number)
  }
  const bands = [...byBand].map(([band, flow]) => ({ band, ...flow }))
  return {
    bands,
    all: bands.reduce(together, none),
    olderEntrants: olderAges.map(age => entrantsAt(age, stays)),
  }
}

/** In the whole nobody grows in or out. */
const together = (all: Flow, { opening, entered, left, closing }: Flow): Flow => ({
  opening: all.opening + opening,
  entered: all.entered + entered,
  grewIn: 0,
  left: all.left + left,
  grewOut: 0,
  closing: all.closing + closing,
})

function entrantsAt(age: number, stays: readonly Stays[]) {
  const those = stays.filter(each => each.entered && each.ageFirst === age)
  return { age, entered: those.reduce((sum, each) => sum + each.stays, 0) }
}

/** What a band has that it cannot account for: always 0. */
export const unaccounted = ({ opening, entered, grewIn, left, grewOut, closing }: Flow): number =>
  opening + entered + grewIn - left - grewOut - closing
