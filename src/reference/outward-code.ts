/** The first halves of postcodes: where the middle of each is, and whose area most of it is in. */

import type { Area } from './authority.ts'
import type { Position } from './position.ts'
import { outwardCodeOf } from './postcode.ts'

export type OutwardCode = {
  readonly outward: string
  /** Null in Northern Ireland, which has a grid of its own, and on the Channel Islands, which have none here. */
  readonly position: Position | null
  readonly area: Area
  readonly postcodes: number
}

/** A postcode as the ONS Postcode Directory has it, its district already raised to the authority above. */
export type Entry = { readonly postcode: string; readonly position: Position | null; readonly area: Area }

export type Gazetteer = {
  readonly positionOf: (postcode: string) => Position | undefined
  readonly areaOf: (postcode: string) => Area | undefined
}

export function gazetteerOf(codes: readonly OutwardCode[]): Gazetteer {
  const known = new Map(codes.map(each => [each.outward, each]))
  const find = (postcode: string) => known.get(outwardCodeOf(postcode) ?? '')
  return {
    positionOf: postcode => find(postcode)?.position ?? undefined,
    areaOf: postcode => find(postcode)?.area,
  }
}

/** Each outward code's middle is the mean of its postcodes; its area the one with most of them. */
export function outwardCodesOf(entries: Iterable<Entry>): OutwardCode[] {
  const tallies = new Map<string, Tally>()
  for (const { postcode, position, area } of entries) {
    const outward = outwardCodeOf(postcode)
    if (outward === undefined) continue
    const tally = tallies.get(outward) ?? { easting: 0, northing: 0, placed: 0, areas: new Map() }
    tallies.set(outward, tally)
    tally.areas.set(area, (tally.areas.get(area) ?? 0) + 1)
    if (position === null) continue
    tally.easting += position.easting
    tally.northing += position.northing
    tally.placed += 1
  }
  return [...tallies].map(asOutwardCode).sort((a, b) => (a.outward < b.outward ? -1 : 1))
}

type Tally = { easting: number; northing: number; placed: number; areas: Map<Area, number> }

function asOutwardCode([outward, { easting, northing, placed, areas }]: [string, Tally]): OutwardCode {
  const [[area] = ['']] = [...areas].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const position =
    placed === 0 ? null : { easting: Math.round(easting / placed), northing: Math.round(northing / placed) }
  return { outward, position, area, postcodes: [...areas.values()].reduce((sum, each) => sum + each, 0) }
}

export const outwardCodeFrom = (row: Readonly<Record<string, string>>): OutwardCode => ({
  outward: row.outward!,
  position: row.easting ? { easting: Number(row.easting), northing: Number(row.northing) } : null,
  area: row.authority!,
  postcodes: Number(row.postcodes),
})

export const outwardCodesAsCsv = (codes: readonly OutwardCode[]): string =>
  ['outward,easting,northing,authority,postcodes', ...codes.map(asLine), ''].join('\n')

const asLine = ({ outward, position, area, postcodes }: OutwardCode) =>
  [outward, position?.easting, position?.northing, area, postcodes].join(',')
