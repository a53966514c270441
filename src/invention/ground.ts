/** The ground on which a region is invented: real authorities, real outward codes, and nobody's real address. */

import { type Chance, type Weights, happens, normal, pick, weighted } from './chance.ts'

export type Area = {
  readonly code: string
  readonly name: string
  readonly hub: string | null
  readonly trust: string | null
  readonly under18: number
}

/** The first half of a postcode, at the middle of its addresses, in metres on the national grid. */
export type Outward = {
  readonly code: string
  readonly easting: number
  readonly northing: number
  readonly area: string
}

export type Point = { readonly easting: number; readonly northing: number }
export type Spot = Point & { readonly postcode: string; readonly area: string }

export type Ground = {
  readonly areas: readonly Area[]
  readonly outward: readonly Outward[]
  /** The outward codes of each area, by its ONS code. */
  readonly within: ReadonlyMap<string, readonly Outward[]>
  /** From each area, the region's areas by how readily a home is found there. */
  readonly reach: ReadonlyMap<string, Weights<string>>
  /** Outward codes of England outside the region, as far from each area as a child is ever placed. */
  readonly beyond: ReadonlyMap<string, readonly Outward[]>
}

/** Metres to a mile as the return's own guidance has it: a distance is metres / 1000 / 1.6093. */
export const miles = (from: Point, to: Point): number =>
  Math.hypot(from.easting - to.easting, from.northing - to.northing) / 1609.3

export function layGround(areas: readonly Area[], all: readonly Outward[]): Ground {
  const inRegion = new Set(areas.map(area => area.code))
  const within = new Map(areas.map(area => [area.code, all.filter(each => each.area === area.code)] as const))
  const middles = new Map(areas.map(area => [area.code, middle(within.get(area.code)!)]))
  const reach = areas.map(from => {
    const here = middles.get(from.code)!
    const weights = areas
      .filter(to => to.code !== from.code)
      .map(to => [to.code, nearness(to, miles(here, middles.get(to.code)!))] as const)
    return [from.code, weights] as const
  })
  const outside = all.filter(each => !inRegion.has(each.area))
  const beyond = areas.map(area => {
    const here = middles.get(area.code)!
    return [area.code, outside.filter(each => miles(here, each) < 170)] as const
  })
  return { areas, outward: all, within, reach: new Map(reach), beyond: new Map(beyond) }
}

/** A neighbour is likelier than a stranger, and a large neighbour likelier than a small one. */
const nearness = (to: Area, apart: number): number => to.under18 / (6 + apart) ** 3.4

function middle(codes: readonly Outward[]): Point {
  if (codes.length === 0) throw new RangeError('an area without an outward code cannot be invented in')
  const mean = (of: (each: Outward) => number) =>
    codes.reduce((sum, each) => sum + of(each), 0) / codes.length
  return { easting: mean(each => each.easting), northing: mean(each => each.northing) }
}

/** A second half of the right form that is given to no address we know of: it ends in X, Y or Z, twice. */
const units = ['XX', 'XY', 'XZ', 'YX', 'YY', 'YZ', 'ZX', 'ZY', 'ZZ']

export const postcodeIn = (by: Chance, outward: Outward): string =>
  `${outward.code} ${Math.floor(by.next() * 10)}${pick(by, units)}`

/** Somewhere among the addresses of an outward code, within about a mile of its middle. */
export function spotIn(by: Chance, outward: Outward): Spot {
  const postcode = postcodeIn(by, outward)
  const easting = Math.round(normal(by, outward.easting, 900))
  const northing = Math.round(normal(by, outward.northing, 900))
  return { postcode, area: outward.area, easting, northing }
}

/** Where a family lives: at the middle of its outward code, as far as the platform knows without the full directory. */
export const homeIn = (by: Chance, outward: Outward): Spot => ({
  postcode: postcodeIn(by, outward),
  area: outward.area,
  easting: outward.easting,
  northing: outward.northing,
})

/** The area to look in for a home: the child's own, one of the region's others, or none of the region's. */
export function areaToLookIn(by: Chance, ground: Ground, own: string, shares: Where): string | null {
  if (happens(by, shares.own)) return own
  const others = ground.reach.get(own)!
  if (others.length === 0 || happens(by, shares.beyond / (1 - shares.own))) return null
  return weighted(by, others)
}

/** The share of homes found in the child's own area, and outside the region altogether. */
export type Where = { readonly own: number; readonly beyond: number }
