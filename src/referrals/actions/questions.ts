/** One page of the questions of a request: shown, and saved. */

import { z } from 'zod'
import type { Action } from '#access'
import { Refusal, notFound } from '#shared/refusal'
import { type Answer, type Section, answersOn, sections } from '../questions/index.ts'
import { type Draft, type Open, type ReferralId, answer, asLive } from '../referral.ts'
import { holdReferral, saveReferral } from '../store/referrals.ts'
import { answersFrom, answersSchema } from './answers.ts'
import { type Shown, type Which, look, noReferral, noteChild, whichReferral } from './requests.ts'

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
/** The page's answers as they were when it was opened: what was saved on other pages since does not matter. */
const seen = z.string(reopen).max(50_000, reopen).optional()
/** Where to look after saving: the list of tasks, or the page that checks them all. */
const from = z.enum(['list', 'check'], 'Choose where to look next').default('list')
const names = sections.map(({ name }) => name) as [string, ...string[]]

const answering = z.object({
  ...answersSchema.shape,
  referral: whichReferral,
  section: z.enum(names, 'Choose a page of questions'),
  version,
  seen,
  from,
})
type Own = {
  referral: ReferralId
  section: string
  version: number
  seen?: string | undefined
  from: 'list' | 'check'
}
type Answered = Readonly<Own & Record<string, Answer | undefined>>
export type Saved = { readonly referral: Draft | Open; readonly from: 'list' | 'check' }

export const answerReferral: Action<Answered, Saved> = {
  name: 'referral.answer',
  says: 'Saves the answers of one page of questions; what that page asks and is left empty is cleared',
  role: 'writer',
  permission: 'referral:write',
  schema: answering as unknown as z.ZodType<Answered>,
  about: ({ referral }) => referral,
  async run(context, { referral: which, section: name, version: opened, seen: saw, from: back, ...given }) {
    const referral = await holdReferral(context.tx, which)
    if (!referral) return noReferral()
    const live = asLive(referral)
    if (live instanceof Refusal) return live

    const now = answersOn(
      sections.find(each => each.name === name)!,
      live.answers,
    )
    const asked = Object.keys(now)
    const isUntouched = saw === JSON.stringify(now)
    const answers = answersFrom(Object.fromEntries(asked.map(each => [each, given[each]])))
    const changed = answer(live, { asked, answers, version: isUntouched ? live.version : opened })
    if (changed instanceof Refusal) return changed

    await saveReferral(context.tx, changed)
    noteChild(context, changed.child)
    return { referral: changed, from: back }
  },
}
