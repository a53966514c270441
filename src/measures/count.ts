/** Tallies of children: every figure of the dashboard is read from one of these, and tallies add up. */

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

type Fact =
  | 'looked after'
  | 'over 20'
  | 'distance known'
  | 'out of area'
  | 'area known'
  | 'three or more'
  | 'unregistered'
type Heading = Fact | `kind ${PlacementKind}` | `age ${AgeBand}`

/** How many children under each heading; a heading that is absent has none. */
export type Tally = ReadonlyMap<Heading, number>

/** One pass over the distinct rows: some thousands an authority, however many children. */
export function tallyOf(rows: readonly Alike[], today: PlainDate): Tally {
  const tally = new Map<Heading, number>()
  const bandOf = remembered((born: PlainDate) => ageBandOf(ageOn(born, today)))
  for (const row of rows) {
    for (const heading of headingsOf(row, bandOf(row.bornMonth))) add(tally, heading, row.children)
  }
  return tally
}

export function together(tallies: readonly Tally[]): Tally {
  const sum = new Map<Heading, number>()
  for (const tally of tallies) for (const [heading, children] of tally) add(sum, heading, children)
  return sum
}

const add = (tally: Map<Heading, number>, heading: Heading, children: number) =>
  tally.set(heading, (tally.get(heading) ?? 0) + children)

function headingsOf(row: Alike, band: AgeBand): Heading[] {
  const { placeCode, providerCode, over20: isFar, outOfArea: isOut, threeOrMore: isMoved } = row
  const facts: readonly [Heading, boolean][] = [
    ['looked after', true],
    [`kind ${kindOfPlacement(placeCode, providerCode)}`, true],
    [`age ${band}`, true],
    ['distance known', isFar !== null],
    ['over 20', isFar === true],
    ['area known', isOut !== null],
    ['out of area', isOut === true],
    ['three or more', isMoved],
    ['unregistered', isUnregistered(placeCode)],
  ]
  return facts.filter(([, applies]) => applies).map(([heading]) => heading)
}

/** Children are born in some 250 months: working an age out is slow, and is done once for each. */
function remembered<Given, Found>(find: (given: Given) => Found): (given: Given) => Found {
  const known = new Map<Given, Found>()
  return given => {
    const found = known.get(given) ?? find(given)
    known.set(given, found)
    return found
  }
}

const under = (tally: Tally, heading: Heading): number => tally.get(heading) ?? 0

/** A count out of those for whom it can be told, and the share; null where there is nobody to share it among. */
export type Share = { readonly count: number; readonly of: number; readonly share: number | null }

export const shareOf = (count: number, of: number): Share => ({
  count,
  of,
  share: of > 0 ? count / of : null,
})

const share = (of: Fact, heading: Fact) => (tally: Tally) => shareOf(under(tally, heading), under(tally, of))

export const lookedAfter = (tally: Tally): number => under(tally, 'looked after')
export const over20 = share('distance known', 'over 20')
export const outOfArea = share('area known', 'out of area')
export const threeOrMore = share('looked after', 'three or more')
export const unregistered = share('looked after', 'unregistered')

/** Children looked after for every 10,000 under 18; null without a population. */
export const ratePer10000 = (children: number, under18: number | null): number | null =>
  under18 ? (children / under18) * 10_000 : null

export type Counted<Name extends string = string> = { readonly name: Name; readonly children: number }

/** Every kind that has a child in it, in the order of the code set. */
export const byKind = (tally: Tally): Counted<PlacementKind>[] =>
  placementKinds
    .map(name => ({ name, children: under(tally, `kind ${name}`) }))
    .filter(({ children }) => children > 0)

export const byAge = (tally: Tally): Counted<AgeBand>[] =>
  ageBands.map(({ band }) => ({ name: band, children: under(tally, `age ${band}`) }))

/** The last six days on which the statutory year ended: 31 March, oldest first. */
export function yearEndsBefore(today: PlainDate): PlainDate[] {
  const year = Number(today.slice(0, 4))
  const last = today >= `${year}-03-31` ? year : year - 1
  return Array.from({ length: 6 }, (_, back) => `${last - 5 + back}-03-31` as PlainDate)
}
