/** How little any choice of sites could cost: a bound from prices that the demands pay. */

import { type Chosen, type Part, choose } from './choosing.ts'
import type { Costs } from './costs.ts'

export type Relaxed = Chosen & {
  readonly bound: number
  /** What each demand pays, and last what the whole budget is worth. */
  readonly prices: Float64Array
  /** What each site adds to the bound if it opens: never more than 0, but where money has a price. */
  readonly worth: Float64Array
  /** The free sites that the bound opens. */
  readonly chosen: readonly number[]
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
 * the p-median Narula, Ogbu and Samuelsson 1977); money has a price too, where there is a budget. Cost: rounds times
 * the pairs of a demand and a site within its price.
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
  { demands, sites, of, order, shares }: Costs,
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
  const overspent = shares ? open.reduce((sum, j) => sum + shares[j]!, -1) : 0
  length += overspent ** 2 * demands
  if (length === 0) return false
  for (let i = 0; i < demands; i += 1) prices[i] = Math.max(0, prices[i]! + (far / length) * slope[i]!)
  prices[demands] = Math.max(0, prices[demands]! + (far / length) * overspent * demands)
  return true
}

/** Between the nearest and the second nearest open site, where good prices lie. */
export function startingPrices({ demands, sites, of }: Costs, open: readonly number[]): Float64Array {
  const prices = new Float64Array(demands + 1)
  for (let i = 0; i < demands; i += 1) {
    const [first = 0, second = first] = open.map(j => of[i * sites + j]!).toSorted((a, b) => a - b)
    prices[i] = (first + second) / 2
  }
  return prices
}

/** Sites further from a demand than its price earn nothing from it, and are most of them: they are not looked at. */
function priced(costs: Costs, part: Part, prices: Float64Array) {
  const { demands, sites, of, order, shares } = costs
  const money = prices[demands]!
  const worth = shares ? shares.map(share => share * money) : new Float64Array(sites)
  let sum = -money
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
  const found = choose(costs, part, worth)
  const { needed, extra, left } = found ?? { needed: [], extra: [], left: part.free }
  const chosen = [...needed, ...extra]
  const bound = found ? [...part.opens, ...chosen].reduce((all, j) => all + worth[j]!, sum) : Infinity
  return { bound, prices: prices.slice(), worth, needed, extra, chosen, left }
}
