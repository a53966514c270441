/** Which authorities share a border, as their kilometre squares tell. */

import type { Run } from './square.ts'

export type Neighbours = ReadonlyMap<string, readonly string[]>

/** Shores that only face each other are not neighbours: the Isle of Wight has none. */
export function neighboursIn(runs: readonly Run[]): Neighbours {
  const areas = new Map<number, string>()
  for (const { northing, easting, squares, area } of runs) {
    for (let along = 0; along < squares; along += 1) areas.set(northing * stride + easting + along, area)
  }
  const found = new Map<string, Set<string>>()
  for (const [at, area] of areas) {
    for (const beside of [areas.get(at + 1), areas.get(at + stride)]) {
      if (beside === undefined || beside === area) continue
      found.set(area, (found.get(area) ?? new Set()).add(beside))
      found.set(beside, (found.get(beside) ?? new Set()).add(area))
    }
  }
  return new Map([...found].map(([area, others]) => [area, [...others].toSorted()]))
}

const stride = 1000
