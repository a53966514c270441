/** How low and how high each figure of an island may be: every answer of the solver is a point that tells of all. */

import { type Opened, type Programme, open } from '#shared/solving'
import type { Range } from './narrowing.ts'

/** Nearer than this is the same: the solver's own tolerance, with room. */
export const near = 1e-6

export type End = 'low' | 'high'

/** What has been seen to be possible: of all points, and of those in whole numbers alone. */
export type Survey = {
  readonly figures: readonly number[]
  readonly opened: Opened
  readonly place: ReadonlyMap<number, number>
  readonly seen: Extremes
  readonly whole: Extremes
}
export type Extremes = { readonly low: Float64Array; readonly high: Float64Array }

/** Undefined where no values fit: the tables contradict themselves. */
export async function surveyOf(
  programme: Programme,
  figures: readonly number[],
): Promise<Survey | undefined> {
  const size = figures.length
  const opened = await open(programme, { presolve: false })
  const place = new Map(figures.map((figure, i) => [figure, i]))
  const survey = { figures, opened, place, seen: extremes(size), whole: extremes(size) }
  if (look(survey)) return survey
  opened.close()
  return undefined
}

/** Looks far out in many directions at once, until nearly every wanted figure is seen to be uncertain enough. */
export function sweep(
  survey: Survey,
  wanted: readonly number[],
  isEnough: (figure: number) => boolean,
): number[] {
  let left = wanted.filter(figure => !isEnough(figure))
  for (let round = 1; left.length > 3 && round <= 24; round++) {
    const pushed = left.map(figure => survey.place.get(figure)!)
    for (const i of pushed) survey.opened.setCost(i, scattered(i, round))
    look(survey)
    for (const i of pushed) survey.opened.setCost(i, 0)
    left = left.filter(figure => !isEnough(figure))
  }
  return left
}

/** Makes one end of a figure's range exact. */
export function reach(survey: Survey, figure: number, end: End, range: Range): void {
  const i = survey.place.get(figure)!
  const sign = end === 'high' ? -1 : 1
  if (sign * (survey.seen[end][i]! - range[end][figure]!) < near) return
  survey.opened.setCost(i, sign)
  const values = look(survey)
  survey.opened.setCost(i, 0)
  // Boundless: what was known stands. Otherwise each is a whole number, and the next one inside will do.
  if (values === 'boundless') return
  range[end][figure] = end === 'high' ? Math.floor(values![i]! + near) : Math.ceil(values![i]! - near)
}

/** Where the sum of the costs is least; every figure's value there has been seen. */
function look({ opened, seen, whole }: Survey): Float64Array | 'boundless' | undefined {
  const solved = opened.solve()
  if (solved.state === 'unbounded') return 'boundless'
  if (solved.state !== 'optimal') return undefined
  see(seen, solved.values)
  if (solved.values.every(value => Math.abs(value - Math.round(value)) < near))
    see(whole, solved.values.map(Math.round))
  return solved.values
}

const extremes = (size: number): Extremes => ({
  low: new Float64Array(size).fill(Infinity),
  high: new Float64Array(size).fill(-Infinity),
})

function see({ low, high }: Extremes, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    low[i] = Math.min(low[i]!, values[i]!)
    high[i] = Math.max(high[i]!, values[i]!)
  }
}

/** Between -1 and 1, without order, and the same each time. */
function scattered(i: number, round: number): number {
  let mixed = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(round, 0x85ebca77)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) / 2 ** 31
}
