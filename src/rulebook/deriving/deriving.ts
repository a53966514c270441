/** What the return's own guide works out from other cells: UASC, PL_LA, PL_LOCATION and PL_DISTANCE. */

import { type Atlas, milesBetween } from '#reference'
import type { Cells } from '../table.ts'

/** What is asked of postcodes; an atlas of the country can answer. */
export type Gazetteer = Pick<Atlas, 'areaOf' | 'positionOf'>

/** Written where both postcodes are given and one of them is nowhere. SSDA903 guide, PL_DISTANCE. */
export const unknownDistance = '999.9'

/**
 * UASC is 1 for a child of the UASC file and 0 for the others. A return in XML says it itself, and is left as it is.
 * SSDA903 guide, UASC.
 */
export function deriveAsylum(headers: readonly Cells[], asylum: readonly Cells[]): Cells[] {
  const seekers = new Set(asylum.map(({ CHILD }) => CHILD))
  return headers.map(cells =>
    cells.UASC === undefined ? { ...cells, UASC: seekers.has(cells.CHILD) ? '1' : '0' } : cells,
  )
}

/** A postcode is looked up once, however many episodes have it. */
export function derivePlaces(
  episodes: readonly Cells[],
  authority: string | null,
  gazetteer: Gazetteer,
): Cells[] {
  const areas = new Map<string, string | undefined>()
  const areaOf = (postcode: string) => {
    if (!areas.has(postcode)) areas.set(postcode, gazetteer.areaOf(postcode))
    return areas.get(postcode)
  }
  return episodes.map(cells => {
    const area = cells.PL_POST ? areaOf(cells.PL_POST) : undefined
    return {
      ...cells,
      PL_LA: area ?? null,
      PL_LOCATION: area === undefined || authority === null ? null : area === authority ? 'IN' : 'OUT',
      PL_DISTANCE: distanceOf(cells, gazetteer),
    }
  })
}

/** Miles in a straight line, to one tenth; blank unless both postcodes are given. */
function distanceOf({ HOME_POST, PL_POST }: Cells, { positionOf }: Gazetteer): string | null {
  if (!HOME_POST || !PL_POST) return null
  const [home, placement] = [positionOf(HOME_POST), positionOf(PL_POST)]
  return home && placement ? milesBetween(home, placement).toFixed(1) : unknownDistance
}
