/** Invented places to site homes in: towns joined by roads, as in the test problems of Beasley (1985). */

import type { Problem } from './problem.ts'

/** The same for the same seed: mulberry32. */
export function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** So many towns, each a demand of 1 and a site, `towns²/50` roads of 1 to 100 miles, and the shortest ways by road. */
export function inventRoads(towns: number, open: number, seed: number): Problem {
  const chance = chances(seed)
  const miles = Array.from({ length: towns }, (_, i) =>
    Array.from({ length: towns }, (_each, j) => (i === j ? 0 : Infinity)),
  )
  const road = (a: number, b: number) => {
    const length = 1 + Math.floor(chance() * 100)
    miles[a]![b] = miles[b]![a] = Math.min(miles[a]![b]!, length)
  }
  for (let town = 1; town < towns; town += 1) road(town - 1, town)
  for (let roads = towns; roads < towns ** 2 / 50; roads += 1) {
    const [a, b] = [Math.floor(chance() * towns), Math.floor(chance() * towns)]
    if (a !== b) road(a, b)
  }
  for (let by = 0; by < towns; by += 1) {
    for (const row of miles) {
      for (let to = 0; to < towns; to += 1) row[to] = Math.min(row[to]!, row[by]! + miles[by]![to]!)
    }
  }
  const names = miles.map((_, i) => `town ${i + 1}`)
  const usual = { cost: 0, capacity: null, fixed: false, forbidden: false, group: null }
  return {
    demand: names.map(id => ({ id, weight: 1 })),
    sites: names.map(id => ({ id, ...usual })),
    distance: miles,
    open,
    within: null,
    budget: null,
    minimum: new Map(),
    worst: null,
  }
}

/** What a problem is about; the rest is as usual. */
export type Facts = Partial<Omit<Problem, 'sites' | 'demand'>> & {
  readonly weights?: readonly number[]
  readonly sites?: readonly Partial<Problem['sites'][number]>[]
}

export function problemOf({ weights, sites, distance = [], ...rest }: Facts): Problem {
  const usual = { cost: 0, capacity: null, fixed: false, forbidden: false, group: null }
  const columns = distance[0]?.length ?? 0
  return {
    demand: distance.map((_, i) => ({ id: `d${i}`, weight: weights?.[i] ?? 1 })),
    sites: Array.from({ length: columns }, (_, j) => ({ id: `s${j}`, ...usual, ...sites?.[j] })),
    distance,
    open: 1,
    within: null,
    budget: null,
    minimum: new Map(),
    worst: null,
    ...rest,
  }
}
