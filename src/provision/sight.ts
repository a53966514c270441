/** How much of a home's address a person may see. */

import type { Actor } from '#access'
import { outwardCodeOf } from '#reference'
import { areaName } from './area.ts'
import type { Home } from './home.ts'
import type { Listing } from './listing.ts'
import type { Run } from './run.ts'
import type { Place } from './place.ts'

/** A home as it may be shown: in place of its position, where it is in words. */
export type SeenHome = Omit<Home, 'postcode' | 'position'> & {
  readonly postcode: string
  readonly areaName: string
}
export type Seen = {
  readonly home: SeenHome
  readonly runBy: string
  readonly places: readonly Place[]
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

export function seenBy({ home, runBy, places }: Run, actor: Actor): Seen {
  const isOurs = home.organisation === actor.organisation
  return { home: seenHome(home, actor), runBy, places, isOurs }
}

export type SeenListing = Omit<Listing, 'home'> & { readonly home: SeenHome }
export const seenListing = (listing: Listing, actor: Actor): SeenListing => ({
  ...listing,
  home: seenHome(listing.home, actor),
})

function seenHome(home: Home, actor: Actor): SeenHome {
  const { position: _position, ...shown } = home
  return { ...shown, postcode: whereabouts(home, actor), areaName: areaName(home.areaCode) }
}
