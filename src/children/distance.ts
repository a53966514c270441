/** How far from home a child lives, in the bands of the national statistics. */

export const farMiles = 20
export const veryFarMiles = 100

export const distanceBands = ['20 miles or less', 'over 20 miles', 'over 100 miles', 'not known'] as const
export type DistanceBand = (typeof distanceBands)[number]

/** Over means over: 20.0 miles is not over 20 (DfE, Children looked after in England). */
export const isOver = (distanceMiles: number | null, miles: number): boolean =>
  distanceMiles !== null && distanceMiles > miles

export function distanceBandOf(distanceMiles: number | null): DistanceBand {
  if (distanceMiles === null) return 'not known'
  if (isOver(distanceMiles, veryFarMiles)) return 'over 100 miles'
  return isOver(distanceMiles, farMiles) ? 'over 20 miles' : '20 miles or less'
}

/** Of the children counted, those living further than this, as a share. Unknown distances stay in the whole. */
export function shareOver(distances: readonly (number | null)[], miles: number) {
  const over = distances.filter(each => isOver(each, miles)).length
  return { over, of: distances.length, share: distances.length === 0 ? 0 : over / distances.length }
}
