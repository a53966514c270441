/** The register as a search looks through it. */

import type { Tx } from '#access'
import { type HomeId, type Run, type Supply, residentsOn, whoLivesIn } from '#provision'
import type { PlainDate } from '#shared/dates'
import type { HomeWithPlaces } from '../matching/supply.ts'

type Made = { readonly today: PlainDate; readonly homes: readonly HomeWithPlaces[] }
const searchables = new WeakMap<Supply, Made>()

/** Made once for each reading of the register and each day: what a home said of who lives there grows old. */
export async function searchable(
  tx: Tx,
  supply: Supply,
  today: PlainDate,
): Promise<readonly HomeWithPlaces[]> {
  const known = searchables.get(supply)
  if (known?.today === today) return known.homes
  const said = await whoLivesIn(tx, supply)
  const homes = supply.map(({ home, places }) => ({
    home,
    places,
    residents: residentsOn(said.get(home.id), places, today),
  }))
  searchables.set(supply, { today, homes })
  return homes
}

/** A home of the register with its places and who runs it. */
export function homesIn(supply: Supply): ReadonlyMap<HomeId, Run> {
  const made = byId.get(supply) ?? new Map(supply.map(run => [run.home.id, run]))
  byId.set(supply, made)
  return made
}
const byId = new WeakMap<Supply, ReadonlyMap<HomeId, Run>>()
