/** Asking for a home for a child: begin, read, change how urgent it is. */

import { z } from 'zod'
import { type Action, type Context, authorityOf, deedsAbout } from '#access'
import { type Child, type ChildRecord, findKept, holdChild, recordOn } from '#children'
import { newId } from '#shared/ids'
import { id } from '#shared/parse'
import { Refusal, notFound } from '#shared/refusal'
import { type Deed, toldActions } from '../history.ts'
import { type Known, type Living, knownFrom, livesNow } from '../questions/known.ts'
import type { Urgency } from '../questions/index.ts'
import {
  type ChildId,
  type Draft,
  type Referral,
  type ReferralId,
  asDraft,
  changeUrgency,
  start,
} from '../referral.ts'
import type { Answering } from '../standing.ts'
import { findLiveReferralOf, findReferral, holdReferral, saveReferral } from '../store/referrals.ts'
import { answeringOf, approachIdsOf } from '../store/worklist.ts'

export const whichReferral = id<'Referral'>('Choose a request')
export const noReferral = () => notFound('Request not found')
const whichChild = id<'Child'>('Choose a child')
const howUrgent = z
  .enum(['planned', 'emergency'], 'Choose whether this is planned or an emergency')
  .describe('planned or emergency')

/** Reading a request is reading a child's record. */
export const noteChild = ({ note, actor }: Context, child: ChildId): void =>
  note({ chain: actor.organisation, about: child })

async function recordOf({ tx, today }: Context, child: ChildId): Promise<ChildRecord | undefined> {
  const kept = await findKept(tx, child)
  return kept && recordOn(kept, today)
}

export type Prepared = {
  readonly child: Child
  readonly known: Known
  readonly livesNow: Living | null
  readonly live: Referral | null
}

export const prepareReferral = {
  name: 'referral.prepare',
  says: 'Shows what a child’s record already answers, before a home is asked for',
  role: 'reader',
  permission: 'referral:write',
  schema: z.object({ child: whichChild }),
  about: ({ child }) => child,
  async run(context, { child }) {
    const record = await recordOf(context, child)
    if (!record) return notFound('Child not found')
    const live = (await findLiveReferralOf(context.tx, child)) ?? null
    const known = knownFrom(record, context.actor.name)
    return { child: record.child, known, livesNow: livesNow(record), live }
  },
} as const satisfies Action<{ readonly child: ChildId }, Prepared>

type Begun = { readonly child: ChildId; readonly urgency: Urgency }

/** Held by the child, so that a double click finds the request that the first click made. */
export const createReferral: Action<Begun, Referral> = {
  name: 'referral.create',
  says: 'Begins a request for a home, with what the child’s record already answers; one for a child at a time',
  role: 'writer',
  permission: 'referral:write',
  schema: z.object({ child: whichChild, urgency: howUrgent }),
  about: ({ child }) => child,
  async run(context, { child, urgency }) {
    const { tx, actor, today } = context
    if (!(await holdChild(tx, child))) return notFound('Child not found')
    const record = (await recordOf(context, child))!
    const live = await findLiveReferralOf(tx, child)
    if (live) return live

    const begun = { id: newId<'Referral'>(), authority: authorityOf(actor), child, urgency }
    const { answers } = knownFrom(record, actor.name)
    const draft = start({ ...begun, requestedBy: actor.id }, answers, today)

    await saveReferral(tx, draft)
    context.note({ chain: actor.organisation, about: draft.id })
    return draft
  },
}

export type Shown = {
  readonly referral: Referral
  readonly child: Child
  readonly age: number
  readonly siblings: readonly Pick<Child, 'givenName' | 'familyName' | 'localId'>[]
  readonly livesNow: Living | null
  readonly known: Known
  readonly answering: Answering
  readonly history: readonly Deed[]
}
export type Which = { readonly referral: ReferralId }

export const showReferral = {
  name: 'referral.show',
  says: 'Shows a request for a home: what was asked, how it stands and what was done about it',
  role: 'reader',
  permission: 'referral:read',
  schema: z.object({ referral: whichReferral }),
  about: ({ referral }) => referral,
  run: (context, { referral }) => look(context, referral),
} as const satisfies Action<Which, Shown>

/** What every page of a request shows. */
export async function look(context: Context, which: ReferralId): Promise<Shown | Refusal> {
  const { tx, actor } = context
  const referral = await findReferral(tx, which)
  const record = referral && (await recordOf(context, referral.child))
  if (!referral || !record) return noReferral()
  noteChild(context, referral.child)
  return {
    referral,
    child: record.child,
    age: record.age,
    siblings: record.siblings.map(({ givenName, familyName, localId }) => ({
      givenName,
      familyName,
      localId,
    })),
    livesNow: livesNow(record),
    known: knownFrom(record, actor.name),
    answering: await answeringOf(tx, which),
    history: await deedsAbout(tx, [which, ...(await approachIdsOf(tx, which))], toldActions),
  }
}

export const setUrgency: Action<Which & { readonly urgency: Urgency }, Draft> = {
  name: 'referral.change-urgency',
  says: 'Says whether a request that brokerage does not have yet is planned or an emergency',
  role: 'writer',
  permission: 'referral:write',
  schema: z.object({ referral: whichReferral, urgency: howUrgent }),
  about: ({ referral }) => referral,
  async run(context, { referral: which, urgency }) {
    const referral = await holdReferral(context.tx, which)
    if (!referral) return noReferral()
    const draft = asDraft(referral)
    if (draft instanceof Refusal) return draft

    const changed = changeUrgency(draft, urgency)

    await saveReferral(context.tx, changed)
    noteChild(context, changed.child)
    return changed
  },
}
