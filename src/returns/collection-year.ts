/** A collection year of the return: 2026 is 1 April 2025 to 31 March 2026. */

import type { PlainDate } from '#shared/dates'

export const firstDay = (year: number): PlainDate => `${year - 1}-04-01` as PlainDate
export const lastDay = (year: number): PlainDate => `${year}-03-31` as PlainDate

/** A return lists every episode that touches its year, one that ends on its first day among them. */
export const touches = (year: number, from: PlainDate, until: PlainDate | null): boolean =>
  from <= lastDay(year) && (until === null || until >= firstDay(year))
