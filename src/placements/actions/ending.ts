/** The child has left, or is not coming after all. */

import { z } from 'zod'
import type { Action } from '#access'
import { currentEpisode, endEpisode, endOf } from '#children'
import { givePlaceBack, leavePlace } from '#provision'
import { endReasons } from '#reference'
import { findApproach, holdReferral, reopen, saveDecision, saveReferral, undoAcceptance } from '#referrals'
import type { PlainDate } from '#shared/dates'
import { date, unlessEmpty } from '#shared/parse'
import { Refusal, conflict } from '#shared/refusal'
import { type Cancelled, type Ended, type PlacementId, cancel, end } from '../placement.ts'
import { savePlacement } from '../store.ts'
import { codesOf, holdWithPlace, which } from './holding.ts'

const leavingCodes = codesOf(endReasons).filter(code => code !== 'X1')
type LeavingCode = Exclude<(typeof endReasons)[number]['code'], 'X1'>
type Leaving = {
  readonly placement: PlacementId
  readonly on: PlainDate
  readonly endReason: LeavingCode
  readonly note?: string | undefined
}

/** The child leaves care. A child who moves to another home is recorded by starting that placement. */
export const endPlacement: Action<Leaving, Ended> = {
  name: 'placement.end',
  says: 'Records that the child has left this home and care, and why.',
  role: 'writer',
  permission: 'placement:write',
  schema: z.object({
    ...which,
    on: date('Enter the day the child left'),
    endReason: z.enum(leavingCodes as [LeavingCode, ...LeavingCode[]], 'Choose why the child left care'),
    note: unlessEmpty(z.string('Write a note').max(2000, 'Note must be 2,000 characters or fewer')),
  }),
  about: ({ placement }) => placement,
  async run(context, { placement: placementId, on, endReason, note: words }) {
    const { tx, today, note, actor } = context
    const held = await holdWithPlace(context, placementId)
    if (held instanceof Refusal) return held
    const current = await currentEpisode(tx, held.placement.child)
    if (!current) return conflict('This child is not looked after, so there is nothing to end')
    const ended = end(held.placement, { endReason, changeReason: null, note: words ?? null }, on, today)
    if (ended instanceof Refusal) return ended
    const closed = endOf(current, on, endReason)
    if (closed instanceof Refusal) return closed

    const left = await leavePlace(tx, ended.place, on)
    if (left instanceof Refusal) return left
    await endEpisode(tx, closed)
    const refused = await savePlacement(tx, ended)
    note({ chain: actor.organisation, about: ended.child })
    return refused ?? ended
  },
}

type Cancelling = { readonly placement: PlacementId; readonly note: string }

/** The child is not coming: the place is free again, and the search goes on. */
export const cancelPlacement: Action<Cancelling, Cancelled> = {
  name: 'placement.cancel',
  says: 'Records that the child is not coming after all: frees the place and opens the request again.',
  role: 'writer',
  permission: 'placement:write',
  schema: z.object({
    ...which,
    note: z.string('Say why the child is not coming after all').max(2000, 'Use 2,000 characters or fewer'),
  }),
  about: ({ placement }) => placement,
  async run(context, { placement: placementId, note: words }) {
    const { tx, today, note, actor } = context
    const held = await holdWithPlace(context, placementId)
    if (held instanceof Refusal) return held
    const cancelled = cancel(held.placement, words)
    if (cancelled instanceof Refusal) return cancelled
    const referral = cancelled.referral && (await holdReferral(tx, cancelled.referral))
    const approach = cancelled.approach && (await findApproach(tx, cancelled.approach))

    const back = await givePlaceBack(tx, cancelled.place)
    if (back instanceof Refusal) return back
    if (referral?.state === 'matched') await saveReferral(tx, reopen(referral))
    if (approach?.state === 'accepted') await saveDecision(tx, undoAcceptance(approach, today))
    const refused = await savePlacement(tx, cancelled)
    note({ chain: actor.organisation, about: cancelled.child })
    if (approach) note({ chain: cancelled.organisation, about: approach.id })
    return refused ?? cancelled
  },
}
