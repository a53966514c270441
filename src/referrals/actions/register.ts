/** The register as a search looks through it. */

import type { HomeId, Run, Supply } from '#provision'
import type { HomeWithPlaces } from '../matching/supply.ts'

/** Made once for each reading of the register: nobody has said yet who lives in a home. */
const searchables = new WeakMap<Supply, readonly HomeWithPlaces[]>()

export function searchable(supply: Supply): readonly HomeWithPlaces[] {
  const made =
    searchables.get(supply) ?? supply.map(({ home, places }) => ({ home, places, residents: null }))
  searchables.set(supply, made)
  return made
}

/** A home of the register with its places and who runs it. */
export function homesIn(supply: Supply): ReadonlyMap<HomeId, Run> {
  const made = byId.get(supply) ?? new Map(supply.map(run => [run.home.id, run]))
  byId.set(supply, made)
  return made
}
const byId = new WeakMap<Supply, ReadonlyMap<HomeId, Run>>()
