/** How the country is cut into squares: each to the authority nearest to it, and the sea to none. */

import { Delaunay } from 'd3-delaunay'
import type { Area } from './authority.ts'
import type { Entry } from './outward-code.ts'
import type { Run } from './square.ts'

/** England and its borders lie within this many kilometres east and north of the grid's origin. */
const size = 670
/** Water is where a circle of this many kilometres holds no postcode, and the open sea can reach it. */
const emptyRadius = 1.6
const everywhere = Array.from({ length: size * size }, (_, at) => at)

export function runsOf(entries: Iterable<Entry>): Run[] {
  const seeds = seedsOf(entries)
  const nearest = Delaunay.from(
    seeds,
    ({ x }) => x,
    ({ y }) => y,
  )
  const sea = seaAround(seeds, nearest)
  let hint = 0
  const areas = everywhere.map(at => {
    hint = nearest.find(column(at) + 0.5, row(at) + 0.5, hint)
    return sea[at] ? '' : seeds[hint]!.area
  })
  return inRuns(withoutSpecks(areas))
}

type Seed = { x: number; y: number; area: Area }

/** For each inhabited square, the middle of its postcodes and the area of most of them. */
function seedsOf(entries: Iterable<Entry>): Seed[] {
  const squares = new Map<number, { x: number; y: number; count: number; areas: Map<Area, number> }>()
  for (const { position, area } of entries) {
    if (position === null || area === 'NIR' || area === 'NUK') continue
    const [x, y] = [position.easting / 1000, position.northing / 1000]
    if (x < 0 || y < 0 || x >= size || y >= size) continue
    const at = Math.floor(y) * size + Math.floor(x)
    const square = squares.get(at) ?? { x: 0, y: 0, count: 0, areas: new Map() }
    squares.set(at, square)
    square.x += x
    square.y += y
    square.count += 1
    square.areas.set(area, (square.areas.get(area) ?? 0) + 1)
  }
  return [...squares.values()].map(({ x, y, count, areas }) => ({
    x: x / count,
    y: y / count,
    area: most(areas),
  }))
}

function seaAround(seeds: readonly Seed[], nearest: Delaunay<Seed>): boolean[] {
  let hint = 0
  const empty = everywhere.filter(at => {
    const [x, y] = [column(at) + 0.5, row(at) + 0.5]
    hint = nearest.find(x, y, hint)
    return Math.hypot(seeds[hint]!.x - x, seeds[hint]!.y - y) > emptyRadius
  })
  const middles = Delaunay.from(empty, column, row)
  const isWater = everywhere.map(at => {
    hint = middles.find(column(at), row(at), hint % empty.length)
    const centre = empty[hint]!
    return Math.hypot(column(centre) - column(at), row(centre) - row(at)) < emptyRadius
  })
  return reachedFrom(0, isWater)
}

/** Empty moorland is not the sea: only what the sea can flow to is. */
function reachedFrom(start: number, isWater: readonly boolean[]): boolean[] {
  const reached = everywhere.map(() => false)
  const shore = [start]
  reached[start] = true
  for (let at = shore.pop(); at !== undefined; at = shore.pop()) {
    for (const next of besides(at)) {
      if (reached[next] || !isWater[next]) continue
      reached[next] = true
      shore.push(next)
    }
  }
  return reached
}

/** A square that three of its four neighbours would have goes to them, unless its area has few squares to lose. */
function withoutSpecks(areas: readonly Area[]): Area[] {
  const sizes = tally(areas)
  return areas.map((area, at) => {
    if (area === '' || sizes.get(area)! < 12) return area
    const [neighbour, count] = [...tally(besides(at).map(each => areas[each]!))].sort(
      (a, b) => b[1] - a[1],
    )[0]!
    return count >= 3 && neighbour !== area && neighbour !== '' ? neighbour : area
  })
}

function inRuns(areas: readonly Area[]): Run[] {
  const runs: { northing: number; easting: number; squares: number; area: Area }[] = []
  for (const [at, area] of areas.entries()) {
    if (!area.startsWith('E')) continue
    const last = runs.at(-1)
    const follows =
      last?.area === area && last.northing === row(at) && last.easting + last.squares === column(at)
    if (follows) last.squares += 1
    else runs.push({ northing: row(at), easting: column(at), squares: 1, area })
  }
  return runs
}

const column = (at: number) => at % size
const row = (at: number) => Math.floor(at / size)

const besides = (at: number) =>
  [
    column(at) > 0 ? at - 1 : -1,
    column(at) < size - 1 ? at + 1 : -1,
    at - size,
    at + size < size * size ? at + size : -1,
  ].filter(each => each >= 0)

function tally(areas: readonly Area[]): Map<Area, number> {
  const counts = new Map<Area, number>()
  for (const area of areas) counts.set(area, (counts.get(area) ?? 0) + 1)
  return counts
}

const most = (areas: ReadonlyMap<Area, number>): Area =>
  [...areas].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? ''
