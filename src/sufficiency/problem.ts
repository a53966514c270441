/** Where homes could open, for whom, and how far apart: what the siting of homes is asked. */

export type Demand = {
  readonly id: string
  /** Children who live there: any number, 0 or more. */
  readonly weight: number
}

export type Site = {
  readonly id: string
  /** In the unit of the budget; 0 unless said. */
  readonly cost: number
  /** The most weight that may be served from it; null without a limit. */
  readonly capacity: number | null
  /** A home that is there already, and stays. */
  readonly fixed: boolean
  readonly forbidden: boolean
  /** A hub or an authority, for `minimum`. */
  readonly group: string | null
}

export type Problem = {
  readonly demand: readonly Demand[]
  readonly sites: readonly Site[]
  /** Miles: a row for each demand, a column for each site. */
  readonly distance: readonly (readonly number[])[]
  /** At most so many sites open, those that are fixed among them. */
  readonly open: number
  /** Miles: with it, most weight within it is wanted; without it, the least weighted distance. */
  readonly within: number | null
  readonly budget: number | null
  /** How many must be open in a group. */
  readonly minimum: ReadonlyMap<string, number>
  /** Miles: no demand may be further from the nearest open site. */
  readonly worst: number | null
}

/** Whether the least miles are wanted and sites have room for all: each demand is served by the nearest open site. */
export const isForMiles = ({ sites, within }: Problem): boolean => within === null && !isLimited({ sites })

/** Whether only the number of open sites is limited. */
export const isFree = ({ budget, minimum, worst }: Problem): boolean =>
  budget === null && minimum.size === 0 && worst === null

export const isLimited = ({ sites }: Pick<Problem, 'sites'>): boolean =>
  sites.some(({ capacity }) => capacity !== null)

/** Why nothing can be right, found without solving anything; null where something may be. */
export function contradiction(problem: Problem): string | null {
  const { sites, open, budget, minimum, demand, distance, worst } = problem
  const may = sites.filter(({ forbidden }) => !forbidden)
  const fixed = sites.filter(each => each.fixed)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  if (may.length === 0) return 'Every site is forbidden, so none can open'
  if (fixed.length > open)
    return `${fixed.length} sites are fixed, and only ${open} may be open: raise --open`
  const paid = sum(fixed.map(({ cost }) => cost))
  if (budget !== null && isOver(budget, paid))
    return `The fixed sites cost ${paid}, and the budget is ${budget}`
  for (const [group, least] of minimum) {
    const has = may.filter(each => each.group === group).length
    if (has < least) return `minimum asks for ${least} open sites in ${group}, which has ${has} that may open`
  }
  const asked = sum([...minimum].map(([group, least]) => Math.max(least, fixedIn(fixed, group))))
  if (asked > open) return `minimum asks for ${asked} open sites in all, and only ${open} may be open`
  const rooms = may.map(({ capacity }) => capacity ?? Infinity).toSorted((a, b) => b - a)
  const weight = sum(demand.map(each => each.weight))
  if (problem.within === null && sum(rooms.slice(0, open)) < weight)
    return `The ${open} largest sites have room for ${sum(rooms.slice(0, open))}, and ${weight} are to be served`
  const far = demand.findIndex(
    (_, i) => worst !== null && !sites.some((each, j) => !each.forbidden && distance[i]![j]! <= worst),
  )
  return far < 0 ? null : `No site that may open is within ${worst} miles of ${demand[far]!.id}: raise worst`
}

const fixedIn = (fixed: readonly Site[], group: string) => fixed.filter(each => each.group === group).length

export const spentOn = ({ sites }: Problem, open: readonly number[]): number =>
  open.reduce((sum, j) => sum + sites[j]!.cost, 0)

/** By more than the rounding of sums such as 0.1 + 0.2. */
export const isOver = (budget: number, spent: number): boolean => spent > budget * (1 + 1e-9) + 1e-9

/** Money, groups and the furthest distance. */
export function keepsTo(problem: Problem, open: readonly number[]): boolean {
  const { sites, budget, minimum, worst, distance } = problem
  if (budget !== null && isOver(budget, spentOn(problem, open))) return false
  for (const [group, least] of minimum)
    if (open.filter(j => sites[j]!.group === group).length < least) return false
  return worst === null || distance.every(row => open.some(j => row[j]! <= worst))
}
