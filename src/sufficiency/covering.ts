/** The most children within a distance of an open site: maximal covering, Church and ReVelle (1974). */

import type { Column, Row } from '#shared/solving'
import type { Problem } from './problem.ts'
import { type Besides, type Framed, siteColumns, siteRows } from './radius.ts'

/** Demands that are near the same sites are covered together, so they are one. */
export function coveringProgramme(problem: Problem, within: number, besides: Besides): Framed {
  const { demand, distance } = problem
  const columns: Column[] = siteColumns(problem)
  const rows: Row[] = siteRows(problem, besides)
  const near = demand.map((_, i) => distance[i]!.flatMap((miles, j) => (miles <= within ? [j] : [])))
  for (const alike of Map.groupBy(demand.keys(), i => near[i]!.join()).values()) {
    const sites = near[alike[0]!]!
    const weight = alike.reduce((sum, i) => sum + demand[i]!.weight, 0)
    if (sites.length === 0 || weight === 0) continue
    columns.push({ cost: -weight, lower: 0, upper: 1 })
    const covered = [columns.length - 1, -1] as const
    rows.push({ lower: 0, upper: Infinity, entries: [...sites.map(j => [j, 1] as const), covered] })
  }
  return { programme: { columns, rows }, boundFrom: bound => -bound }
}

export const coveredBy = (
  { demand, distance }: Problem,
  within: number,
  served: readonly (number | null)[],
): number =>
  demand.reduce((sum, { weight }, i) => {
    const site = served[i]
    return site !== null && site !== undefined && distance[i]![site]! <= within ? sum + weight : sum
  }, 0)
