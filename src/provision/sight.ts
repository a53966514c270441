/** A home as it is shown today to a person, who may not be told its whole address. */

import type { Actor } from '#access'
import { outwardCodeOf } from '#reference'
import type { PlainDate } from '#shared/dates'
import { areaName } from './area.ts'
import { type Freshness, freshness } from './freshness.ts'
import type { Home } from './home.ts'
import type { Listing } from './listing.ts'
import { type Place, type Vacancy, vacancyOn } from './place.ts'
import type { Run } from './place.ts'

/** Without its position; its postcode may be its first half only. */
type Shown<Kept extends Home> = Kept extends Home
  ? Omit<Kept, 'position'> & { readonly areaName: string }
  : never
export type SeenHome = Shown<Home>
export type SeenPlace = Place & { readonly vacancy: Vacancy; readonly freshness: Freshness }
export type Seen = {
  readonly home: SeenHome
  readonly runBy: string
  readonly places: readonly SeenPlace[]
  /** Whether this person's organisation keeps it. */
  readonly isOurs: boolean
}

/**
 * The exact postcode is for whoever runs the home and for authorities, who place children there. A foster household
 * is a family's own address: nobody is shown more than its outward code.
 */
export function whereabouts(home: Home, actor: Pick<Actor, 'kind' | 'organisation'>): string {
  const mayKnow = home.organisation === actor.organisation || actor.kind === 'authority'
  if (mayKnow && home.kind !== 'foster-household') return home.postcode
  return outwardCodeOf(home.postcode) ?? ''
}

export const seenBy = ({ home, runBy, places }: Run, actor: Actor, today: PlainDate): Seen => ({
  home: seenHome(home, actor),
  runBy,
  places: places.map(place => ({
    ...place,
    vacancy: vacancyOn(place, home, today),
    freshness: freshness(place.confirmedOn, today),
  })),
  isOurs: home.organisation === actor.organisation,
})

export type SeenListing = Omit<Listing, 'home'> & { readonly home: SeenHome }
export const seenListing = (listing: Listing, actor: Actor): SeenListing => ({
  ...listing,
  home: seenHome(listing.home, actor),
})

function seenHome(home: Home, actor: Actor): SeenHome {
  const { position: _position, ...shown } = home
  return { ...shown, postcode: whereabouts(home, actor), areaName: areaName(home.areaCode) } as SeenHome
}
