/** The best choice of sites where only their number is limited, and the proof that no other is better. */

import { type Costs, nextBelow, totalOf } from './costs.ts'
import { type Choice, exchanged } from './interchange.ts'
import { type Effort, type Part, type Relaxed, relaxed, startingPrices } from './relaxing.ts'

export type Proven = { readonly best: Choice; readonly bound: number; readonly optimal: boolean }

type Search = {
  readonly costs: Costs
  /** Whether a choice may be the answer. */
  readonly accepts: (open: readonly number[]) => boolean
  readonly until: number
  best: Choice
  /** The least bound of a part that was left for want of time. */
  leftOpen: number
}

const atRoot = { rounds: 3000, patience: 30 }
const atPart = { rounds: 120, patience: 8 }

/**
 * Bounds close and open most sites for good, and the rest is tried in two parts, one site open and the same closed,
 * until no part can hold a better choice: branch and bound on Lagrangean bounds, as Beasley (1985). `start` must be
 * accepted. Stops when the clock passes `until`, in milliseconds of `performance.now()`.
 */
export function prove(
  costs: Costs,
  whole: Part,
  start: Choice,
  { accepts = () => true, until }: Partial<Pick<Search, 'accepts'>> & Pick<Search, 'until'>,
): Proven {
  const search: Search = { costs, accepts, until, best: start, leftOpen: Infinity }
  const tried = new Set<string>()
  const tell = (open: readonly number[]) => {
    const name = open.toSorted((a, b) => a - b).join()
    if (tried.has(name)) return
    tried.add(name)
    offer(search, exchanged(costs, { fixed: whole.opens, free: whole.free }, open))
  }
  const root = relaxed(costs, whole, startingPrices(costs, start.open), { ...effortOf(search, atRoot), tell })
  split(search, whole, root)
  const optimal = search.leftOpen === Infinity
  return { best: search.best, bound: optimal ? search.best.objective : search.leftOpen, optimal }
}

const belowOf = ({ best, costs }: Search): number => nextBelow(best.objective, costs.whole)
const effortOf = (search: Search, effort: typeof atRoot): Effort => ({
  ...effort,
  enough: belowOf(search),
  known: search.best.objective,
})

function offer(search: Search, choice: Choice): void {
  if (choice.objective < search.best.objective - 1e-9 && search.accepts(choice.open)) search.best = choice
}

/** Nothing remains to be done in a part whose bound is above every better choice. */
function split(search: Search, part: Part, bounded: Relaxed): void {
  if (bounded.bound > belowOf(search)) return
  const rest = narrowed(part, bounded, belowOf(search))
  const open = [...rest.opens, ...bounded.chosen.filter(j => rest.free.includes(j))]
  if (open.length > 0)
    offer(search, { open: open.toSorted((a, b) => a - b), objective: totalOf(search.costs, open) })
  if (rest.free.length === 0 || rest.opens.length === rest.most) {
    const { opens } = rest
    if (opens.length > 0)
      offer(search, { open: opens.toSorted((a, b) => a - b), objective: totalOf(search.costs, opens) })
    return
  }
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
    split(search, half, relaxed(search.costs, half, bounded.prices, effortOf(search, atPart)))
  }
}

/** Of the free sites those that any better choice opens, and without those that none does. */
export function narrowed(part: Part, { bound, worth, chosen, left }: Relaxed, below: number): Part {
  const slack = below - bound + 1e-6
  const [last, next] = [
    chosen.length > 0 ? worth[chosen.at(-1)!]! : 0,
    left.length > 0 ? worth[left[0]!]! : 0,
  ]
  const opens = chosen.filter(j => next - worth[j]! > slack)
  const shut = new Set(
    part.opens.length + chosen.length < part.most ? [] : left.filter(j => worth[j]! - last > slack),
  )
  const isOpen = new Set(opens)
  return {
    most: part.most,
    opens: [...part.opens, ...opens],
    free: part.free.filter(j => !shut.has(j) && !isOpen.has(j)),
  }
}
