/** What becomes of a request: handed to brokerage, withdrawn, or ended because no home was found. */

import { z } from 'zod'
import type { Action, Context } from '#access'
import { Refusal } from '#shared/refusal'
import { type Approach, isLive, withdrawApproach } from '../approach.ts'
import {
  type Open,
  type ReferralId,
  type UnableReason,
  type UnableToPlace,
  type Withdrawn,
  asDraft,
  asLive,
  asOpen,
  giveUp,
  makeReady,
  unableReasons,
  withdraw,
} from '../referral.ts'
import { approachesOf, holdApproach, saveDecision } from '../store/approaches.ts'
import { holdReferral, saveReferral } from '../store/referrals.ts'
import { noReferral, noteChild, whichReferral } from './requests.ts'

type Which = { readonly referral: ReferralId }

export const readyReferral: Action<Which, Open> = {
  name: 'referral.ready',
  says: 'Hands a request to brokerage, who may then look for a home; says what must still be answered',
  role: 'writer',
  permission: 'referral:write',
  schema: z.object({ referral: whichReferral }),
  about: ({ referral }) => referral,
  async run(context, { referral: which }) {
    const referral = await holdReferral(context.tx, which)
    if (!referral) return noReferral()
    const draft = asDraft(referral)
    if (draft instanceof Refusal) return draft

    const open = makeReady(draft, context.today)
    if (open instanceof Refusal) return open

    await saveReferral(context.tx, open)
    noteChild(context, open.child)
    return open
  },
}

const why = 'Say why a home is no longer needed'
const reason = z
  .string(why)
  .trim()
  .min(1, why)
  .max(1000, 'Use 1,000 characters or fewer')
  .regex(/^[^\0]*$/, 'Leave out characters that cannot be printed')

export const withdrawReferral: Action<Which & { readonly reason: string }, Withdrawn> = {
  name: 'referral.withdraw',
  says: 'Withdraws a request because a home is no longer needed; homes that were asked can no longer read it',
  role: 'writer',
  permission: 'referral:write',
  schema: z.object({ referral: whichReferral, reason }),
  about: ({ referral }) => referral,
  async run(context, { referral: which, reason: because }) {
    const referral = await holdReferral(context.tx, which)
    if (!referral) return noReferral()
    const live = asLive(referral)
    if (live instanceof Refusal) return live

    const withdrawn = withdraw(live, because, context.today)
    if (withdrawn instanceof Refusal) return withdrawn

    await closeApproaches(context, which)
    await saveReferral(context.tx, withdrawn)
    noteChild(context, withdrawn.child)
    return withdrawn
  },
}

const codes = unableReasons.map(({ code }) => code) as [UnableReason, ...UnableReason[]]

export const giveUpReferral: Action<Which & { readonly reason: UnableReason }, UnableToPlace> = {
  name: 'referral.unable',
  says: 'Ends a search that found no home, with the reason, so that such a home may be made',
  role: 'writer',
  permission: 'referral:write',
  schema: z.object({
    referral: whichReferral,
    reason: z.enum(codes, 'Choose the main reason why no home was found').describe(codes.join(', ')),
  }),
  about: ({ referral }) => referral,
  async run(context, { referral: which, reason: because }) {
    const referral = await holdReferral(context.tx, which)
    if (!referral) return noReferral()
    const open = asOpen(referral)
    if (open instanceof Refusal) return open

    const ended = giveUp(open, because, context.today)

    await closeApproaches(context, which)
    await saveReferral(context.tx, ended)
    noteChild(context, ended.child)
    return ended
  },
}

/** A home still waiting is told the same day, and what it was sent can no longer be read. */
async function closeApproaches({ tx, actor, today, note }: Context, referral: ReferralId): Promise<void> {
  for (const { id } of await approachesOf(tx, referral)) {
    const held: Approach | undefined = await holdApproach(tx, id)
    const closed = held && isLive(held) && withdrawApproach(held, today)
    if (!closed || closed instanceof Refusal) continue
    await saveDecision(tx, closed)
    if (closed.organisation !== actor.organisation) note({ chain: closed.organisation, about: id })
  }
}
