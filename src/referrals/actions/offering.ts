/** A home makes an offer: which place, at what price, from when, and until when it may be accepted. */

import { z } from 'zod'
import type { Action, Context } from '#access'
import { type Place, findHome, vacancyOn } from '#provision'
import { date, id, pounds, unlessEmpty } from '#shared/parse'
import { Refusal, invalid } from '#shared/refusal'
import { type Approach, type Offer, makeOffer } from '../approach.ts'
import { type SeenByHome, seenByHome } from '../telling/facts.ts'
import { saveAnswer } from '../store/approaches.ts'
import { gone, holdForHome, tellAuthority, whichApproach } from './approaches.ts'

const offering = z.object({
  ...whichApproach,
  place: id<'Place'>('Choose the place that you offer'),
  weeklyFee: pounds('Enter the weekly fee in pounds, such as 4,800'),
  availableFrom: date('Enter the day that the child could move in'),
  until: date('Enter the last day on which the council may accept'),
  note: unlessEmpty(z.string('Write in words').max(2000, 'Use 2,000 characters or fewer')),
})
type Offering = z.infer<typeof offering>

export const offerPlace: Action<Offering, SeenByHome> = {
  name: 'approach.offer',
  says: 'Offers a place in a home, with its price and dates. An offer may be improved until it is accepted.',
  role: 'writer',
  permission: 'approach:answer',
  schema: offering,
  about: ({ approach }) => approach,
  async run(context, input) {
    const approach = await holdForHome(context, input.approach)
    if (approach instanceof Refusal) return approach
    const offer = await offerFrom(context, approach, input)
    if (offer instanceof Refusal) return offer

    const offered = makeOffer(approach, offer, context.today)
    if (offered instanceof Refusal) return offered

    await saveAnswer(context.tx, offered)
    tellAuthority(context, offered)
    return seenByHome(offered)
  },
}

/** A place of that home which will be free: a promise that cannot be kept costs the child a home elsewhere. */
async function offerFrom(
  { tx, today }: Context,
  approach: Approach,
  input: Offering,
): Promise<Offer | Refusal> {
  const { weeklyFee, availableFrom, until, note } = input
  const found = await findHome(tx, approach.home)
  if (!found) return gone
  const place = found.places.find(each => each.id === input.place)
  if (!place) return invalid({ field: 'place', message: `Choose a place of ${found.home.name}` })
  if (availableFrom < today) {
    return invalid({
      field: 'availableFrom',
      message: 'The day the child could move in must be today or later',
    })
  }
  const free: Place = { ...place, availableFrom: today }
  const vacancy = vacancyOn(free, found.home, availableFrom)
  if (vacancy.is !== 'vacant') {
    return invalid({ field: 'place', message: `${place.name} is not free on that day. ${vacancy.reason}` })
  }
  return { place: place.id, weeklyFee, availableFrom, until, note: note?.trim() || null }
}
