/** A child for whom a home has made an offer, put straight into the records of an authority. */

import type { Actor, AuthorityId, Database } from '#access'
import { type Child, anEpisode } from '#children'
import type { Home, Place } from '#provision'
import {
  type Offered,
  type Referral,
  aReferral,
  addApproach,
  anOfferedApproach,
  saveReferral,
} from '#referrals'
import { addChild, asWriter } from './children.ts'
import { people, today } from './people.ts'

export type OfferedChild = { readonly child: Child; readonly referral: Referral; readonly approach: Offered }

type Facts = {
  readonly by?: Actor
  readonly home: Home
  readonly place: Place
  readonly child?: Partial<Child>
}

let number = 0

export async function addOffer(
  database: Database,
  { by = people.broker, home, place, child: facts = {} }: Facts,
): Promise<OfferedChild> {
  const authority = by.organisation as string as AuthorityId
  const childFacts = { localId: `T${(number += 1)}-${Math.random().toString(36).slice(2, 8)}`, ...facts }
  const child = await addChild(database, { of: by, child: childFacts, episodes: [anEpisode()] })
  const draft = aReferral({ authority, child: child.id, requestedBy: by.id, requestedOn: today })
  const referral: Referral = { ...draft, state: 'open', neededBy: today, readyOn: today }
  const approach: Offered = {
    ...anOfferedApproach(),
    authority,
    referral: referral.id,
    home: home.id,
    organisation: home.organisation,
    reference: `NH-${number}-${child.id.slice(0, 8)}`,
    sentBy: by.id,
    sentOn: today,
    interestedOn: today,
    sharedOn: today,
    offeredOn: today,
    offer: { place: place.id, weeklyFee: place.weeklyFee, availableFrom: today, until: today, note: null },
  }
  await asWriter(database, by, async tx => {
    await saveReferral(tx, referral)
    await addApproach(tx, approach)
  })
  return { child, referral, approach }
}
