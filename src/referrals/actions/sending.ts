/** Asking homes: the page that shows exactly who would get what, and the deed. */

import { z } from 'zod'
import type { Action, Context } from '#access'
import type { HomeId } from '#provision'
import { newId } from '#shared/ids'
import { date, id, many, unlessEmpty } from '#shared/parse'
import { Refusal, invalid } from '#shared/refusal'
import type { Sent } from '../approach.ts'
import type { Open, ReferralId } from '../referral.ts'
import { type ReplyBy, checkReplyBy, usualReplyBy } from '../reply-by.ts'
import { addApproach, approachesOf } from '../store/approaches.ts'
import { countAlike } from '../store/around.ts'
import { nowOn } from '../store/clock.ts'
import { holdReferral } from '../store/referrals.ts'
import type { Removed } from '../telling/hiding.ts'
import { type Getting, type Profile, anonymise, recognisable, whoGetsWhat } from '../telling/profile.ts'
import { type Chosen, type Recipient, chooseHomes, mayAsk, recipientOf } from './choosing.ts'
import { type KnownChild, knowOpen, noReferral } from './knowing.ts'

const mostHomes = 40

const choosing = {
  referral: id<'Referral'>('Choose a request'),
  homes: many(id<'Home'>('Choose homes from the search')).refine(
    homes => homes.length <= mostHomes,
    `Choose ${mostHomes} homes or fewer`,
  ),
}

export type AskedToSend = {
  readonly referral: ReferralId
  readonly childName: string
  readonly urgency: Open['urgency']
  readonly recipients: readonly Recipient[]
  /** How many of them would be asked. */
  readonly asks: number
  readonly profile: Profile
  readonly removed: readonly Removed[]
  readonly getting: readonly Getting[]
  readonly warning: string | null
  /** By when homes are asked to answer, unless somebody says otherwise. */
  readonly replyBy: ReplyBy
}

type Choosing = { readonly referral: ReferralId; readonly homes: readonly HomeId[] }

export const askToSend: Action<Choosing, AskedToSend> & { role: 'reader' } = {
  name: 'sending.ask',
  says: 'Shows exactly which homes would be asked, why each, and what each would be told, before anything is sent.',
  role: 'reader',
  permission: 'approach:send',
  schema: z.object(choosing),
  about: ({ referral }) => referral,
  async run(context, { referral: id, homes }) {
    const known = await knowOpen(context, id)
    if (known instanceof Refusal) return known
    const { referral, child } = known
    const chosen = await chooseHomes(context, homes, child, await approachesOf(context.tx, id))
    const { profile, removed } = anonymise('Different for each home', referral.answers, child.hidden)
    const alike = await countAlike(context.tx, child.need, context.today)

    return {
      referral: id,
      childName: child.name,
      urgency: referral.urgency,
      recipients: chosen.map(each => recipientOf(each, context)),
      asks: chosen.filter(({ cannot }) => cannot === null).length,
      profile,
      removed,
      getting: whoGetsWhat(referral.answers),
      warning: recognisable(alike),
      replyBy: usualReplyBy(referral.urgency, referral.neededBy, await nowOn(context.tx, context.today)),
    }
  },
}

const anHour = 'Choose the hour by which you need a reply'
const sending = z.object({
  ...choosing,
  why: unlessEmpty(z.string('Say why so many homes').max(500, 'Use 500 characters or fewer')),
  replyOn: unlessEmpty(date('Enter the day by which you need a reply')),
  replyHour: unlessEmpty(z.coerce.number(anHour).int(anHour).min(0, anHour).max(23, anHour)),
})
export type SentTo = { readonly referral: ReferralId; readonly sent: number; readonly already: number }

export const sendApproaches: Action<z.infer<typeof sending>, SentTo> = {
  name: 'approach.send',
  says: 'Asks chosen homes, sending each the anonymised profile under a reference that tells nothing.',
  role: 'writer',
  permission: 'approach:send',
  schema: sending,
  about: ({ referral }) => referral,
  async run(context, { referral: id, homes, ...said }) {
    const { tx, note } = context
    if (homes.length === 0) return invalid({ field: 'homes', message: 'Choose at least one home to ask' })
    const held = await holdReferral(tx, id)
    if (!held) return noReferral
    const known = await knowOpen(context, id)
    if (known instanceof Refusal) return known
    const approaches = await approachesOf(tx, id)

    const chosen = await chooseHomes(context, homes, known.child, approaches)
    const asked = chosen.filter(({ cannot }) => cannot === null)
    const refusal = mayAsk(asked, chosen, said.why)
    if (refusal) return refusal
    const replyBy = await replyByFrom(said, known.referral, context)
    if (replyBy instanceof Refusal) return replyBy
    const sent = asked.map(each => approachTo(each, context, known, { why: said.why, replyBy }))

    for (const approach of sent) {
      await addApproach(tx, approach)
      note({ chain: approach.organisation, about: approach.id })
    }
    return { referral: id, sent: sent.length, already: chosen.length - sent.length }
  },
}

type When = Pick<z.infer<typeof sending>, 'replyOn' | 'replyHour'>

/** What is left out is as usual. */
async function replyByFrom({ replyOn, replyHour }: When, referral: Open, { tx, today }: Context) {
  const now = await nowOn(tx, today)
  const usual = usualReplyBy(referral.urgency, referral.neededBy, now)
  return checkReplyBy({ on: replyOn ?? usual.on, hour: replyHour ?? usual.hour }, now)
}

type Said = { readonly why: string | undefined; readonly replyBy: ReplyBy }
type Known = { readonly referral: Open; readonly child: KnownChild }

function approachTo(
  { run: { home }, because }: Chosen,
  { actor, today }: Context,
  { referral, child }: Known,
  { why, replyBy }: Said,
): Sent {
  const reference = newReference()
  return {
    id: newId(),
    authority: referral.authority,
    referral: referral.id,
    home: home.id,
    organisation: home.organisation,
    reference,
    whyChosen: why?.trim() ? `${because}. Many homes asked because: ${why.trim()}` : because,
    anonymised: anonymise(reference, referral.answers, child.hidden).profile,
    sentOn: today,
    sentBy: actor.id,
    replyBy,
    state: 'sent',
  }
}

/** No vowels, so it spells nothing; no letter or figure that sounds or looks like another. */
const letters = 'BCDFGHJKLMNPQRTVWXZ23456789'

/** Eight of them, by chance: it can be said on the telephone, and counts nothing. */
function newReference(): string {
  const chance = crypto.getRandomValues(new Uint32Array(8))
  const text = [...chance].map(each => letters[each % letters.length]).join('')
  return `${text.slice(0, 4)}-${text.slice(4)}`
}
