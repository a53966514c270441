/** The homes a search looks through, each with its places and who lives there. */

import type { Home, Place } from '#provision'

/** Somebody who lives in a home: age and sex only, because a search is not told who they are. */
export type Resident = { readonly age: number; readonly sex: 'M' | 'F' | 'U' }

export type HomeWithPlaces = {
  readonly home: Home
  readonly places: readonly Place[]
  /** Null where the home has not said. */
  readonly residents: readonly Resident[] | null
}
