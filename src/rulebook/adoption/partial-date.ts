/** A date of which parts may not be known, written with Z: ZZ/05/2021, ZZ/ZZ/2021, ZZ/ZZ/ZZZZ. */

import type { Day } from '#shared/days'
import { readDay } from '../table.ts'

/** The first day that it can mean; none where nothing of it is known. */
export type PartialDate = { readonly earliest: Day | null }

/** Undefined where it is no date at all. A year is needed before a day or month can be known. */
export function readPartialDate(text: string): PartialDate | undefined {
  const written = text.toUpperCase()
  if (written === 'ZZ/ZZ/ZZZZ') return { earliest: null }
  if (!/^(\d{1,2}|ZZ)\/(\d{1,2}|ZZ)\/\d{4}$/.test(written)) return undefined
  const earliest = readDay(written.replaceAll('ZZ', '01'))
  return earliest === null ? undefined : { earliest }
}
