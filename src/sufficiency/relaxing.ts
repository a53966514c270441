/** How little any choice of sites could cost: a bound from prices that the demands pay. */

import type { Costs } from './costs.ts'

/** Which sites are open whatever comes, which may be, and how many at the most. */
export type Part = {
  readonly opens: readonly number[]
  readonly free: readonly number[]
  readonly most: number
}

export type Relaxed = {
  readonly bound: number
  readonly prices: Float64Array
  /** What each site adds to the bound if it opens: 0 or less. */
  readonly worth: Float64Array
  /** Of the free, those that the bound opens, and those that it does not. */
  readonly chosen: readonly number[]
  readonly left: readonly number[]
  /** In what share of the rounds each site was open: near a half where the bound cannot decide. */
  readonly often: Float64Array
}

export type Effort = {
  readonly rounds: number
  readonly patience: number
  /** A bound above it is enough. */
  readonly enough: number
  /** What a choice is known to cost: how far up the bound might go. */
  readonly known: number
  /** Hears of the sites that each better bound opens. */
  readonly tell?: (open: readonly number[]) => void
}

/**
 * Each demand pays a price to whoever serves it, a site is worth what it earns below the prices, and the best sites by
 * worth bound every choice from below. Prices are improved by the subgradient method (Held, Wolfe and Crowder 1974; for
 * the p-median Narula, Ogbu and Samuelsson 1977). Cost: rounds times the pairs of a demand and a site within its price.
 */
export function relaxed(costs: Costs, part: Part, start: Float64Array, effort: Effort): Relaxed {
  const prices = start.slice()
  const often = new Float64Array(costs.sites)
  let [step, waited, counted] = [2, 0, 0]
  let top = priced(costs, part, prices)
  for (let round = 0; round < effort.rounds && top.bound <= effort.enough && step > 1e-4; round += 1) {
    const now = round === 0 ? top : priced(costs, part, prices)
    for (const j of now.chosen) often[j]! += 1
    counted += 1
    if (now.bound > top.bound + 1e-9) {
      top = now
      waited = 0
      effort.tell?.([...part.opens, ...now.chosen])
    } else if ((waited += 1) >= effort.patience) {
      ;[step, waited] = [step / 2, 0]
      prices.set(top.prices)
      continue
    }
    if (
      !improve(
        costs,
        [...part.opens, ...now.chosen],
        prices,
        step * (effort.known * 1.0005 - now.bound + 1e-6),
      )
    )
      break
  }
  return { ...top, often: often.map(times => times / Math.max(1, counted)) }
}

/** Moves each price towards being served once; false where every demand is. */
function improve(
  { demands, sites, of, order }: Costs,
  open: readonly number[],
  prices: Float64Array,
  far: number,
): boolean {
  const isOpen = new Uint8Array(sites)
  for (const j of open) isOpen[j] = 1
  const slope = new Float64Array(demands).fill(1)
  let length = 0
  for (let i = 0, row = 0; i < demands; i += 1, row += sites) {
    const price = prices[i]!
    for (let k = row; k < row + sites; k += 1) {
      const j = order[k]!
      if (of[row + j]! >= price) break
      slope[i]! -= isOpen[j]!
    }
    length += slope[i]! ** 2
  }
  if (length === 0) return false
  for (let i = 0; i < demands; i += 1) prices[i] = Math.max(0, prices[i]! + (far / length) * slope[i]!)
  return true
}

/** Between the nearest and the second nearest open site, where good prices lie. */
export function startingPrices({ demands, sites, of }: Costs, open: readonly number[]): Float64Array {
  return Float64Array.from({ length: demands }, (_, i) => {
    const [first = 0, second = first] = open.map(j => of[i * sites + j]!).toSorted((a, b) => a - b)
    return (first + second) / 2
  })
}

/** Sites further from a demand than its price earn nothing from it, and are most of them: they are not looked at. */
function priced({ demands, sites, of, order }: Costs, { opens, free, most }: Part, prices: Float64Array) {
  const worth = new Float64Array(sites)
  let sum = 0
  for (let i = 0, row = 0; i < demands; i += 1, row += sites) {
    const price = prices[i]!
    sum += price
    for (let k = row; k < row + sites; k += 1) {
      const j = order[k]!
      const earned = of[row + j]! - price
      if (earned >= 0) break
      worth[j]! += earned
    }
  }
  const inOrder = free.toSorted((a, b) => worth[a]! - worth[b]!)
  const chosen = inOrder.slice(0, most - opens.length)
  const bound = [...opens, ...chosen].reduce((all, j) => all + worth[j]!, sum)
  return { bound, prices: prices.slice(), worth, chosen, left: inOrder.slice(most - opens.length) }
}
