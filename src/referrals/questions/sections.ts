/** All the questions in the order they are asked: the 52 fields of the regional standard and what it leaves out. */

import { type PlainDate, inWords } from '#shared/dates'
import type { Problem } from '#shared/refusal'
import { needs, othersSafety, safety, support, agreement } from './care.ts'
import { about, education, family, voice } from './child.ts'
import { carePlan, location, recommendation } from './home.ts'
import {
  type Answer,
  type Answers,
  type Question,
  type Section,
  type Urgency,
  isAnswered,
  isAsked,
  optionsOf,
} from './question.ts'

/** The child's own words first. The standard has none of voice, strengths, age, sex or education. */
export const sections: readonly Section[] = [
  voice,
  about,
  family,
  education,
  location,
  recommendation,
  needs,
  safety,
  othersSafety,
  support,
  carePlan,
]

export const allSections: readonly Section[] = [...sections, agreement]
export const allQuestions: readonly Question[] = allSections.flatMap(({ questions }) => questions)
export const questionNamed = (name: string): Question | undefined =>
  allQuestions.find(question => question.name === name)

/** An answer to a question that is no longer asked says nothing about the child. */
export function stillAsked(answers: Answers): Answers {
  const keep = allQuestions.filter(question => question.answeredBy || isAsked(question, answers))
  const pairs = keep.flatMap(({ name }) =>
    isAnswered(answers[name]) ? [[name, answers[name]] as const] : [],
  )
  return Object.fromEntries(pairs)
}

/** The answers that one page shows, as somebody saw them when they opened it. */
export const answersOn = (
  { questions }: Section,
  answers: Answers,
): Readonly<Record<string, Answer | null>> =>
  Object.fromEntries(
    questions.filter(({ answeredBy }) => !answeredBy).map(({ name }) => [name, answers[name] ?? null]),
  )

/** What must be answered before brokerage may begin to look. */
export const missingFor = (urgency: Urgency, answers: Answers): readonly Problem[] =>
  sections.flatMap(section => missingIn(section, urgency, answers))

/** What an emergency left for later: it is chased, and never holds up the search. */
export function stillToAsk(urgency: Urgency, answers: Answers): readonly Problem[] {
  const now = new Set(missingFor(urgency, answers).map(({ field }) => field))
  return missingFor('planned', answers).filter(({ field }) => !now.has(field))
}

export type TaskStatus = 'not-started' | 'in-progress' | 'completed' | 'can-wait'
export type Task = { readonly section: Section; readonly status: TaskStatus }

export const tasks = (urgency: Urgency, answers: Answers): readonly Task[] =>
  sections.map(section => ({ section, status: statusOf(section, urgency, answers) }))

export type SummaryRow = {
  readonly question: Question
  readonly value: string
  readonly missing: string | null
}
export type Summary = readonly { readonly section: Section; readonly rows: readonly SummaryRow[] }[]

/** Everything asked so far with its answer in words, for checking before it is sent. */
export function summary(urgency: Urgency, answers: Answers): Summary {
  const missing = new Map(missingFor(urgency, answers).map(({ field, message }) => [field, message]))
  return sections.map(section => ({
    section,
    rows: section.questions
      .filter(question => isAsked(question, answers))
      .map(question => ({
        question,
        value: answerInWords(question, answers[question.name]),
        missing: missing.get(question.name) ?? null,
      })),
  }))
}

export function answerInWords(question: Question, answer: Answer | undefined): string {
  if (!isAnswered(answer)) return ''
  if (question.kind === 'money' && typeof answer === 'number') return `£${(answer / 100).toFixed(2)}`
  if (question.kind === 'date') return inWords(String(answer) as PlainDate)
  const options = optionsOf(question)
  const word = (code: string) => options.find(option => option.code === code)?.label ?? code
  return typeof answer === 'object' ? answer.map(word).join(', ') : word(String(answer))
}

function missingIn(section: Section, urgency: Urgency, answers: Answers): Problem[] {
  return section.questions
    .filter(question => isAsked(question, answers) && isRequired(question, urgency, answers))
    .filter(({ name }) => !isAnswered(answers[name]))
    .map(({ name, missing }) => ({ field: name, message: missing }))
}

/** A plan that cannot be said yet is replaced by the reason why, and never by silence. */
function isRequired({ name, required }: Question, urgency: Urgency, answers: Answers): boolean {
  if (name === 'outcomes' || name === 'longTermPlan') return !isAnswered(answers['planUnknownBecause'])
  return required === 'always' || (required === 'planned' && urgency === 'planned')
}

function statusOf(section: Section, urgency: Urgency, answers: Answers): TaskStatus {
  const isStarted = section.questions.some(({ name, answeredBy }) => !answeredBy && isAnswered(answers[name]))
  if (missingIn(section, 'planned', answers).length === 0) return 'completed'
  if (missingIn(section, urgency, answers).length === 0) return 'can-wait'
  return isStarted ? 'in-progress' : 'not-started'
}
