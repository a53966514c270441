/** What each simulated path counts: children in care and placements begun, by month, kind, age and authority. */

import { bandCount, distanceCount, groupCount, kindCount } from '../kinds.ts'

/** Cells of one month: kinds by age first, then groups by distance (of placements begun), then authorities by group. */
const ageCells = kindCount * bandCount
export const ageCell = (kind: number, band: number): number => kind * bandCount + band
export const distanceCell = (group: number, distance: number): number =>
  ageCells + group * distanceCount + distance
const regionCells = ageCells + groupCount * distanceCount
export const authorityCell = (authority: number, group: number): number =>
  regionCells + authority * groupCount + group
export const cellsIn = (authorities: number): number => regionCells + authorities * groupCount

export type Counts = {
  readonly paths: number
  readonly months: number
  readonly cells: number
  readonly stock: Uint16Array | Int32Array
  readonly starts: Uint16Array | Int32Array
  /** Children entering, leaving, coming of age, moved in, moved out: by group; the sum of all paths. */
  readonly flows: Float64Array
}

export const flowNames = ['entered', 'left', 'came of age', 'moved in', 'moved out'] as const
export const flowCount = flowNames.length

export function countsFor(paths: number, months: number, authorities: number): Counts {
  const cells = cellsIn(authorities)
  const size = paths * months * cells
  return {
    paths,
    months,
    cells,
    stock: new Uint16Array(size),
    starts: new Uint16Array(size),
    flows: new Float64Array(groupCount * flowCount),
  }
}

/** Chunks of paths, in their order, as one. */
export function together(chunks: readonly Counts[]): Counts {
  const [first] = chunks
  const paths = chunks.reduce((sum, each) => sum + each.paths, 0)
  const { months, cells } = first!
  const stock = new Uint16Array(paths * months * cells)
  const starts = new Uint16Array(paths * months * cells)
  const flows = new Float64Array(groupCount * flowCount)
  let at = 0
  for (const chunk of chunks) {
    stock.set(chunk.stock, at)
    starts.set(chunk.starts, at)
    chunk.flows.forEach((each, i) => (flows[i]! += each))
    at += chunk.stock.length
  }
  return { paths, months, cells, stock, starts, flows }
}
