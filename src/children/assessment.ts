/** An assessment: what matters to a child, and what they need, on a day; their own words first. */

import type { PersonId } from '#access'
import type { PlainDate } from '#shared/dates'
import type { Id } from '#shared/ids'
import { type Refusal, invalid } from '#shared/refusal'
import type { ChildId } from './child.ts'

export type AssessmentId = Id<'Assessment'>

export type Assessment = {
  readonly id: AssessmentId
  readonly child: ChildId
  readonly assessedOn: PlainDate
  /** The child's own words. */
  readonly voice: string | null
  readonly strengths: readonly string[]
  /** Codes of the reference list of care needs. */
  readonly needs: readonly string[]
  /** The long-term plan. */
  readonly carePlan: string | null
  readonly outcomes: string | null
  readonly schoolName: string | null
  readonly schoolPostcode: string | null
  readonly educationStage: string | null
  /** An education, health and care plan (Children and Families Act 2014, section 37). */
  readonly hasEhcp: boolean
  readonly healthSetting: boolean
  readonly youthJustice: boolean
  readonly assessedBy: PersonId | null
}

/** The assessment in force on a day: the latest made by then. */
export const assessmentOn = (assessments: readonly Assessment[], day: PlainDate): Assessment | undefined =>
  assessments
    .filter(({ assessedOn }) => assessedOn <= day)
    .toSorted((a, b) => (a.assessedOn > b.assessedOn ? -1 : 1))[0]

/** What is known cannot have been learnt tomorrow, nor before the child was born. */
export function assess(assessment: Assessment, born: PlainDate, today: PlainDate): Assessment | Refusal {
  if (assessment.assessedOn > today) {
    return invalid({ field: 'assessedOn', message: 'The day you learnt this must be today or earlier' })
  }
  if (assessment.assessedOn < born) {
    return invalid({
      field: 'assessedOn',
      message: 'The day you learnt this must be after the child was born',
    })
  }
  return assessment
}

export const educationStages = [
  { code: 'early-years', label: 'Nursery or early years' },
  { code: 'primary', label: 'Primary school' },
  { code: 'secondary', label: 'Secondary school' },
  { code: 'post-16', label: 'Sixth form, college or training' },
  { code: 'special', label: 'Special school' },
  { code: 'alternative', label: 'Alternative provision' },
  { code: 'none', label: 'Not in education' },
] as const
