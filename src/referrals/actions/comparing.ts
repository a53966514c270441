/** Every home that was asked about a child: how each stands, who waits for an answer, and the offers side by side. */

import { z } from 'zod'
import type { Action, Context } from '#access'
import { initialsOf } from '#children'
import { residentsOn, supplyFor, whoLivesIn } from '#provision'
import type { PlainDate } from '#shared/dates'
import { id } from '#shared/parse'
import {
  type Approach,
  type ApproachId,
  type Offer,
  hasLapsed,
  isLive,
  isOverdue,
  reasonInWords,
} from '../approach.ts'
import { mayAskAgain, newestOf } from '../asking-again.ts'
import { explain, rank, whyLeftOut } from '../matching/matching.ts'
import { type Message, isWaiting } from '../telling/message.ts'
import type { Need } from '../matching/need.ts'
import type { HomeWithPlaces } from '../matching/supply.ts'
import type { Urgency } from '../questions/index.ts'
import type { Referral, ReferralId } from '../referral.ts'
import type { Now, ReplyBy } from '../reply-by.ts'
import { type ShownHome, shownHome } from '../matching/searched.ts'
import { defaultWeights } from '../matching/weights.ts'
import { approachesOf } from '../store/approaches.ts'
import { nowOn } from '../store/clock.ts'
import { messagesOf } from '../store/messages.ts'
import { openingsOf } from '../store/queue.ts'
import { findReferral } from '../store/referrals.ts'
import { know, noReferral } from './knowing.ts'
import { homesIn } from './register.ts'

export type AskedHome = {
  readonly approach: ApproachId
  readonly reference: string
  readonly state: Approach['state']
  readonly isLive: boolean
  readonly isFull: boolean
  readonly home: ShownHome
  readonly whyChosen: string
  readonly sentOn: PlainDate
  /** Null where nobody said, or once the home has answered. */
  readonly replyBy: ReplyBy | null
  readonly isOverdue: boolean
  /** The request is open, and what this home was asked last has ended. */
  readonly mayAskAgain: boolean
  /** As a person says it; null where nobody at the home has opened it. */
  readonly opened: string | null
  readonly declined: { readonly on: PlainDate; readonly why: string; readonly note: string | null } | null
  readonly messages: readonly Message[]
  /** The home has asked, and nobody has answered. */
  readonly isWaiting: boolean
}

export type OfferShown = Offer & {
  readonly approach: ApproachId
  readonly state: Approach['state']
  readonly home: ShownHome
  readonly placeName: string
  readonly offeredOn: PlainDate
  readonly hasLapsed: boolean
  readonly reasonsFor: readonly string[]
  readonly reasonsAgainst: readonly string[]
  /** Each factor in words, by name, so that offers can be read across. */
  readonly said: Readonly<Record<string, string>>
}

export type Compared = {
  readonly referral: { readonly id: ReferralId; readonly state: Referral['state']; readonly urgency: Urgency }
  readonly neededBy: PlainDate | null
  readonly childName: string
  readonly age: number
  readonly initials: string
  readonly asked: readonly AskedHome[]
  readonly offers: readonly OfferShown[]
}

export const compareOffers: Action<{ referral: ReferralId }, Compared> & { role: 'reader' } = {
  name: 'offer.compare',
  says: 'Shows every home asked about a child, the questions that wait for an answer, and the offers side by side.',
  role: 'reader',
  permission: 'referral:read',
  schema: z.object({ referral: id<'Referral'>('Choose a request') }),
  about: ({ referral }) => referral,
  async run(context, { referral: which }) {
    const { tx, actor, today } = context
    const referral = await findReferral(tx, which)
    const child = referral && (await know(context, referral))
    if (!referral || !child) return noReferral
    const approaches = await approachesOf(tx, which)
    const supply = await supplyFor(tx)
    const homes = homesIn(supply)
    const said = await whoLivesIn(tx, supply)
    const ids = approaches.map(each => each.id)
    const messages = await messagesOf(tx, ids)
    const opened = await openingsOf(tx, actor.organisation, ids)
    const now = await nowOn(tx, today)

    const standing = approaches.flatMap(approach => {
      const run = homes.get(approach.home)
      if (!run) return []
      const residents = residentsOn(said.get(run.home.id), run.places, today)
      return [{ approach, run: { ...run, residents }, home: shownHome(run.home, run.runBy, actor) }]
    })
    const { state, urgency, neededBy } = referral
    const newest = newestOf(approaches)
    return {
      referral: { id: which, state, urgency },
      neededBy,
      childName: child.name,
      age: child.need.age,
      initials: initialsOf(child.record.child),
      asked: standing.map(({ approach, home }) =>
        askedHome(approach, home, {
          messages: messages.get(approach.id) ?? [],
          opened: opened.get(approach.id) ?? null,
          now,
          mayAskAgain: state === 'open' && newest.get(approach.home) === approach && mayAskAgain(approach),
        }),
      ),
      offers: standing.flatMap(each => offerShown(each, child.need, context)).toSorted(byState),
    }
  },
}

/** What was accepted stands first, then what may still be. */
const byState = (a: OfferShown, b: OfferShown) =>
  Number(b.state === 'accepted') - Number(a.state === 'accepted') || (a.offeredOn < b.offeredOn ? -1 : 1)

function askedHome(
  approach: Approach,
  home: ShownHome,
  { now, ...around }: Pick<AskedHome, 'messages' | 'opened' | 'mayAskAgain'> & { readonly now: Now },
): AskedHome {
  const { id: which, reference, state, whyChosen, sentOn } = approach
  const isOpen = isLive(approach)
  return {
    approach: which,
    reference,
    state,
    isLive: isOpen,
    isFull: 'fullProfile' in approach && approach.fullProfile !== undefined,
    home,
    whyChosen,
    sentOn,
    replyBy: state === 'sent' ? approach.replyBy : null,
    isOverdue: isOverdue(approach, now),
    declined:
      approach.state === 'declined'
        ? { on: approach.declinedOn, why: reasonInWords(approach.reason), note: approach.declineNote }
        : null,
    ...around,
    isWaiting: isOpen && isWaiting(around.messages),
  }
}

type Standing = {
  readonly approach: Approach
  readonly home: ShownHome
  readonly run: HomeWithPlaces
}

/** Weighed as a search would, whether or not the place could still be found by one. */
function offerShown({ approach, home, run }: Standing, need: Need, { today }: Context): OfferShown[] {
  if (approach.state !== 'offered' && approach.state !== 'accepted') return []
  const { offer } = approach
  const place = run.places.find(({ id: each }) => each === offer.place)
  const asOffered = place && { ...place, taken: null, availableFrom: today, weeklyFee: offer.weeklyFee }
  const places = asOffered ? [asOffered] : []
  const { homes, excluded } = rank(need, [{ ...run, places }], defaultWeights, today)
  const best = homes[0] && explain(homes[0].best)
  return [
    {
      ...offer,
      approach: approach.id,
      state: approach.state,
      home,
      placeName: place?.name ?? '',
      offeredOn: approach.offeredOn,
      hasLapsed: approach.state === 'offered' && hasLapsed(approach, today),
      reasonsFor: best?.reasonsFor ?? [],
      reasonsAgainst: best?.reasonsAgainst ?? excluded.flatMap(each => whyLeftOut(each, need)),
      said: Object.fromEntries(best?.factors.map(({ name, sentence }) => [name, sentence]) ?? []),
    },
  ]
}
