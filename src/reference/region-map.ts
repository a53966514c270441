/** A map of authorities as SVG paths, drawn from kilometre squares and smoothed. */

import type { Position } from './position.ts'
import type { Run } from './square.ts'

export type Point = readonly [x: number, y: number]
export type MapArea = {
  readonly code: string
  readonly name: string
  /** The `d` of an SVG path; holes and islands are in it. */
  readonly path: string
  /** Well inside the area, for its name. */
  readonly labelAt: Point
}
export type RegionMap = {
  readonly width: number
  readonly height: number
  readonly areas: readonly MapArea[]
  readonly project: (position: Position) => Point
}
export type Ground = {
  readonly runs: readonly Run[]
  readonly nameOf: (code: string) => string
}

const margin = 2
const smoothings = 4
/** Islets below this many square kilometres are left out, unless they are all there is. */
const islet = 4

export function drawRegion(ground: Ground, codes: readonly string[], width: number): RegionMap {
  const wanted = new Set(codes)
  const squares = squaresOf(ground.runs.filter(({ area }) => wanted.has(area)))
  const byArea = Map.groupBy(squares.keys(), at => squares.get(at)!)
  const own = (code: string) => byArea.get(code) ?? []
  const frame = frameOf([...squares.keys()], width)
  const borders = codes.map(code => ({ code, edges: edgesOf(squares, own(code)) }))
  const corners = smoothed(borders.flatMap(({ edges }) => edges))
  const draw = (corner: number): Point => frame.place(...corners.at(corner))
  return {
    width,
    height: frame.height,
    areas: borders.map(({ code, edges }) => ({
      code,
      name: ground.nameOf(code),
      path: ringsOf(edges)
        .map(ring => ring.filter(corners.isKept).map(draw))
        .map(points => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`)
        .join(''),
      labelAt: frame.place(...innermost(own(code))),
    })),
    project: ({ easting, northing }) => frame.place(easting / 1000, northing / 1000),
  }
}

/** One number for a square's south-west corner, and so for any corner of the grid. */
const stride = 1000
const east = (at: number) => at % stride
const north = (at: number) => Math.floor(at / stride)

type Squares = ReadonlyMap<number, string>
type Edge = readonly [from: number, to: number]

const squaresOf = (runs: readonly Run[]): Squares =>
  new Map(
    runs.flatMap(({ northing, easting, squares, area }) =>
      Array.from({ length: squares }, (_, along) => [northing * stride + easting + along, area] as const),
    ),
  )

function frameOf(squares: readonly number[], width: number) {
  const [west, right] = extent(squares.map(east))
  const [south, top] = extent(squares.map(north))
  const scale = (width - 2 * margin) / (right + 1 - west)
  const height = Math.ceil((top + 1 - south) * scale + 2 * margin)
  const place = (x: number, y: number): Point => [
    tenth(margin + (x - west) * scale),
    tenth(height - margin - (y - south) * scale),
  ]
  return { height, place }
}

/** The sides of an area's squares on which something else begins, each with the area on its left. */
function edgesOf(squares: Squares, own: readonly number[]): Edge[] {
  return own.flatMap(at => {
    const sides: [number, Edge][] = [
      [at - stride, [at, at + 1]],
      [at + 1, [at + 1, at + 1 + stride]],
      [at + stride, [at + 1 + stride, at + stride]],
      [at - 1, [at + stride, at]],
    ]
    return sides.filter(([beyond]) => squares.get(beyond) !== squares.get(at)).map(([, edge]) => edge)
  })
}

/** Joins edges end to end. Where two of an area's squares touch only at a corner, the ring turns left there. */
function ringsOf(edges: readonly Edge[]): number[][] {
  const onward = Map.groupBy(edges, ([from]) => from)
  const rings: number[][] = []
  for (const [first] of edges) {
    const ring: number[] = []
    let before = first
    for (let at = first, next = leave(onward, at, before); next; next = leave(onward, at, before)) {
      ring.push(at)
      before = at
      at = next[1]
    }
    if (ring.length > 0) rings.push(ring)
  }
  const whole = rings.filter(ring => Math.abs(areaOfRing(ring)) >= islet)
  return whole.length > 0 ? whole : rings
}

function leave(onward: Map<number, Edge[]>, at: number, before: number): Edge | undefined {
  const ways = onward.get(at) ?? []
  const left = ways.findIndex(([, to]) => isLeft(before, at, to))
  return ways.splice(Math.max(left, 0), 1)[0]
}

const isLeft = (before: number, at: number, to: number) =>
  (east(at) - east(before)) * (north(to) - north(at)) > (north(at) - north(before)) * (east(to) - east(at))

const areaOfRing = (ring: readonly number[]) =>
  ring.reduce((sum, at, index) => {
    const next = ring[(index + 1) % ring.length]!
    return sum + (east(at) * north(next) - east(next) * north(at)) / 2
  }, 0)

/** Moves each corner towards those it is joined to. A corner is moved once for all areas that meet there. */
function smoothed(edges: readonly Edge[]) {
  const joined = new Map<number, Set<number>>()
  for (const [from, to] of edges) {
    joined.set(from, (joined.get(from) ?? new Set()).add(to))
    joined.set(to, (joined.get(to) ?? new Set()).add(from))
  }
  let places = new Map<number, Point>([...joined.keys()].map(at => [at, [east(at), north(at)]]))
  for (let round = 0; round < smoothings; round += 1) {
    places = new Map(
      [...joined].map(([at, others]) => [
        at,
        nearer(
          places.get(at)!,
          [...others].map(each => places.get(each)!),
        ),
      ]),
    )
  }
  return {
    at: (corner: number) => places.get(corner)!,
    /** Every other corner will do, so long as both neighbours keep the same ones and all meeting points stay. */
    isKept: (corner: number) => (east(corner) + north(corner)) % 2 === 0 || joined.get(corner)!.size !== 2,
  }
}

const nearer = ([x, y]: Point, others: readonly Point[]): Point => [
  (x + mean(others.map(each => each[0]))) / 2,
  (y + mean(others.map(each => each[1]))) / 2,
]

/** Peels an area square by square: what is left last is deepest inside, and of that the nearest to the middle. */
function innermost(own: readonly number[]): Point {
  let inside = new Set(own)
  const middle: Point = [mean([...inside].map(east)), mean([...inside].map(north))]
  for (let next = peeled(inside); next.size > 0; next = peeled(inside)) inside = next
  const away = (at: number) => Math.hypot(east(at) - middle[0], north(at) - middle[1])
  const best = [...inside].reduce((a, b) => (away(b) < away(a) ? b : a))
  return [east(best) + 0.5, north(best) + 0.5]
}

const peeled = (inside: ReadonlySet<number>) =>
  new Set(
    [...inside].filter(at => [at - 1, at + 1, at - stride, at + stride].every(each => inside.has(each))),
  )

const extent = (values: readonly number[]): [number, number] =>
  values.reduce<[number, number]>(
    ([low, high], each) => [Math.min(low, each), Math.max(high, each)],
    [Infinity, 0],
  )
const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length
const tenth = (value: number) => Math.round(value * 10) / 10
