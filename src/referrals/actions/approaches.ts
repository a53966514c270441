/** What a home may do with what it was sent: read it, ask, say that it is interested, or decline. */

import { z } from 'zod'
import type { Action, Context, OrganisationId } from '#access'
import { type PlaceId, findHome } from '#provision'
import { newId } from '#shared/ids'
import type { Pence } from '#shared/money'
import { id, unlessEmpty } from '#shared/parse'
import { Refusal, conflict, notFound } from '#shared/refusal'
import {
  type Approach,
  type ApproachId,
  decline,
  declineReasons,
  hasLapsed,
  isLive,
  isOverdue,
  showInterest,
} from '../approach.ts'
import type { Now, ReplyBy } from '../reply-by.ts'
import type { Message } from '../telling/message.ts'
import { type SeenByHome, seenByHome } from '../telling/facts.ts'
import { findApproach, holdApproach, saveAnswer } from '../store/approaches.ts'
import { nameOfOrganisation } from '../store/around.ts'
import { nowOn } from '../store/clock.ts'
import { addMessage, messagesOf } from '../store/messages.ts'
import { type Queue, queueOf } from '../store/queue.ts'

export const whichApproach = { approach: id<'Approach'>('Choose a request') }
type Which = { readonly approach: ApproachId }

export type { Queued } from '../store/queue.ts'

const perPage = 25
const listing = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })

export type QueuePage = Queue & { readonly page: number; readonly perPage: number; readonly now: Now }

export const listApproaches: Action<z.infer<typeof listing>, QueuePage> & { role: 'reader' } = {
  name: 'approach.list',
  says: 'Lists what councils have asked your homes: those to be answered first, the soonest needed on top.',
  role: 'reader',
  permission: 'approach:answer',
  schema: listing,
  about: () => null,
  async run({ tx, actor, today }, { page }) {
    const queue = await queueOf(tx, actor.organisation, { limit: perPage, offset: (page - 1) * perPage })
    return { ...queue, page, perPage, now: await nowOn(tx, today) }
  },
}

export type Told = SeenByHome & {
  /** By when the council asks for an answer, and whether that has passed without one. */
  readonly replyBy: ReplyBy | null
  readonly isOverdue: boolean
  /** The offer can no longer be accepted, and may be made again. */
  readonly hasLapsed: boolean
  readonly homeName: string
  readonly authorityName: string
  readonly messages: readonly Message[]
  readonly places: readonly { readonly id: PlaceId; readonly name: string; readonly weeklyFee: Pence }[]
}

/** Reading is recorded in both chains, so the authority knows who has read the child's story, and when. */
export const showApproach: Action<Which, Told> & { role: 'reader' } = {
  name: 'approach.show',
  says: 'Shows what one of your homes was told of a child, the questions asked and their answers.',
  role: 'reader',
  permission: 'approach:answer',
  schema: z.object(whichApproach),
  about: ({ approach }) => approach,
  async run(context, { approach: id }) {
    const { tx, actor, today } = context
    const approach = await findApproach(tx, id)
    if (!approach || approach.organisation !== actor.organisation) return gone
    const found = await findHome(tx, approach.home)
    if (!found) return gone

    tellAuthority(context, approach)
    return {
      ...seenByHome(approach),
      replyBy: approach.replyBy,
      isOverdue: isOverdue(approach, await nowOn(tx, today)),
      hasLapsed: approach.state === 'offered' && hasLapsed(approach, today),
      homeName: found.home.name,
      authorityName: await nameOfOrganisation(tx, chainOf(approach)),
      messages: (await messagesOf(tx, [id])).get(id) ?? [],
      places: found.places.map(({ id: place, name, weeklyFee }) => ({ id: place, name, weeklyFee })),
    }
  },
}

/** Withdrawn, given to another home, or never sent: a home is not told which. */
export const gone = notFound('Request not found. If a council sent it to you, it has since been closed')

/** The one whose child it is reads of it in its own record of access. */
export function tellAuthority({ note, actor }: Context, approach: Approach): void {
  if (chainOf(approach) !== actor.organisation) note({ chain: chainOf(approach), about: approach.id })
}
export const chainOf = ({ authority }: Approach) => authority as string as OrganisationId

/**
 * Holds what the home may still change. What has ended cannot be held, and is told of as it ended; so is what ended
 * while this waited.
 */
export async function holdForHome({ tx, actor }: Context, id: ApproachId): Promise<Approach | Refusal> {
  const found = await findApproach(tx, id)
  if (!found || found.organisation !== actor.organisation) return gone
  return (await holdApproach(tx, id)) ?? (await findApproach(tx, id)) ?? gone
}

export const sayInterested: Action<Which, SeenByHome> = {
  name: 'approach.interest',
  says: 'Says that a home is interested, so that the council may share the full profile.',
  role: 'writer',
  permission: 'approach:answer',
  schema: z.object(whichApproach),
  about: ({ approach }) => approach,
  async run(context, { approach: id }) {
    const approach = await holdForHome(context, id)
    if (approach instanceof Refusal) return approach
    if (approach.state === 'interested') return seenByHome(approach)

    const interested = showInterest(approach, context.today)
    if (interested instanceof Refusal) return interested

    await saveAnswer(context.tx, interested)
    tellAuthority(context, interested)
    return seenByHome(interested)
  },
}

const reasons = declineReasons.map(({ code }) => code)
const declining = z.object({
  ...whichApproach,
  reason: z.enum(reasons, 'Choose why the home cannot help'),
  declineNote: unlessEmpty(z.string('Say more in words').max(1000, 'Use 1,000 characters or fewer')),
})

export const declineApproach: Action<z.infer<typeof declining>, SeenByHome> = {
  name: 'approach.decline',
  says: 'Declines for a home, with the reason, so that the council knows today and the region learns what is missing.',
  role: 'writer',
  permission: 'approach:answer',
  schema: declining,
  about: ({ approach }) => approach,
  async run(context, { approach: id, reason, declineNote }) {
    const approach = await holdForHome(context, id)
    if (approach instanceof Refusal) return approach
    if (approach.state === 'declined' && approach.reason === reason) return seenByHome(approach)

    const declined = decline(approach, { reason, declineNote: declineNote ?? null }, context.today)
    if (declined instanceof Refusal) return declined

    await saveAnswer(context.tx, declined)
    tellAuthority(context, declined)
    return seenByHome(declined)
  },
}

export const words = z
  .string('Write your message')
  .trim()
  .min(1, 'Write your message')
  .max(2000, 'Use 2,000 characters or fewer')
export const saying = z.object({
  ...whichApproach,
  text: words,
  message: unlessEmpty(id<'Message'>('Open the page again, then send your message')),
})

export const askQuestion: Action<z.infer<typeof saying>, Which> = {
  name: 'approach.question',
  says: 'Asks the council a question about a child it has asked your home about.',
  role: 'writer',
  permission: 'approach:answer',
  schema: saying,
  about: ({ approach }) => approach,
  async run(context, { approach: id, text, message }) {
    const approach = await holdForHome(context, id)
    if (approach instanceof Refusal) return approach
    if (!isLive(approach)) return conflict('This request has ended, so there is nobody to ask')

    const { authority, organisation } = approach
    const said = { id: message ?? newId<'Message'>(), fromHome: true, text, person: context.actor.id }
    await addMessage(context.tx, { ...said, authority, organisation, approach: id })
    tellAuthority(context, approach)
    return { approach: id }
  },
}
