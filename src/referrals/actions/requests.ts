/** Asking for a home for a child: begin, read, answer a page of questions, change how urgent it is. */

import { z } from 'zod'
import { type Action, type Context, authorityOf, deedsAbout } from '#access'
import { type Child, type ChildRecord, findKept, holdChild, recordOn } from '#children'
import { newId } from '#shared/ids'
import { id } from '#shared/parse'
import { Refusal, notFound } from '#shared/refusal'
import { type Deed, toldActions } from '../history.ts'
import { type Known, knownFrom } from '../known.ts'
import { type Section, sections } from '../questions/index.ts'
import type { Answer, Urgency } from '../questions/question.ts'
import {
  type ChildId,
  type Draft,
  type Open,
  type Referral,
  type ReferralId,
  answer,
  asDraft,
  asLive,
  changeUrgency,
  start,
} from '../referral.ts'
import type { Answering } from '../standing.ts'
import { findLiveReferralOf, findReferral, holdReferral, saveReferral } from '../store/referrals.ts'
import { answeringOf } from '../store/worklist.ts'
import { answersFrom, answersSchema } from './answers.ts'

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

export type Prepared = { readonly child: Child; readonly known: Known; readonly live: Referral | null }

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
    return { child: record.child, known: knownFrom(record, context.actor.name), live }
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
  readonly known: Known
  readonly answering: Answering
  readonly history: readonly Deed[]
}
type Which = { readonly referral: ReferralId }

export const showReferral = {
  name: 'referral.show',
  says: 'Shows a request for a home: what was asked, how it stands and what was done about it',
  role: 'reader',
  permission: 'referral:read',
  schema: z.object({ referral: whichReferral }),
  about: ({ referral }) => referral,
  run: (context, { referral }) => look(context, referral),
} as const satisfies Action<Which, Shown>

async function look(context: Context, which: ReferralId): Promise<Shown | Refusal> {
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
    known: knownFrom(record, actor.name),
    answering: await answeringOf(tx, which),
    history: await deedsAbout(tx, which, toldActions),
  }
}

type WhichSection = Which & { readonly section: string }
export type ShownSection = Omit<Shown, 'referral'> & {
  readonly referral: Draft | Open
  readonly section: Section
}

export const showQuestions = {
  name: 'referral.questions',
  says: 'Shows one page of the questions of a request, with the answers so far',
  role: 'reader',
  permission: 'referral:write',
  schema: z.object({ referral: whichReferral, section: z.string('Choose a page of questions') }),
  about: ({ referral }) => referral,
  async run(context, { referral, section: name }) {
    const section = sections.find(each => each.name === name)
    if (!section) return notFound('Page not found')
    const shown = await look(context, referral)
    if (shown instanceof Refusal) return shown
    const live = asLive(shown.referral)
    return live instanceof Refusal ? live : { ...shown, referral: live, section }
  },
} as const satisfies Action<WhichSection, ShownSection>

const reopen = 'Open the page again before you save'
const version = z.union(
  [
    z.int(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ],
  reopen,
)
/** Where to look after saving: the list of tasks, or the page that checks them all. */
const from = z.enum(['list', 'check'], 'Choose where to look next').default('list')
const names = sections.map(({ name }) => name) as [string, ...string[]]

const answering = z.object({
  ...answersSchema.shape,
  referral: whichReferral,
  section: z.enum(names, 'Choose a page of questions'),
  version,
  from,
})
type Own = { referral: ReferralId; section: string; version: number; from: 'list' | 'check' }
type Answered = Readonly<Own & Record<string, Answer | undefined>>
export type Saved = { readonly referral: Draft | Open; readonly from: 'list' | 'check' }

export const answerReferral: Action<Answered, Saved> = {
  name: 'referral.answer',
  says: 'Saves the answers of one page of questions; what that page asks and is left empty is cleared',
  role: 'writer',
  permission: 'referral:write',
  schema: answering as unknown as z.ZodType<Answered>,
  about: ({ referral }) => referral,
  async run(context, { referral: which, section: name, version: seen, from: back, ...given }) {
    const referral = await holdReferral(context.tx, which)
    if (!referral) return noReferral()
    const live = asLive(referral)
    if (live instanceof Refusal) return live

    const { questions } = sections.find(each => each.name === name)!
    const asked = questions.filter(({ answeredBy }) => !answeredBy).map(question => question.name)
    const answers = answersFrom(Object.fromEntries(asked.map(each => [each, given[each]])))
    const changed = answer(live, { asked, answers, version: seen })
    if (changed instanceof Refusal) return changed

    await saveReferral(context.tx, changed)
    noteChild(context, changed.child)
    return { referral: changed, from: back }
  },
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
