/** The register as a search looks through it. */

import type { HomeId, Supply } from '#provision'
import type { HomeWithPlaces } from '../supply.ts'

/** Made once for each reading of the register: nobody has said yet who lives in a home. */
const searchables = new WeakMap<Supply, readonly HomeWithPlaces[]>()
const runners = new WeakMap<Supply, ReadonlyMap<HomeId, string>>()

export function searchable(supply: Supply): readonly HomeWithPlaces[] {
  const made =
    searchables.get(supply) ?? supply.map(({ home, places }) => ({ home, places, residents: null }))
  searchables.set(supply, made)
  return made
}

export function runnersIn(supply: Supply): ReadonlyMap<HomeId, string> {
  const made = runners.get(supply) ?? new Map(supply.map(({ home, runBy }) => [home.id, runBy]))
  runners.set(supply, made)
  return made
}
