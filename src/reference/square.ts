/** The country in kilometre squares, each in one authority: enough to draw a map. */

import type { Area } from './authority.ts'

/** Squares side by side in one area, from west to east; easting and northing in kilometres. */
export type Run = {
  readonly northing: number
  readonly easting: number
  readonly squares: number
  readonly area: Area
}

export const runFrom = (from: Readonly<Record<string, string>>): Run => ({
  northing: Number(from.northing),
  easting: Number(from.easting),
  squares: Number(from.squares),
  area: from.authority!,
})

export const runsAsCsv = (runs: readonly Run[]): string =>
  [
    'northing,easting,squares,authority',
    ...runs.map(({ northing, easting, squares, area }) => [northing, easting, squares, area].join(',')),
    '',
  ].join('\n')
