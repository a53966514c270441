/** Where something stands on the national grid, and how far that is from somewhere else. */

/** Metres east and north on the Ordnance Survey national grid. */
export type Position = { readonly easting: number; readonly northing: number }

/** In a straight line, to a tenth of a mile, as the statutory return derives PL_DISTANCE: 1 mile is 1.6093 km. */
export const milesBetween = (a: Position, b: Position): number =>
  Math.round(Math.sqrt((a.easting - b.easting) ** 2 + (a.northing - b.northing) ** 2) / 160.93) / 10
