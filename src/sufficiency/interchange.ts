/** A good choice of sites, quickly: each the best to add, then the best exchange until none helps. */

import { type Costs, totalOf } from './costs.ts'

export type Choice = { readonly open: readonly number[]; readonly objective: number }
type May = { readonly fixed: readonly number[]; readonly free: readonly number[] }

export function greedy({ demands, sites, of }: Costs, { fixed, free }: May, most: number): number[] {
  const open = [...fixed]
  const best = new Float64Array(demands).fill(Infinity)
  const take = (j: number) => {
    for (let i = 0; i < demands; i += 1) best[i] = Math.min(best[i]!, of[i * sites + j]!)
  }
  for (const j of fixed) take(j)
  const left = new Set(free)
  while (open.length < most && left.size > 0) {
    let [chosen, least] = [-1, Infinity]
    for (const j of left) {
      let sum = 0
      for (let i = 0; i < demands; i += 1) sum += Math.min(best[i]!, of[i * sites + j]!)
      if (sum < least) [chosen, least] = [j, sum]
    }
    take(chosen)
    left.delete(chosen)
    open.push(chosen)
  }
  return open
}

/**
 * Until no exchange helps. Teitz and Bart (1968); each round looks at every exchange in demands times sites steps, as
 * Whitaker (1983) showed.
 */
export function exchanged(costs: Costs, may: May, start: readonly number[]): Choice {
  const open = [...start]
  for (;;) {
    const best = bestExchange(costs, may, open)
    if (!best || best.gain <= 1e-9)
      return { open: open.toSorted((a, b) => a - b), objective: totalOf(costs, open) }
    open[open.indexOf(best.out)] = best.into
  }
}

/** The exchange that saves most, even where it saves nothing; null where there is none. */
export function bestExchange(costs: Costs, { fixed, free }: May, open: readonly number[]) {
  const { demands, sites, of } = costs
  const { first, second, at } = twoNearest(costs, open)
  const isOpen = new Set(open)
  const leaving = open.filter(j => !fixed.includes(j))
  const loss = new Float64Array(sites)
  let best: { readonly into: number; readonly out: number; readonly gain: number } | null = null
  for (const into of free) {
    if (isOpen.has(into)) continue
    let gain = 0
    for (const j of open) loss[j] = 0
    for (let i = 0; i < demands; i += 1) {
      const cost = of[i * sites + into]!
      if (cost < first[i]!) gain += first[i]! - cost
      else loss[at[i]!]! += Math.min(cost, second[i]!) - first[i]!
    }
    for (const out of leaving) {
      if (!best || gain - loss[out]! > best.gain) best = { into, out, gain: gain - loss[out]! }
    }
  }
  return best
}

function twoNearest({ demands, sites, of }: Costs, open: readonly number[]) {
  const first = new Float64Array(demands).fill(Infinity)
  const second = new Float64Array(demands).fill(Infinity)
  const at = new Int32Array(demands)
  for (let i = 0; i < demands; i += 1) {
    for (const j of open) {
      const cost = of[i * sites + j]!
      if (cost < first[i]!) {
        second[i] = first[i]!
        first[i] = cost
        at[i] = j
      } else if (cost < second[i]!) second[i] = cost
    }
  }
  return { first, second, at }
}
