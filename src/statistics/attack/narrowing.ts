/** What follows from one sum at a time, again and again, until nothing more follows: quick, and never too much. */

import type { Equation, Knowledge } from './known.ts'

/** The lowest and highest value of each figure; `impossible` names a sum that cannot hold. */
export type Range = {
  readonly low: Float64Array
  readonly high: Float64Array
  readonly impossible?: Equation
}

/** Each figure is a whole number, so that a bound may be taken to the next one inside. */
export function narrow({ quantities, equations }: Knowledge, most = 200_000): Range {
  const low = Float64Array.from(quantities, quantity => quantity.low)
  const high = Float64Array.from(quantities, quantity => quantity.high)
  for (let i = 0; i < low.length; i++) if (low[i]! > high[i]!) return { low, high, impossible: [i] }
  const standing: number[][] = quantities.map(() => [])
  for (const [i, equation] of equations.entries()) for (const each of equation) standing[each]!.push(i)
  const queue = equations.map((_, i) => i)
  const waiting = new Uint8Array(equations.length).fill(1)
  for (let turn = 0; turn < queue.length && turn < most + equations.length; turn++) {
    const next = queue[turn]!
    waiting[next] = 0
    const changed = narrowBy(equations[next]!, low, high)
    if (changed === undefined) return { low, high, impossible: equations[next]! }
    for (const each of changed)
      for (const other of standing[each]!)
        if (!waiting[other]) {
          waiting[other] = 1
          queue.push(other)
        }
  }
  return { low, high }
}

/** Which figures became narrower; undefined where the sum cannot hold. */
function narrowBy(equation: Equation, low: Float64Array, high: Float64Array): number[] | undefined {
  const [total, ...parts] = equation as [number, ...number[]]
  let least = 0
  let most = 0
  let boundless = 0
  for (const part of parts) {
    least += low[part]!
    if (high[part] === Infinity) boundless++
    else most += high[part]!
  }
  const changed: number[] = []
  const within = (each: number, from: number, to: number): boolean => {
    if (from <= low[each]! && to >= high[each]!) return true
    low[each] = Math.max(low[each]!, from)
    high[each] = Math.min(high[each]!, to)
    changed.push(each)
    return low[each] <= high[each]
  }
  // Bounds of the sum as it came in, so that each part is held against the same.
  const [from, to] = [low[total]!, high[total]!]
  if (!within(total, least, boundless > 0 ? Infinity : most)) return undefined
  for (const part of parts) {
    const [own, top] = [low[part]!, high[part]!]
    const others =
      top === Infinity ? (boundless > 1 ? Infinity : most) : boundless > 0 ? Infinity : most - top
    if (!within(part, from - others, to - (least - own))) return undefined
  }
  return changed
}
