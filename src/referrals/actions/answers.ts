/** What the answers to the questions must look like, made from the questions: one schema for form, API and fuzz. */

import { z } from 'zod'
import type { PlainDate } from '#shared/dates'
import { type Answer, type Answers, type Question, type Section, optionsOf } from '../questions/question.ts'
import { allQuestions } from '../questions/sections.ts'

export const longest = { text: 200, textarea: 4000 } as const

/** A question left empty is no answer, not a wrong one: what is missing is asked for when the request is sent. */
const blank = z.literal('').transform(() => undefined)

type AnswerSchema = z.ZodType<Answer | undefined>

export function schemaOf(question: Question): AnswerSchema {
  const { label } = question
  switch (question.kind) {
    case 'text':
    case 'textarea':
      return optional(text(label, longest[question.kind]))
    case 'radios':
    case 'yes-no':
      return optional(choice(question))
    case 'checkboxes':
      return optional(choices(question))
    case 'date':
      return optional(z.iso.date(`${label} Enter a date, such as 2026-09-01`).transform(day => day as PlainDate))
    case 'number':
      return optional(whole(label, 25))
    case 'money':
      return optional(whole(label, 100_000_000))
    case 'postcode-sector':
      return optional(matching(/^[A-Z]{1,2}\d[A-Z\d]? ?\d$/i, `${label} Enter it like this: RG1 4`))
    case 'postcode':
      return optional(matching(/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, `${label} Enter it like this: RG1 4AB`))
  }
}

type AnswersSchema = z.ZodObject<Record<string, AnswerSchema>>

/** One task's form. Questions that the record or the agreement answers are not on it, and are ignored if sent. */
export const schemaOfSection = ({ questions }: Section): AnswersSchema => schemaOfQuestions(questions)

export const answersSchema: AnswersSchema = schemaOfQuestions(allQuestions)

/** Leaves out what was left blank, so that a blank never hides an answer. */
export const answersFrom = (parsed: Readonly<Record<string, Answer | undefined>>): Answers =>
  Object.fromEntries(
    Object.entries(parsed).flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer] as const])),
  )

function schemaOfQuestions(questions: readonly Question[]): AnswersSchema {
  const asked = questions.filter(({ answeredBy }) => !answeredBy)
  return z.object(Object.fromEntries(asked.map(question => [question.name, schemaOf(question)])))
}

const optional = <Output extends Answer>(schema: z.ZodType<Output>): AnswerSchema =>
  z.union([blank, schema]).optional() as AnswerSchema

/** PostgreSQL cannot keep a zero character, and nobody means to type one. */
const text = (label: string, most: number) =>
  z
    .string(`${label} Enter words`)
    .max(most, `${label} Use ${most.toLocaleString('en-GB')} characters or fewer`)
    .regex(/^[^\0]*$/, `${label} Leave out characters that cannot be printed`)
    .transform(words => words.trim())

const matching = (pattern: RegExp, sentence: string) =>
  z
    .string(sentence)
    .regex(pattern, sentence)
    .transform(words => spaced(words.toUpperCase()))

/** With its one space before the last figure and what follows it: RG1 4AB, RG1 4. */
const spaced = (postcode: string) => postcode.replace(/ ?(\d[A-Z]{0,2})$/, ' $1')

function choice(question: Question) {
  return z.enum(codesOf(question), question.missing)
}

function choices(question: Question) {
  const one = choice(question)
  return z.union([one.transform(code => [code]), z.array(one, question.missing).max(50)], question.missing)
}

const whole = (label: string, most: number) => {
  const sentence = `${label} Enter a whole number from 0 to ${most.toLocaleString('en-GB')}`
  return z.union(
    [z.int(sentence).min(0, sentence).max(most, sentence), z.stringFormat('whole', /^\d{1,9}$/).transform(Number)],
    sentence,
  ).refine(number => number <= most, sentence)
}

const codesOf = (question: Question): [string, ...string[]] =>
  optionsOf(question).map(({ code }) => code) as [string, ...string[]]
