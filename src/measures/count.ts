/** Sums over counted children: every figure of the dashboard is one of these. */

import {
  type AgeBand,
  type PlacementKind,
  ageBandOf,
  ageBands,
  isUnregistered,
  kindOfPlacement,
  placementKinds,
} from '#reference'
import { type PlainDate, ageOn } from '#shared/dates'

/** So many children, alike in everything that is counted. No name, no number, no birth date. */
export type Alike = {
  readonly authority: string
  readonly placeCode: string
  readonly providerCode: string | null
  /** The first day of the month of birth. */
  readonly bornMonth: PlainDate
  /** Null where either postcode is unknown. */
  readonly over20: boolean | null
  readonly outOfArea: boolean | null
  readonly threeOrMore: boolean
  readonly children: number
}

/** Alike once the birth month has become an age band: the rows that sums are made of. */
export type Cell = Omit<Alike, 'bornMonth' | 'placeCode' | 'providerCode'> & {
  readonly kind: PlacementKind
  readonly unregistered: boolean
  readonly age: AgeBand
}

/** Cost: one pass over the distinct rows, of which there are some hundreds an authority however many children. */
export function cellsOf(rows: readonly Alike[], today: PlainDate): Cell[] {
  const cells = new Map<string, Cell>()
  for (const { bornMonth, placeCode, providerCode, children, ...rest } of rows) {
    const kind = kindOfPlacement(placeCode, providerCode)
    const cell = {
      ...rest,
      kind,
      unregistered: isUnregistered(placeCode),
      age: ageBandOf(ageOn(bornMonth, today)),
    }
    const key = JSON.stringify(cell)
    cells.set(key, { ...cell, children: (cells.get(key)?.children ?? 0) + children })
  }
  return [...cells.values()]
}

export const childrenIn = (cells: readonly Cell[], where: (cell: Cell) => boolean = () => true): number =>
  cells.reduce((sum, cell) => sum + (where(cell) ? cell.children : 0), 0)

/** A count out of those for whom it can be told, and the share; null where there is nobody to share it among. */
export type Share = { readonly count: number; readonly of: number; readonly share: number | null }

export const shareOf = (count: number, of: number): Share => ({
  count,
  of,
  share: of > 0 ? count / of : null,
})

export const over20 = (cells: readonly Cell[]): Share =>
  shareOf(
    childrenIn(cells, cell => cell.over20 === true),
    childrenIn(cells, cell => cell.over20 !== null),
  )
export const outOfArea = (cells: readonly Cell[]): Share =>
  shareOf(
    childrenIn(cells, cell => cell.outOfArea === true),
    childrenIn(cells, cell => cell.outOfArea !== null),
  )
export const threeOrMore = (cells: readonly Cell[]): Share =>
  shareOf(
    childrenIn(cells, cell => cell.threeOrMore),
    childrenIn(cells),
  )
export const unregistered = (cells: readonly Cell[]): Share =>
  shareOf(
    childrenIn(cells, cell => cell.unregistered),
    childrenIn(cells),
  )

/** Children looked after for every 10,000 under 18; null without a population. */
export const ratePer10000 = (children: number, under18: number | null): number | null =>
  under18 ? (children / under18) * 10_000 : null

export type Counted = { readonly name: string; readonly children: number }

/** Every kind that has a child in it, in the order of the code set. */
export const byKind = (cells: readonly Cell[]): Counted[] =>
  placementKinds
    .map(kind => ({ name: kind, children: childrenIn(cells, cell => cell.kind === kind) }))
    .filter(({ children }) => children > 0)

export const byAge = (cells: readonly Cell[]): Counted[] =>
  ageBands.map(({ band }) => ({ name: band, children: childrenIn(cells, cell => cell.age === band) }))

/** The last six days on which the statutory year ended: 31 March, oldest first. */
export function yearEndsBefore(today: PlainDate): PlainDate[] {
  const year = Number(today.slice(0, 4))
  const last = today >= `${year}-03-31` ? year : year - 1
  return Array.from({ length: 6 }, (_, back) => `${last - 5 + back}-03-31` as PlainDate)
}
