/** Places by kind and area, counted once for each state of the register. */

import type { Tx } from '#access'
import { type OpenPlaces, type Supply, countPlaces, supplyFor } from '#provision'
import type { PlainDate } from '#shared/dates'

const places = new WeakMap<Supply, { readonly day: PlainDate; readonly counted: readonly OpenPlaces[] }>()

/** Places by kind and area, counted once for each state of the register and each day. */
export async function placesSeen(tx: Tx, day: PlainDate): Promise<readonly OpenPlaces[]> {
  const supply = await supplyFor(tx)
  const known = places.get(supply)
  if (known?.day === day) return known.counted
  const counted = countPlaces(supply, day)
  places.set(supply, { day, counted })
  return counted
}

const byArea = new WeakMap<readonly OpenPlaces[], ReadonlyMap<string, readonly OpenPlaces[]>>()
const none: readonly OpenPlaces[] = []

/** Those of one area, the same as long as all are. */
export function placesIn(all: readonly OpenPlaces[], area: string): readonly OpenPlaces[] {
  const known = byArea.get(all) ?? Map.groupBy(all, each => each.area)
  byArea.set(all, known)
  return known.get(area) ?? none
}
