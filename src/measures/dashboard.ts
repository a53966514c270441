/** What the dashboard shows: figures, and whom they leave out. */

import { authorityByCode } from '#reference'
import type { OpenPlaces } from '#provision'
import type { PlainDate } from '#shared/dates'
import {
  type Counted,
  type Share,
  type Tally,
  byAge,
  byKind,
  lookedAfter,
  outOfArea,
  over20,
  ratePer10000,
  threeOrMore,
  together,
  unregistered,
} from './count.ts'

export type CountedAuthority = { readonly id: string; readonly code: string; readonly name: string }

/** What is counted of one authority. */
export type Counts = { readonly tally: Tally; readonly past: readonly PastCount[] }
export type PastCount = { readonly day: PlainDate; readonly children: number }

export type FigureRow = CountedAuthority & {
  readonly looked: number
  readonly rate: number | null
  readonly over20: Share
  readonly outOfArea: Share
  readonly threeOrMore: Share
  readonly unregistered: Share
}

export type Dashboard = Omit<FigureRow, keyof CountedAuthority> & {
  readonly today: PlainDate
  /** Null for all that the asker may see. */
  readonly chosen: CountedAuthority | null
  readonly authorities: readonly CountedAuthority[]
  /** In the region, but sharing no records: not counted. */
  readonly leftOut: readonly CountedAuthority[]
  readonly byKind: readonly Counted[]
  readonly byAge: readonly Counted[]
  readonly byAuthority: readonly FigureRow[]
  /** Only days for which every authority counted has loaded its history. */
  readonly past: readonly PastCount[]
  readonly places: readonly OpenPlaces[]
}

export type Part = { readonly authority: CountedAuthority; readonly counts: Counts }
export type Known = Pick<Dashboard, 'today' | 'chosen' | 'authorities' | 'leftOut' | 'places'>

/** Cost: one pass over the authorities, however many children. */
export function dashboardOf(parts: readonly Part[], known: Known): Dashboard {
  const whole = together(parts.map(({ counts }) => counts.tally))
  const rateOfAll = rateOf(
    parts.map(({ authority }) => authority),
    whole,
  )
  return {
    ...known,
    ...figuresOf(whole, rateOfAll),
    byKind: byKind(whole),
    byAge: byAge(whole),
    byAuthority: parts.map(({ authority, counts: { tally } }) => ({
      ...authority,
      ...figuresOf(tally, rateOf([authority], tally)),
    })),
    past: pastOf(parts.map(({ counts }) => counts).filter(({ tally }) => lookedAfter(tally) > 0)),
  }
}

const figuresOf = (tally: Tally, rate: number | null) => ({
  looked: lookedAfter(tally),
  rate,
  over20: over20(tally),
  outOfArea: outOfArea(tally),
  threeOrMore: threeOrMore(tally),
  unregistered: unregistered(tally),
})

/** Null where any of them has no population: a rate of some is not a rate of all. */
export function rateOf(authorities: readonly CountedAuthority[], tally: Tally): number | null {
  const populations = authorities.map(({ code }) => authorityByCode.get(code)?.under18 ?? null)
  if (populations.includes(null)) return null
  const under18 = populations.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  return ratePer10000(lookedAfter(tally), under18)
}

/** A sum over some authorities would look like a rise when the next one loads its history. */
export function pastOf(counts: readonly Counts[]): PastCount[] {
  const all = counts.flatMap(({ past }) => past)
  const days = Map.groupBy(all, ({ day }) => day)
  return [...days]
    .filter(([, each]) => each.length === counts.length)
    .map(([day, each]) => ({ day, children: each.reduce((sum, { children }) => sum + children, 0) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
