/** What the child's record already answers, so that nobody types it again. */

import type { PlainDate } from '#shared/dates'
import type { Answer, Answers } from './question.ts'

/** What a request borrows from a child's record. Each fact is null where the record does not know it. */
export type ChildRecord = {
  readonly id: string
  readonly localId: string
  readonly age: number
  readonly sex: 'M' | 'F' | 'U'
  readonly ethnicity: string | null
  readonly legalStatus: string | null
  readonly homeSector: string | null
  readonly school: {
    readonly name: string | null
    readonly sector: string | null
    readonly stage: string | null
  }
  readonly hasEhcp: boolean | null
  readonly siblings: number
  readonly needs: readonly string[]
  readonly strengths: readonly string[]
  readonly voice: string | null
  readonly outcomes: string | null
  readonly carePlan: string | null
  readonly current: { readonly placeCode: string; readonly sector: string | null } | null
}
export type FilledInBy = { readonly officer: string; readonly on: PlainDate }

export function prefill(child: ChildRecord, by: FilledInBy): Answers {
  const { school } = child
  const inSchool = school.stage === 'none' ? 'no' : school.name === null ? null : 'yes'
  return without({
    childId: child.id,
    localId: child.localId,
    officer: by.officer,
    filledInOn: by.on,
    voice: child.voice,
    strengths: child.strengths.join('\n'),
    age: child.age,
    sex: child.sex,
    ethnicity: child.ethnicity,
    legalStatus: child.legalStatus,
    hasSecureOrder: child.current?.placeCode === 'K1' ? 'yes' : null,
    familySector: child.homeSector,
    siblings: child.siblings,
    inSchool,
    educationStage: school.stage,
    schoolName: inSchool === 'yes' ? school.name : null,
    schoolSector: inSchool === 'yes' ? school.sector : null,
    hasEhcp: child.hasEhcp === null ? null : child.hasEhcp ? 'yes' : 'no',
    needs: child.needs,
    outcomes: child.outcomes,
    longTermPlan: child.carePlan,
  })
}

/** A fact the record does not know is left for somebody to answer, never answered with a blank. */
function without(answers: Readonly<Record<string, Answer | null>>): Answers {
  const isKnown = (answer: Answer | null): answer is Answer =>
    answer !== null && answer !== '' && !(typeof answer === 'object' && answer.length === 0)
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) => (isKnown(answer) ? [[name, answer] as const] : [])),
  )
}
