/** The homes a search looks through, each with its places and who lives there. */

import type { Home, Place, Resident } from '#provision'

export type HomeWithPlaces = {
  readonly home: Home
  readonly places: readonly Place[]
  /** Null where the home has not said, or not lately enough. */
  readonly residents: readonly Resident[] | null
}
