/** What the authority does with the answers: reads and compares them, answers questions, shares more, withdraws. */

import { z } from 'zod'
import type { Action, Context } from '#access'
import { findHome } from '#provision'
import { newId } from '#shared/ids'
import { Refusal, conflict, notFound } from '#shared/refusal'
import { type Approach, type ApproachId, isLive, shareFull, withdrawApproach } from '../approach.ts'
import { addedBy } from '../telling/facts.ts'
import { type Message, tellsWho } from '../telling/message.ts'
import { type Part, fullProfile } from '../telling/profile.ts'
import type { ReferralId } from '../referral.ts'
import { findApproach, holdApproach, saveDecision } from '../store/approaches.ts'
import { addMessage, messagesOf } from '../store/messages.ts'
import { findReferral } from '../store/referrals.ts'
import { saying, whichApproach } from './approaches.ts'
import { know, noReferral } from './knowing.ts'

type Which = { readonly approach: ApproachId }
const which = z.object(whichApproach)

/** Only of the authority whose child it is; its own homes may have been asked by another. */
export async function findOurs({ tx, actor }: Context, id: ApproachId): Promise<Approach | undefined> {
  const found = await findApproach(tx, id)
  return found?.authority === (actor.organisation as string) ? found : undefined
}

export async function holdOurs(context: Context, id: ApproachId): Promise<Approach | undefined> {
  return (await findOurs(context, id)) && holdApproach(context.tx, id)
}

export const noApproach = notFound('Request to a home not found')

/** One home that was asked, for a page that does one thing about it. */
export type Ours = {
  readonly approach: ApproachId
  readonly referral: ReferralId
  readonly reference: string
  readonly state: Approach['state']
  readonly isLive: boolean
  readonly isFull: boolean
  readonly homeName: string
  readonly runBy: string
  readonly childName: string
  readonly messages: readonly Message[]
  /** What the full profile would add to what the home has been told. */
  readonly adds: readonly Part[]
}

export const showOurs: Action<Which, Ours> & { role: 'reader' } = {
  name: 'approach.ours',
  says: 'Shows one home that your council asked: what was said, and what the full profile would add.',
  role: 'reader',
  permission: 'approach:send',
  schema: which,
  about: ({ approach }) => approach,
  async run(context, { approach: id }) {
    const approach = await findOurs(context, id)
    const referral = approach && (await findReferral(context.tx, approach.referral))
    const found = approach && (await findHome(context.tx, approach.home))
    if (!approach || !referral || !found) return noApproach
    const child = await know(context, referral)
    if (!child) return noReferral

    const { anonymised, reference } = approach
    return {
      approach: id,
      referral: referral.id,
      reference,
      state: approach.state,
      isLive: isLive(approach),
      isFull: hasFull(approach),
      homeName: found.home.name,
      runBy: found.runBy,
      childName: child.name,
      messages: (await messagesOf(context.tx, [id])).get(id) ?? [],
      adds: addedBy(fullProfile(reference, referral.answers, child.name), anonymised),
    }
  },
}

/** Their full profile is frozen as it is shared: a later change of answers never rewrites what a home was told. */
export const shareProfile: Action<Which, { readonly referral: ReferralId }> = {
  name: 'approach.share',
  says: 'Shares the full profile with a home that is interested.',
  role: 'writer',
  permission: 'approach:send',
  schema: which,
  about: ({ approach }) => approach,
  async run(context, { approach: id }) {
    const approach = await holdOurs(context, id)
    const referral = approach && (await findReferral(context.tx, approach.referral))
    if (!approach || !referral) return noApproach
    const child = await know(context, referral)
    if (!child) return noReferral
    if (approach.state === 'shared') return { referral: referral.id }

    const profile = fullProfile(approach.reference, referral.answers, child.name)
    const shared = shareFull(approach, profile, context.today)
    if (shared instanceof Refusal) return shared

    await saveDecision(context.tx, shared)
    tellHome(context, shared)
    return { referral: referral.id }
  },
}

export const takeBack: Action<Which, { readonly referral: ReferralId }> = {
  name: 'approach.withdraw',
  says: 'Withdraws a request from one home, which can no longer read what it was sent.',
  role: 'writer',
  permission: 'approach:send',
  schema: which,
  about: ({ approach }) => approach,
  async run(context, { approach: id }) {
    const approach = await holdOurs(context, id)
    if (!approach) return noApproach
    if (approach.state === 'withdrawn') return { referral: approach.referral }

    const withdrawn = withdrawApproach(approach, context.today)
    if (withdrawn instanceof Refusal) return withdrawn

    await saveDecision(context.tx, withdrawn)
    tellHome(context, withdrawn)
    return { referral: approach.referral }
  },
}

export const answerQuestion: Action<z.infer<typeof saying>, { readonly referral: ReferralId }> = {
  name: 'approach.answer',
  says: 'Answers a home’s question. Until the full profile is shared, it may not tell who the child is.',
  role: 'writer',
  permission: 'approach:send',
  schema: saying,
  about: ({ approach }) => approach,
  async run(context, { approach: id, text, message }) {
    const approach = await holdOurs(context, id)
    const referral = approach && (await findReferral(context.tx, approach.referral))
    if (!approach || !referral) return noApproach
    if (!isLive(approach)) return conflict('This request has ended, so the home can no longer read an answer')
    const child = await know(context, referral)
    const told = child && !hasFull(approach) ? tellsWho(text, child.hidden) : undefined
    if (told) return told

    const { authority, organisation } = approach
    const said = { id: message ?? newId<'Message'>(), fromHome: false, text, person: context.actor.id }
    await addMessage(context.tx, { ...said, authority, organisation, approach: id })
    tellHome(context, approach)
    return { referral: approach.referral }
  },
}

const hasFull = (approach: Approach): boolean =>
  'fullProfile' in approach && approach.fullProfile !== undefined

/** A home's own record of access tells it what was done with it. */
function tellHome({ note, actor }: Context, { organisation, id }: Approach): void {
  if (organisation !== actor.organisation) note({ chain: organisation, about: id })
}
