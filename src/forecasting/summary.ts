/** Simulated counts as series: for each month and group, kind, age or authority, mean, spread and quantiles. */

import { placementGroups, placementKinds } from '#reference'
import { type Day, toDate } from '#shared/days'
import { type Counts, ageCell, authorityCell, distanceCell, flowCount } from './simulating/counting.ts'
import type { Hub } from './hubs.ts'
import { ageBands, distanceBands, groupOf } from './kinds.ts'
import type { Plan } from './simulating/plan.ts'
import { type Spread, spreadOf } from './spread.ts'

export type Row = {
  readonly date: string
  readonly category: string
  readonly age?: string
  /** Miles from home; only of placements begun. */
  readonly distance?: string
  readonly authority?: string
  readonly hub?: string
} & Spread

/** Which cells of a month make a row. */
type Line = { readonly labels: Omit<Row, 'date' | keyof Spread>; readonly cells: readonly number[] }

/** `category` is a group or Total. */
export function seriesOf(
  counts: Counts,
  plan: Plan,
  what: 'stock' | 'starts',
  authorities: readonly string[],
): Row[] {
  return rowsOf(counts, plan, what, linesFor(authorities))
}

/** Placements begun by how far from home they are; `category` is a group or Total. */
export function distanceSeriesOf(counts: Counts, plan: Plan): Row[] {
  return rowsOf(counts, plan, 'starts', distanceLines)
}

/** Authorities of a hub added up path by path; `category` is a group or Total. */
export function hubSeriesOf(
  counts: Counts,
  plan: Plan,
  what: 'stock' | 'starts',
  hubs: readonly Hub[],
): Row[] {
  const lines = hubs.flatMap(({ hub, members }) =>
    all.map(({ category, groups: wanted }) => ({
      labels: { category, hub },
      cells: members.flatMap(at => wanted.map(group => authorityCell(at, group))),
    })),
  )
  return rowsOf(counts, plan, what, lines)
}

/** `category` is a kind of placement. */
export function kindSeriesOf(counts: Counts, plan: Plan, what: 'stock' | 'starts'): Row[] {
  return rowsOf(
    counts,
    plan,
    what,
    placementKinds.map((category, kind) => ({ labels: { category }, cells: ageCells(kind) })),
  )
}

const ageCells = (kind: number): number[] => ageBands.map((_, band) => ageCell(kind, band))

const groups = placementGroups.map((category, group) => ({ category, groups: [group] }))
const everything = { category: 'Total', groups: placementGroups.map((_, group) => group) }
const all = [...groups, everything]

const distanceLines: readonly Line[] = all.flatMap(({ category, groups: wanted }) =>
  distanceBands.map((distance, band) => ({
    labels: { category, distance },
    cells: wanted.map(group => distanceCell(group, band)),
  })),
)

function linesFor(authorities: readonly string[]): Line[] {
  const ofGroups = (wanted: readonly number[], band?: number): number[] =>
    [...groupOf].flatMap((group, kind) => {
      if (!wanted.includes(group)) return []
      return band === undefined ? ageCells(kind) : [ageCell(kind, band)]
    })
  return [
    ...all.map(({ category, groups: wanted }) => ({ labels: { category }, cells: ofGroups(wanted) })),
    ...all.flatMap(({ category, groups: wanted }) =>
      ageBands.map((age, band) => ({ labels: { category, age }, cells: ofGroups(wanted, band) })),
    ),
    ...authorities.flatMap((authority, at) =>
      all.map(({ category, groups: wanted }) => ({
        labels: { category, authority },
        cells: wanted.map(group => authorityCell(at, group)),
      })),
    ),
  ]
}

function rowsOf(counts: Counts, plan: Plan, what: 'stock' | 'starts', lines: readonly Line[]): Row[] {
  const values = new Int32Array(counts.paths)
  return Array.from({ length: counts.months }, (_, month) => {
    const date = toDate((plan.origin + plan.ends[month]!) as Day)
    return lines.map(({ labels, cells }): Row => {
      for (let path = 0; path < counts.paths; path += 1) {
        const from = (path * counts.months + month) * counts.cells
        let sum = 0
        for (const cell of cells) sum += counts[what][from + cell]!
        values[path] = sum
      }
      return { date, ...labels, ...spreadOf(values) }
    })
  }).flat()
}

/** Why the number of children changes: per group, the mean of all paths over the whole time. It adds up exactly. */
export type Change = {
  readonly category: string
  readonly entries: number
  readonly leaving: number
  readonly ageing: number
  readonly moves: number
  readonly change: number
}

export function changesIn(counts: Counts): Change[] {
  const changes = placementGroups.map((category, group): Change => {
    const flow = (at: number) => counts.flows[group * flowCount + at]! / counts.paths
    const [entries, leaving, ageing, moves] = [flow(0), -flow(1), -flow(2), flow(3) - flow(4)]
    return { category, entries, leaving, ageing, moves, change: entries + leaving + ageing + moves }
  })
  const sum = (of: (change: Change) => number) => changes.reduce((all, each) => all + of(each), 0)
  return [
    ...changes,
    {
      category: 'Total',
      entries: sum(each => each.entries),
      leaving: sum(each => each.leaving),
      ageing: sum(each => each.ageing),
      moves: sum(each => each.moves),
      change: sum(each => each.change),
    },
  ]
}

/** Children in care at the start, by group and in all. */
export function startCounts(kinds: Uint8Array): Record<string, number> {
  const counts = Object.fromEntries([...placementGroups, 'Total'].map(name => [name, 0]))
  for (const kind of kinds) counts[placementGroups[groupOf[kind]!]!]! += 1
  return { ...counts, Total: kinds.length }
}
