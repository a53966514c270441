/** How low and how high each figure of an island may be: every answer of the solver is a point that tells of all. */

import { type Programme, open } from '#shared/solving'
import type { Knowledge } from './known.ts'
import type { Range } from './narrowing.ts'

/** Nearer than this is the same: the solver's own tolerance, with room. */
export const near = 1e-6

export type Survey = {
  /** False where no values fit: the tables contradict themselves. */
  readonly isPossible: boolean
  /** Makes the range of each wanted figure exact. */
  readonly reachAll: (wanted: readonly number[], range: Range) => void
  /** The lowest and highest value seen in points of whole numbers. */
  readonly wholeRange: (figure: number) => readonly [low: number, high: number] | undefined
  readonly close: () => void
}

export async function surveyOf(
  programme: Programme,
  figures: readonly number[],
  { quantities }: Knowledge,
): Promise<Survey> {
  const opened = await open(programme, { presolve: false })
  const counts = figures.map(figure => quantities[figure]!.of === 'count')
  const place = new Map(figures.map((figure, i) => [figure, i]))
  const seen = extremes(figures.length)
  const whole = extremes(figures.length)

  /** Where the sum of the costs is least; every figure's value there has been seen. */
  const look = (): Float64Array | 'boundless' | undefined => {
    const solved = opened.solve()
    if (solved.state === 'unbounded') return 'boundless'
    if (solved.state !== 'optimal') return undefined
    see(seen, solved.values)
    const isWhole = solved.values.every(
      (value, i) => !counts[i] || Math.abs(value - Math.round(value)) < near,
    )
    if (isWhole) see(whole, solved.values.map(Math.round))
    return solved.values
  }

  /** All figures not yet seen at their bound, pushed towards it together. */
  const sweep = (wanted: readonly number[], range: Range, end: End): void => {
    for (let left = wanted.length + 1; ;) {
      const open = wanted.filter(figure => !isReached(seen, place.get(figure)!, end, range[end][figure]!))
      if (open.length < 8 || open.length > left * 0.9) return
      left = open.length
      const pushed = open.map(figure => place.get(figure)!)
      for (const i of pushed) opened.setCost(i, end === 'high' ? -1 : 1)
      look()
      for (const i of pushed) opened.setCost(i, 0)
    }
  }

  const reach = (figure: number, range: Range, end: End): void => {
    const i = place.get(figure)!
    if (isReached(seen, i, end, range[end][figure]!)) return
    opened.setCost(i, end === 'high' ? -1 : 1)
    const values = look()
    opened.setCost(i, 0)
    if (typeof values !== 'object') return
    // Every figure is a whole number, so the reader may go to the next one inside.
    range[end][figure] = end === 'high' ? Math.floor(values[i]! + near) : Math.ceil(values[i]! - near)
  }

  return {
    isPossible: look() !== undefined,
    reachAll: (wanted, range) => {
      for (const end of ['high', 'low'] as const) {
        sweep(wanted, range, end)
        for (const figure of wanted) reach(figure, range, end)
      }
    },
    wholeRange: figure => {
      const i = place.get(figure)!
      return whole.low[i]! <= whole.high[i]! ? [whole.low[i]!, whole.high[i]!] : undefined
    },
    close: opened.close,
  }
}

type End = 'low' | 'high'
type Extremes = { readonly low: Float64Array; readonly high: Float64Array }

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

const isReached = ({ low, high }: Extremes, i: number, end: End, bound: number): boolean =>
  end === 'high' ? high[i]! > bound - near : low[i]! < bound + near
