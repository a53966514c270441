/** The choice of sites as a linear programme with whole numbers, told by distances and not by pairs. */

import type { Column, Programme, Row, Solved } from '#shared/solving'
import type { Costs } from './costs.ts'
import type { Problem } from './problem.ts'

/** A programme, how its bound is read, and who serves whom in its answer, where that is not the nearest. */
export type Framed = {
  readonly programme: Programme
  readonly boundFrom: (bound: number) => number
  readonly served?: (values: Float64Array) => (number | null)[]
}

/** Choices besides which at least one other site must be open: so the next best is no mere part of the best. */
export type Besides = readonly (readonly number[])[]

/**
 * A demand pays, for each of its distances, the step to the next where no site within is open. Cornuéjols, Nemhauser
 * and Wolsey (1980); sparse, as each step looks only at the sites at its own distance, Elloumi (2010). The sites are
 * the first columns, in their order.
 */
export function radiusProgramme(problem: Problem, costs: Costs, besides: Besides = []): Framed {
  const columns: Column[] = siteColumns(problem)
  const rows: Row[] = siteRows(problem, besides)
  let certain = 0
  for (let i = 0; i < costs.demands; i += 1) {
    const steps = stepsOf(problem, costs, i)
    certain += steps[0]!.cost
    let before: number | null = null
    for (const [k, { cost, at }] of steps.entries()) {
      const entries: [number, number][] = at.map(j => [j, 1])
      if (before !== null) entries.push([before, -1])
      const onward = steps[k + 1]
      if (onward) {
        columns.push({ cost: onward.cost - cost, lower: 0, upper: 1 })
        entries.push([columns.length - 1, 1])
        before = columns.length - 1
      }
      rows.push({ lower: k === 0 ? 1 : 0, upper: Infinity, entries })
    }
  }
  return { programme: { columns, rows }, boundFrom: bound => bound + certain }
}

/** The best that was found, proven or not. */
export const valuesOf = (solved: Solved): Float64Array | undefined =>
  solved.state === 'optimal' ? solved.values : solved.state === 'stopped' ? solved.best?.values : undefined

/** Which of so many sites a programme's answer opens. */
export const openIn = (values: Float64Array, sites: number): number[] =>
  [...values.subarray(0, sites)].flatMap((value, j) => (value > 0.5 ? [j] : []))

export const siteColumns = ({ sites }: Problem): Column[] =>
  sites.map(({ fixed, forbidden }) => ({
    cost: 0,
    lower: fixed ? 1 : 0,
    upper: forbidden ? 0 : 1,
    whole: true,
  }))

/** What is asked of the sites alone: how many, for how much, how many in a group, how near, and what besides. */
export function siteRows(problem: Problem, besides: Besides = []): Row[] {
  const { sites, open, budget, minimum, worst, distance } = problem
  const all = sites.map((_, j) => j)
  const rows: Row[] = [{ lower: 1, upper: open, entries: all.map(j => [j, 1] as const) }]
  if (budget !== null) {
    rows.push({ lower: 0, upper: budget, entries: all.map(j => [j, sites[j]!.cost] as const) })
  }
  for (const [group, least] of minimum) {
    const own = all.filter(j => sites[j]!.group === group)
    rows.push({ lower: least, upper: Infinity, entries: own.map(j => [j, 1] as const) })
  }
  if (worst !== null) {
    for (const miles of distance) {
      const near = all.filter(j => miles[j]! <= worst)
      rows.push({ lower: 1, upper: Infinity, entries: near.map(j => [j, 1] as const) })
    }
  }
  for (const choice of besides) {
    const others = all.filter(j => !choice.includes(j))
    rows.push({ lower: 1, upper: Infinity, entries: others.map(j => [j, 1] as const) })
  }
  return rows
}

type Step = { readonly cost: number; readonly at: readonly number[] }

/** The distances that matter to a demand: up to the first site that is sure to be open. */
function stepsOf(problem: Problem, { sites, of }: Costs, i: number): Step[] {
  const may = problem.sites.flatMap(({ forbidden }, j) => (forbidden ? [] : [j]))
  const byCost = Map.groupBy(may, j => of[i * sites + j]!)
  const steps: Step[] = []
  for (const cost of [...byCost.keys()].toSorted((a, b) => a - b)) {
    const at = byCost.get(cost)!
    steps.push({ cost, at })
    if (at.some(j => problem.sites[j]!.fixed)) break
  }
  return steps
}
