/** Unknown figures fall into islands: what is learned of one island tells nothing of another. */

import type { Equation } from './known.ts'
import type { Range } from './narrowing.ts'

/** A sum over unknown figures alone: their factors, and what they must come to. */
export type Tie = {
  readonly entries: readonly (readonly [figure: number, factor: number])[]
  readonly sum: number
}

export type Island = { readonly figures: readonly number[]; readonly ties: readonly Tie[] }

export function islandsOf(equations: readonly Equation[], { low, high }: Range): Island[] {
  const ties = equations
    .map(equation => tieOf(equation, low, high))
    .filter(({ entries }) => entries.length > 0)
  const group = new Map<number, number>()
  const find = (each: number): number => {
    let at = each
    while (group.get(at) !== undefined && group.get(at) !== at) at = group.get(at)!
    group.set(each, at)
    return at
  }
  for (const { entries } of ties) {
    const first = find(entries[0]![0])
    for (const [figure] of entries) group.set(find(figure), first)
  }
  const islands = new Map<number, { figures: number[]; ties: Tie[] }>()
  const islandOf = (figure: number) => {
    const key = find(figure)
    const held = islands.get(key) ?? { figures: [], ties: [] }
    islands.set(key, held)
    return held
  }
  for (const figure of group.keys()) islandOf(figure).figures.push(figure)
  for (const tie of ties) islandOf(tie.entries[0]![0]).ties.push(tie)
  return [...islands.values()]
}

/** The total is what its parts come to: parts less total is nothing, and what is certain goes to the other side. */
function tieOf([total, ...parts]: Equation, low: Float64Array, high: Float64Array): Tie {
  const entries: [number, number][] = []
  let sum = 0
  const take = (figure: number, factor: number) => {
    if (low[figure] === high[figure]) sum -= factor * low[figure]!
    else entries.push([figure, factor])
  }
  take(total!, -1)
  for (const part of parts) take(part, 1)
  return { entries, sum }
}
