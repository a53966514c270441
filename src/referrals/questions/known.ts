/** What a child's record already answers, and where and when each fact was learnt. */

import type { ChildRecord as Recorded } from '#children'
import { ethnicities, labelOf, legalStatuses, placementTypes, sectorOf } from '#reference'
import type { PlainDate } from '#shared/dates'
import {
  type Answer,
  type Answers,
  type ChildRecord,
  answerInWords,
  optionsOf,
  prefill,
  questionNamed,
} from './index.ts'

export type Source = { readonly says: string; readonly on: PlainDate }
export type Known = { readonly answers: Answers; readonly sources: Readonly<Record<string, Source>> }

export type Living = { readonly where: string; readonly since: PlainDate }

/** Where the child lives on the day; null when not looked after yet, so that this is their first home in care. */
export const livesNow = ({ current, placement }: Recorded): Living | null =>
  current && {
    where: labelOf(placementTypes, current.placeCode),
    since: placement?.from ?? current.startedOn,
  }

export function knownFrom(record: Recorded, officer: string): Known {
  const answers = prefill(borrowed(record), { officer, on: record.day })
  const sources = Object.keys(answers).flatMap(name => {
    const source = sourceOf(name, record)
    return source ? [[name, source] as const] : []
  })
  return { answers, sources: Object.fromEntries(sources) }
}

export type Told = Source & { readonly isSame: boolean; readonly value: string }

/** What the record says of one question today, and whether the answer given is still the same. */
export function toldOf(name: string, { answers, sources }: Known, given: Answers): Told | null {
  const source = sources[name]
  const question = questionNamed(name)
  if (!source || !question) return null
  return {
    ...source,
    isSame: isSame(answers[name], given[name]),
    value: answerInWords(question, answers[name]),
  }
}

export const isSame = (one: Answer | undefined, other: Answer | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

function borrowed(record: Recorded): ChildRecord {
  const { child, age, current, assessment, siblings } = record
  return {
    id: child.id,
    localId: child.localId,
    age,
    sex: child.sex as ChildRecord['sex'],
    ethnicity: child.ethnicity ? labelOf(ethnicities, child.ethnicity) : null,
    legalStatus: current && labelOf(legalStatuses, current.legalStatus),
    homeSector: sectorIn(current?.homePostcode),
    school: {
      name: assessment?.schoolName ?? null,
      sector: sectorIn(assessment?.schoolPostcode),
      stage: stageIn(assessment?.educationStage),
    },
    hasEhcp: assessment?.hasEhcp ?? null,
    siblings: siblings.length > 0 ? siblings.length : null,
    needs: assessment?.needs ?? [],
    strengths: assessment?.strengths ?? [],
    voice: assessment?.voice ?? null,
    outcomes: assessment?.outcomes ?? null,
    carePlan: assessment?.carePlan ?? null,
    current: current && { placeCode: current.placeCode, sector: sectorIn(current.placementPostcode) },
  }
}

const sectorIn = (postcode: string | null | undefined) => (postcode ? (sectorOf(postcode) ?? null) : null)

/** The record has stages that the standard does not: those are asked again. */
const stageIn = (stage: string | null | undefined) => stages.find(({ code }) => code === stage)?.code ?? null
const stages = optionsOf(questionNamed('educationStage')!)

const ofEpisode = ['legalStatus', 'familySector', 'hasSecureOrder']
const ofChild = ['age', 'sex', 'ethnicity', 'siblings']

function sourceOf(name: string, { day, current, assessment }: Recorded): Source | null {
  if (ofChild.includes(name)) return { says: 'the council’s record', on: day }
  if (ofEpisode.includes(name)) return current && { says: 'the statutory record', on: current.startedOn }
  if (!questionNamed(name) || questionNamed(name)?.answeredBy) return null
  return assessment && { says: 'the last assessment', on: assessment.assessedOn }
}
