/** Sites with room for so many: each demand is served whole by one site, which may not be the nearest. */

import type { Column, Row } from '#shared/solving'
import type { Costs } from './costs.ts'
import type { Problem } from './problem.ts'
import { type Besides, type Framed, siteColumns, siteRows } from './radius.ts'

/** A column for each pair of a demand and a site that may serve it. With `within`, some may go unserved. */
export function servedProgramme(problem: Problem, costs: Costs, besides: Besides): Framed {
  const { demand, sites, within } = problem
  const columns: Column[] = siteColumns(problem)
  const rows: Row[] = siteRows(problem, besides)
  const pairs = pairUp(problem, costs, { columns, rows })
  for (const [j, { capacity }] of sites.entries()) {
    if (capacity === null) continue
    const own = pairs
      .filter(([, site]) => site === j)
      .map(([i, , column]) => [column, demand[i]!.weight] as const)
    rows.push({ lower: -Infinity, upper: 0, entries: [...own, [j, -capacity] as const] })
  }
  return {
    programme: { columns, rows },
    boundFrom: bound => (within === null ? bound : -bound),
    served: values => {
      const served: (number | null)[] = demand.map(() => null)
      for (const [i, j, column] of pairs) if (values[column]! > 0.5) served[i] = j
      return served
    },
  }
}

type Pair = readonly [demand: number, site: number, column: number]

/** Adds the columns of the pairs, and the rows that each is served once, by what is open. */
function pairUp(
  problem: Problem,
  costs: Costs,
  { columns, rows }: { columns: Column[]; rows: Row[] },
): Pair[] {
  const { demand, sites, distance, within, worst } = problem
  const furthest = Math.min(within ?? Infinity, worst ?? Infinity)
  const pairs: Pair[] = []
  for (const [i, { weight }] of demand.entries()) {
    const own: [number, number][] = []
    for (const [j, { forbidden }] of sites.entries()) {
      if (forbidden || distance[i]![j]! > furthest) continue
      const cost = within === null ? costs.of[i * costs.sites + j]! : -weight
      const column = columns.push({ cost, lower: 0, upper: 1, whole: true }) - 1
      pairs.push([i, j, column])
      own.push([column, 1])
      rows.push({
        lower: 0,
        upper: Infinity,
        entries: [
          [j, 1],
          [column, -1],
        ],
      })
    }
    rows.push({ lower: within === null ? 1 : 0, upper: 1, entries: own })
  }
  return pairs
}
