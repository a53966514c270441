/** Positions on the national grid, in metres, and the distance between them. */

export type Position = { readonly easting: number; readonly northing: number }

/**
 * The straight line in miles, to one decimal place, with DfE's 1.6093 km to the mile, so that a figure here is the
 * figure of PL_DISTANCE in the SSDA903 return.
 */
export function milesBetween(a: Position, b: Position): number {
  const metres = Math.hypot(a.easting - b.easting, a.northing - b.northing)
  return Math.round(metres / 160.93) / 10
}
