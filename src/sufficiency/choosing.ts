/** Which of the free sites a bound opens: as many of the best of each group as it needs, and the best of the rest. */

import type { Costs } from './costs.ts'

/** Which sites are open whatever comes, which may be, and how many at the most. */
export type Part = {
  readonly opens: readonly number[]
  readonly free: readonly number[]
  readonly most: number
}

/** Each list from the best to the worst. */
export type Chosen = {
  /** That groups need. */
  readonly needed: readonly number[]
  readonly extra: readonly number[]
  readonly left: readonly number[]
}

/** `worth` is what each site adds to the bound: the less the better. Null where groups need more than can be. */
export function choose({ groups }: Costs, { opens, free, most }: Part, worth: Float64Array): Chosen | null {
  const inOrder = free.toSorted((a, b) => worth[a]! - worth[b]!)
  const wanted = groups ? groups.least.slice() : []
  if (groups) for (const j of opens) wanted[groups.of[j]!]! -= 1
  const [needed, rest]: [number[], number[]] = [[], []]
  for (const j of inOrder) {
    const isNeeded = groups !== null && wanted[groups.of[j]!]! > 0
    if (isNeeded) wanted[groups.of[j]!]! -= 1
    ;(isNeeded ? needed : rest).push(j)
  }
  const room = most - opens.length - needed.length
  if (room < 0 || wanted.some(more => more > 0)) return null
  const extra = rest.slice(0, room).filter(j => worth[j]! <= 0)
  return { needed, extra, left: rest.slice(extra.length) }
}
