/** A good choice of sites, quickly: each the best to add, then the best exchange until none helps. */

import { type Costs, totalOf } from './costs.ts'

export type Choice = { readonly open: readonly number[]; readonly objective: number }

/** Which sites are open whatever comes, which may be, how many at the most, and what else a choice must keep to. */
export type Allowed = {
  readonly fixed: readonly number[]
  readonly free: readonly number[]
  readonly most: number
  readonly keeps: (open: readonly number[]) => boolean
}

/** What `keeps` is where only the number is limited: it need not be asked. */
export const anything = (): boolean => true

export function greedy({ demands, sites, of }: Costs, { fixed, free, most }: Allowed): number[] {
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
 * Until no exchange helps, nor a site more where that is allowed. Teitz and Bart (1968); each round looks at every
 * exchange in demands times sites steps, as Whitaker (1983) showed. `start` must keep to what is asked.
 */
export function exchanged(costs: Costs, allowed: Allowed, start: readonly number[]): Choice {
  const open = [...start]
  for (;;) {
    const best = bestExchange(costs, allowed, open)
    if (best && best.gain > 1e-9) open[open.indexOf(best.out)] = best.into
    else {
      const more = open.length < allowed.most ? bestAddition(costs, allowed, open) : null
      if (more === null) return { open: open.toSorted((a, b) => a - b), objective: totalOf(costs, open) }
      open.push(more)
    }
  }
}

/** The exchange that saves most, even where it saves nothing; null where there is none. */
export function bestExchange(costs: Costs, allowed: Allowed, open: readonly number[]) {
  const { keeps } = allowed
  let best: { readonly into: number; readonly out: number; readonly gain: number } | null = null
  eachExchange(costs, allowed, open, (into, out, gain) => {
    if (best && gain <= best.gain) return
    if (keeps === anything || keeps(swapped(open, out, into))) best = { into, out, gain }
  })
  return best as { readonly into: number; readonly out: number; readonly gain: number } | null
}

export const swapped = (open: readonly number[], out: number, into: number): number[] =>
  open.map(j => (j === out ? into : j))

/** Tells of each exchange what it saves, whatever it must keep to. */
export function eachExchange(
  costs: Costs,
  { fixed, free }: Pick<Allowed, 'fixed' | 'free'>,
  open: readonly number[],
  tell: (into: number, out: number, gain: number) => void,
): void {
  const { demands, sites, of } = costs
  const { first, second, at } = twoNearest(costs, open)
  const isOpen = new Set(open)
  const leaving = open.filter(j => !fixed.includes(j))
  const loss = new Float64Array(sites)
  for (const into of free) {
    if (isOpen.has(into)) continue
    let gain = 0
    for (const j of open) loss[j] = 0
    for (let i = 0; i < demands; i += 1) {
      const cost = of[i * sites + into]!
      if (cost < first[i]!) gain += first[i]! - cost
      else loss[at[i]!]! += Math.min(cost, second[i]!) - first[i]!
    }
    for (const out of leaving) tell(into, out, gain - loss[out]!)
  }
}

/** The site that saves most beside those that are open; null where none saves anything. */
function bestAddition(costs: Costs, { free, keeps }: Allowed, open: readonly number[]): number | null {
  const { demands, sites, of } = costs
  const { first } = twoNearest(costs, open)
  let [best, most] = [null as number | null, 1e-9]
  for (const into of free) {
    if (open.includes(into)) continue
    let gain = 0
    for (let i = 0; i < demands; i += 1) gain += Math.max(0, first[i]! - of[i * sites + into]!)
    if (gain > most && keeps([...open, into])) [best, most] = [into, gain]
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
