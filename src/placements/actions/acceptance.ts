/** Accepting an offer: the place is taken once and for all, and the search ends, in one transaction. */

import { z } from 'zod'
import { type Action, type Context, authorityOf } from '#access'
import { type HeldPlace, findHome, findPlace, holdPlace, take, takePlace, vacancyOn } from '#provision'
import { findChild, nameOf } from '#children'
import {
  type Accepted,
  type ApproachId,
  type Offered,
  accept,
  approachesOf,
  asOpen,
  closeAsNotSelected,
  findApproach,
  findReferral,
  hasLapsed,
  holdApproach,
  holdReferral,
  isLive,
  match,
  saveDecision,
  saveReferral,
} from '#referrals'
import type { PlainDate } from '#shared/dates'
import { newId } from '#shared/ids'
import type { Pence } from '#shared/money'
import { date, id, unlessEmpty } from '#shared/parse'
import { Refusal, conflict, invalid, notFound } from '#shared/refusal'
import { codingOf } from '../coding.ts'
import type { Agreed } from '../placement.ts'
import { addPlacement } from '../store.ts'

const which = { approach: id<'Approach'>('Choose the offer to accept') }

type Which = { readonly approach: ApproachId }

export type AskedToAccept = {
  readonly approach: ApproachId
  readonly reference: string
  readonly referral: string
  readonly childName: string
  readonly homeName: string
  readonly runBy: string
  readonly placeName: string
  readonly weeklyFee: Pence
  readonly availableFrom: PlainDate
  readonly until: PlainDate
  readonly note: string | null
  /** Others who will be told that another home was chosen. */
  readonly others: number
  /** Why it cannot be accepted now, or null. */
  readonly cannot: string | null
}

export const askToAccept: Action<Which, AskedToAccept> & { readonly role: 'reader' } = {
  name: 'offer.ask',
  says: 'Shows what accepting an offer will do, before it is done.',
  role: 'reader',
  permission: 'offer:accept',
  schema: z.object(which),
  about: ({ approach }) => approach,
  async run({ tx, today, note, actor }, input) {
    const approach = await findApproach(tx, input.approach)
    const referral = approach && (await findReferral(tx, approach.referral))
    if (!approach || !referral) return notFound('Offer not found')
    if (approach.state !== 'offered') return notYet(approach.state)
    const child = await findChild(tx, referral.child)
    const found = await findHome(tx, approach.home)
    const place = found?.places.find(each => each.id === approach.offer.place)
    if (!child || !found || !place) return notFound('Offer not found')

    note({ chain: actor.organisation, about: referral.child })
    const vacancy = vacancyOn(place, found.home, laterOf(approach.offer.availableFrom, today))
    return {
      approach: approach.id,
      reference: approach.reference,
      referral: referral.id,
      childName: nameOf(child),
      homeName: found.home.name,
      runBy: found.runBy,
      placeName: place.name,
      ...approach.offer,
      others: (await approachesOf(tx, referral.id)).filter(each => isLive(each) && each.id !== approach.id)
        .length,
      cannot: vacancy.is === 'vacant' ? lapsed(approach, today) : vacancyInWords(vacancy.is, vacancy.reason),
    }
  },
}

const notYet = (state: string): Refusal =>
  conflict(state === 'accepted' ? 'This offer has already been accepted' : 'This home has not made an offer')

const lapsed = (approach: Offered, today: PlainDate): string | null =>
  hasLapsed(approach, today) ? 'This offer has run out. Ask the home to offer again' : null

const gone = conflict('This place has been taken for another child')

const vacancyInWords = (is: string, reason: string): string =>
  is === 'taken' ? gone.problems[0]!.message : `This place is not vacant. ${reason}`

const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)

type Acceptance = Which & { readonly startsOn?: PlainDate | undefined }

/** The place is held before anything else: waiting there is what keeps two councils from both being told yes. */
export const acceptOffer: Action<Acceptance, Agreed> = {
  name: 'offer.accept',
  says: 'Accepts a home’s offer: takes the place, ends the search and tells the other homes.',
  role: 'writer',
  permission: 'offer:accept',
  schema: z.object({ ...which, startsOn: unlessEmpty(date('Enter the day the child will move in')) }),
  about: ({ approach }) => approach,
  async run(context, { approach: approachId, startsOn }) {
    const { tx, today, note, actor } = context
    const asked = await findApproach(tx, approachId)
    if (!asked) return notFound('Offer not found')
    if (asked.state !== 'offered') return notYet(asked.state)
    const from = startOf(asked, startsOn, today)
    if (from instanceof Refusal) return from
    const seen = await findPlace(tx, asked.offer.place) // without waiting in the queue
    if (seen?.taken?.until === null) return gone
    const held = await holdPlace(tx, asked.offer.place)
    if (!held) return notFound('Offer not found')
    const free = take(held.place, held.home, from)
    if (free instanceof Refusal) return free // nobody who comes too late holds anything else
    const referral = await holdReferral(tx, asked.referral)
    const approach = await holdApproach(tx, approachId)
    if (!referral || !approach) return notFound('Offer not found')

    const open = asOpen(referral)
    if (open instanceof Refusal) return open
    const accepted = accept(approach, today)
    if (accepted instanceof Refusal) return accepted
    const isLongTerm = open.answers.duration === 'longer'
    const placement = agree(context, accepted, { held, from, isLongTerm, child: open.child })

    const taken = await takePlace(tx, held.place.id, from)
    if (taken instanceof Refusal) return taken
    await saveDecision(tx, accepted)
    await closeOthers(context, accepted)
    await saveReferral(tx, match(open, accepted.id, today))
    const refused = await addPlacement(tx, placement)
    note({ chain: actor.organisation, about: open.child })
    note({ chain: accepted.organisation, about: accepted.id })
    return refused ?? placement
  },
}

function startOf({ offer }: Offered, wanted: PlainDate | undefined, today: PlainDate): PlainDate | Refusal {
  const from = wanted ?? laterOf(offer.availableFrom, today)
  if (from < offer.availableFrom) {
    return invalid({ field: 'startsOn', message: 'The day must not be before the place is available' })
  }
  if (from < today) return invalid({ field: 'startsOn', message: 'The day must be today or later' })
  return from
}

type Agreeing = { held: HeldPlace; from: PlainDate; isLongTerm: boolean; child: Agreed['child'] }

const agree = ({ actor, today }: Context, accepted: Accepted, agreeing: Agreeing): Agreed => ({
  id: newId(),
  authority: authorityOf(actor),
  child: agreeing.child,
  referral: accepted.referral,
  approach: accepted.id,
  home: accepted.home,
  organisation: accepted.organisation,
  place: accepted.offer.place,
  ...codingOf(agreeing.held.home, authorityOf(actor), agreeing.isLongTerm),
  agreedOn: today,
  startsOn: agreeing.from,
  weeklyFee: accepted.offer.weeklyFee,
  state: 'agreed',
})

/** Every other home still waiting is told the same day, and can no longer read what it was sent. */
async function closeOthers({ tx, today, note }: Context, accepted: Accepted): Promise<void> {
  for (const other of await approachesOf(tx, accepted.referral)) {
    if (other.id === accepted.id || !isLive(other)) continue
    const closed = closeAsNotSelected(other, today)
    if (closed instanceof Refusal) continue
    await saveDecision(tx, closed)
    note({ chain: other.organisation, about: other.id })
  }
}
