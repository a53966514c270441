/** The region's figures as its members may read them: sums over all who share, from which no other one can be told. */

import type { AuthorityId } from '#access'
import type { PlainDate } from '#shared/dates'
import {
  type Share,
  type Tally,
  lookedAfter,
  outOfArea,
  over20,
  threeOrMore,
  together,
  unregistered,
} from './count.ts'
import { type CountedAuthority, rateOf } from './dashboard.ts'

export type RegionalSum = {
  readonly countedOn: PlainDate
  readonly authorities: readonly AuthorityId[]
  /** To the nearest ten children. */
  readonly looked: number
  readonly per10000: number | null
  /** Per cent, to one decimal; null where too few stand behind it. */
  readonly over20: number | null
  readonly outOfArea: number | null
  readonly threeOrMore: number | null
  readonly unregistered: number | null
}

/** A member knows its own part: what is left must still be the sum of at least so many others, of so many children. */
export const fewestOthers = 3
export const fewestChildren = 5

type Part = { readonly authority: CountedAuthority; readonly tally: Tally }

/** Null where too few authorities share a child for any sum to be shown. Our own numbers: docs/decisions/0012. */
export function sumOf(parts: readonly Part[], countedOn: PlainDate): RegionalSum | null {
  const tallies = parts.map(({ tally }) => tally)
  if (!hidesEach(tallies.map(lookedAfter))) return null
  const whole = together(tallies)
  const percentOf = (share: (tally: Tally) => Share) => {
    const shares = tallies.map(share)
    const has = shares.map(({ count }) => count)
    const hasNot = shares.map(({ count, of }) => of - count)
    return hidesEach(has) && hidesEach(hasNot) ? percent(share(whole)) : null
  }
  const rate = rateOf(
    parts.map(({ authority }) => authority),
    whole,
  )
  return {
    countedOn,
    authorities: parts.map(({ authority }) => authority.id as AuthorityId),
    looked: Math.round(lookedAfter(whole) / 10) * 10,
    per10000: rate === null ? null : toOneDecimal(rate),
    over20: percentOf(over20),
    outOfArea: percentOf(outOfArea),
    threeOrMore: percentOf(threeOrMore),
    unregistered: percentOf(unregistered),
  }
}

/** Whichever member takes its own part away, what is left is the children of enough others. */
export function hidesEach(counts: readonly number[]): boolean {
  const whole = counts.reduce((sum, each) => sum + each, 0)
  const behind = counts.filter(each => each > 0).length
  // Of nobody at all, everything would be true.
  return (
    behind > fewestOthers - 1 &&
    counts.every(own => whole - own >= fewestChildren && behind - (own > 0 ? 1 : 0) >= fewestOthers)
  )
}

const percent = ({ share }: Share) => (share === null ? null : toOneDecimal(share * 100))
const toOneDecimal = (number: number) => Math.round(number * 10) / 10
