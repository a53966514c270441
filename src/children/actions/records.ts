/** What may be asked of a child's record. */

import { z } from 'zod'
import { type Action, authorityOf } from '#access'
import { careNeeds, isCodeOf, normalisePostcode } from '#reference'
import type { PlainDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { date, id, many, unlessEmpty } from '#shared/parse'
import { Refusal, invalid, notFound } from '#shared/refusal'
import { type Assessment, assess, educationStages } from '../assessment.ts'
import type { Child, ChildId } from '../child.ts'
import { type ChildRecord, recordOn } from '../record.ts'
import { saveAssessment } from '../store/assessments.ts'
import { holdChild, saveNames } from '../store/children.ts'
import { findKept } from '../store/records.ts'

const whichChild = id<'Child'>('Choose a child')

type Asked = { readonly child: ChildId; readonly asAt?: PlainDate | undefined }

export const showChild = {
  name: 'child.show',
  says: 'Shows a child’s record, today or as it stood on a past day',
  role: 'reader',
  permission: 'child:read',
  schema: z.object({
    child: whichChild,
    asAt: unlessEmpty(date('Enter the day you want to see the record on, for example, 27 3 2026')),
  }),
  about: ({ child }) => child,
  async run({ tx, today }, { child, asAt }) {
    if (asAt && asAt > today) return invalid({ field: 'asAt', message: 'Choose today or a day in the past' })
    const kept = await findKept(tx, child)
    return kept ? recordOn(kept, asAt ?? today) : notFound('Child not found')
  },
} as const satisfies Action<Asked, ChildRecord>

const words = (sentence: string, most = 4000) => unlessEmpty(z.string(sentence).trim().max(most, sentence))
const yes = z
  .preprocess(sent => sent === true || sent === 'true' || sent === 'yes' || sent === 'on', z.boolean())
  .describe('yes or no')

/** Strengths come one to a line from a box, or as a list from a program. */
const lines = z.preprocess(
  sent => (typeof sent === 'string' ? sent.split('\n') : (sent ?? [])),
  z
    .array(
      z.string().trim().max(200, 'Keep each strength under 200 characters'),
      'Write one strength on each line',
    )
    .max(20, 'Write at most 20 strengths')
    .transform(all => all.filter(line => line !== '')),
)

const need = z.string().refine(code => isCodeOf(careNeeds, code), 'Choose needs from the list')
const stage = z.enum(
  educationStages.map(({ code }) => code),
  'Choose a stage of education from the list',
)

const assessment = z.object({
  child: whichChild,
  assessedOn: date('Enter the day you learnt this'),
  voice: z
    .string('Write the child’s own words, or how they show you what matters')
    .trim()
    .min(1, 'Write the child’s own words, or how they show you what matters')
    .max(4000, 'Keep the child’s words under 4,000 characters'),
  strengths: lines,
  needs: many(need),
  carePlan: words('Keep the long-term plan under 4,000 characters'),
  outcomes: words('Keep the outcomes under 4,000 characters'),
  schoolName: words('Keep the school’s name under 200 characters', 200),
  schoolPostcode: unlessEmpty(
    z
      .string()
      .transform(text => normalisePostcode(text))
      .refine(postcode => postcode !== undefined, 'Enter a full postcode, like RG1 4AA'),
  ),
  educationStage: unlessEmpty(stage),
  hasEhcp: yes,
  healthSetting: yes,
  youthJustice: yes,
})

export const assessChild: Action<z.output<typeof assessment>, Assessment> = {
  name: 'child.assess',
  says: 'Records what matters to a child now: their own words, strengths, needs, plan and school',
  role: 'writer',
  permission: 'child:write',
  schema: assessment,
  about: ({ child }) => child,
  async run({ tx, actor, today }, { child: whose, ...said }) {
    const child = await holdChild(tx, whose)
    if (!child) return notFound('Child not found')

    const assessed = assess(
      {
        ...said,
        id: newId(),
        child: whose,
        carePlan: said.carePlan ?? null,
        outcomes: said.outcomes ?? null,
        schoolName: said.schoolName ?? null,
        schoolPostcode: said.schoolPostcode ?? null,
        educationStage: said.educationStage ?? null,
        assessedBy: actor.id,
      },
      child.born,
      today,
    )
    if (assessed instanceof Refusal) return assessed

    await saveAssessment(tx, authorityOf(actor), assessed)
    return assessed
  },
}

const naming = z.object({
  child: whichChild,
  givenName: words('Keep the given name under 100 characters', 100),
  familyName: words('Keep the family name under 100 characters', 100),
})

export const nameChild: Action<z.output<typeof naming>, Child> = {
  name: 'child.name',
  says: 'Writes a child’s given and family names, which the statutory return does not carry',
  role: 'writer',
  permission: 'child:write',
  schema: naming,
  about: ({ child }) => child,
  async run({ tx }, { child: whose, givenName = null, familyName = null }) {
    const child = await holdChild(tx, whose)
    if (!child) return notFound('Child not found')

    if (!givenName && !familyName) {
      return invalid({ field: 'givenName', message: 'Enter a given name or a family name' })
    }

    await saveNames(tx, [{ id: whose, givenName, familyName }])
    return { ...child, givenName, familyName }
  },
}
