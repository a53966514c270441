/** The best choice of sites for least miles, and the proof that no other is better. */

import type { Part } from './choosing.ts'
import { type Costs, nextBelow, totalOf } from './costs.ts'
import type { Choice } from './interchange.ts'
import { narrowed } from './narrowing.ts'
import { type Effort, type Relaxed, relaxed, startingPrices } from './relaxing.ts'

export type Proven = { readonly best: Choice; readonly bound: number; readonly optimal: boolean }

/** The best choice of a part by another method, where its programme is small enough; null where it is not. */
export type Exactly = (part: Part, mostColumns: number) => Promise<Proven | 'impossible' | null>

type Asked = {
  /** Whether a choice may be the answer. */
  readonly accepts: (open: readonly number[]) => boolean
  readonly exactly: Exactly
  readonly mend: Mend
  /** In milliseconds of `performance.now()`. */
  readonly until: number
}
type Search = Asked & {
  readonly costs: Costs
  best: Choice
  /** The least bound of a part that was left for want of time. */
  leftOpen: number
}

/** A quick bound leaves small programmes where many sites open; a thorough one is worth its time elsewhere. */
const quick = { rounds: 300, patience: 30, mostColumns: 1000 }
const thorough = { rounds: 3000, patience: 30, mostColumns: 3300 }
const atPart = { rounds: 120, patience: 8 }

export type Rooted = {
  readonly whole: Part
  readonly bounded: Relaxed
  readonly best: Choice
  readonly mostColumns: number
}

/** The bound on every choice of all, and the best choice met on the way to it: proofs begin from here. */
export const rootOf = (costs: Costs, whole: Part, start: Choice, mend: Mend): Rooted =>
  bound(costs, { whole, start, prices: startingPrices(costs, start.open), mend }, quick)

/** A choice that keeps to all that is asked, made of the sites that a bound opens; null where none was found. */
export type Mend = (open: readonly number[]) => Choice | null

type From = {
  readonly whole: Part
  readonly start: Choice
  readonly prices: Float64Array
  readonly mend: Mend
}

function bound(costs: Costs, { whole, start, prices, mend }: From, how: typeof quick): Rooted {
  let best = start
  const tried = new Set<string>()
  let heard = 0
  // The first bounds are told often and are far apart; later ones open much the same sites.
  const tell = (open: readonly number[]) => {
    const name = open.toSorted((a, b) => a - b).join()
    heard += 1
    if (tried.has(name) || (heard > 4 && heard % 12 > 0)) return
    tried.add(name)
    const choice = mend(open)
    if (choice && choice.objective < best.objective - 1e-9) best = choice
  }
  const bounded = relaxed(costs, whole, prices, { ...effortOf(costs, start, how), tell })
  return { whole, bounded, best, mostColumns: how.mostColumns }
}

/**
 * Bounds close and open most sites for good. What is left is given to `exactly` where it is small, and else tried in
 * two parts, one site open and the same closed, until no part can hold a better choice: branch and bound on Lagrangean
 * bounds, as Beasley (1985). `start` must be accepted. Answers the root too, from which the next proof may begin.
 */
export async function prove(
  costs: Costs,
  begun: Rooted,
  start: Choice,
  asked: Asked,
): Promise<Proven & { readonly root: Rooted }> {
  const search: Search = { ...asked, costs, best: start, leftOpen: Infinity }
  let root = begun
  let exact = await exactlyFrom(root, search)
  if (exact === null && root.mostColumns < thorough.mostColumns) {
    const { whole, best, bounded } = root
    root = bound(costs, { whole, start: best, prices: bounded.prices, mend: asked.mend }, thorough)
    offer(search, root.best)
    exact = await exactlyFrom(root, search)
  }
  if (exact === null) split(search, root.whole, root.bounded)
  else if (exact !== 'impossible') {
    offer(search, exact.best)
    if (!exact.optimal) search.leftOpen = exact.bound
  }
  const optimal = search.leftOpen === Infinity
  const { objective } = search.best
  return {
    best: search.best,
    bound: optimal ? objective : Math.min(objective, search.leftOpen),
    optimal,
    root,
  }
}

/** Nothing better is possible where the bound is above all that would be. */
const exactlyFrom = async ({ whole, bounded, mostColumns }: Rooted, search: Search) =>
  bounded.bound > belowOf(search)
    ? 'impossible'
    : search.exactly(narrowed(search.costs, whole, bounded, belowOf(search)), mostColumns)

const belowOf = ({ best, costs }: Search): number => nextBelow(best.objective, costs.whole)
const effortOf = (costs: Costs, { objective }: Choice, { rounds, patience }: typeof atPart): Effort => ({
  rounds,
  patience,
  enough: nextBelow(objective, costs.whole),
  known: objective,
})

function offer(search: Search, choice: Choice): void {
  if (choice.objective < search.best.objective - 1e-9 && search.accepts(choice.open)) search.best = choice
}

/** Nothing remains to be done in a part whose bound is above every better choice. */
function split(search: Search, part: Part, bounded: Relaxed): void {
  const { costs } = search
  if (bounded.bound > belowOf(search)) return
  const rest = narrowed(costs, part, bounded, belowOf(search))
  const open = [...rest.opens, ...bounded.chosen.filter(j => rest.free.includes(j))]
  offerOpen(search, open)
  if (rest.free.length === 0 || rest.opens.length === rest.most) return offerOpen(search, rest.opens)
  if (performance.now() > search.until) {
    search.leftOpen = Math.min(search.leftOpen, bounded.bound)
    return
  }
  const doubt = (j: number) => Math.abs(bounded.often[j]! - 0.5)
  const site = rest.free.reduce((a, b) => (doubt(b) < doubt(a) ? b : a))
  const free = rest.free.filter(j => j !== site)
  for (const half of [
    { ...rest, free },
    { ...rest, opens: [...rest.opens, site], free },
  ]) {
    if (half.opens.length + half.free.length === 0) continue
    split(search, half, relaxed(costs, half, bounded.prices, effortOf(costs, search.best, atPart)))
  }
}

function offerOpen(search: Search, open: readonly number[]): void {
  if (open.length === 0) return
  offer(search, { open: open.toSorted((a, b) => a - b), objective: totalOf(search.costs, open) })
}
