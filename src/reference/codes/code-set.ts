/** A set of codes whose members come and go with the collection years of the return. */

import type { PlainDate } from '#shared/dates'

/** Years are collection years, both ends included: 2026 is April 2025 to March 2026. */
export type Code = {
  readonly code: string
  readonly label: string
  readonly from?: number
  readonly until?: number
}
export type CodeSet = readonly Code[]

/** A collection year ends on 31 March. */
export const collectionYearOf = (day: PlainDate): number =>
  Number(day.slice(0, 4)) + (day.slice(5) >= '04-01' ? 1 : 0)

export const codesIn = <Set extends CodeSet>(set: Set, year: number): Set[number][] =>
  set.filter(each => livedIn(each, year))

export const isLive = (set: CodeSet, code: string, year: number): boolean =>
  set.some(each => each.code === code && livedIn(each, year))

/** A code nobody knows is shown as it came. */
export const labelOf = (set: CodeSet, code: string): string =>
  set.find(each => each.code === code)?.label ?? code

export const isCodeOf = <Set extends CodeSet>(set: Set, code: string): code is Set[number]['code'] =>
  set.some(each => each.code === code)

const livedIn = ({ from, until }: Code, year: number): boolean =>
  (from === undefined || year >= from) && (until === undefined || year <= until)
