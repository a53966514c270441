/** What the answers to the questions must look like, made from the questions: one schema for form, API and fuzz. */

import { z } from 'zod'
import { date, many, pounds, unlessEmpty } from '#shared/parse'
import { type Answer, type Answers, type Question, type Section, optionsOf } from '../questions/question.ts'
import { allQuestions } from '../questions/sections.ts'

export const longest = { text: 200, textarea: 4000 } as const

type AnswerSchema = z.ZodType<Answer | undefined>

export function schemaOf(question: Question): AnswerSchema {
  const { label } = question
  switch (question.kind) {
    case 'text':
    case 'textarea':
      return unlessEmpty(text(label, longest[question.kind]))
    case 'radios':
    case 'yes-no':
      return unlessEmpty(choice(question))
    case 'checkboxes':
      return many(choice(question)).refine(codes => codes.length <= 50, question.missing)
    case 'date':
      return unlessEmpty(date(`${label} Enter a date, for example, 27 3 2026`))
    case 'number':
      return unlessEmpty(whole(label, 25))
    case 'money':
      return unlessEmpty(pounds(`${label} Enter an amount in pounds, such as 4,800`))
    case 'postcode-sector':
      return unlessEmpty(matching(/^[A-Z]{1,2}\d[A-Z\d]? ?\d$/i, `${label} Enter it like this: RG1 4`))
    case 'postcode':
      return unlessEmpty(
        matching(/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, `${label} Enter it like this: RG1 4AB`),
      )
  }
}

type AnswersSchema = z.ZodObject<Record<string, AnswerSchema>>

/** One task's form. Questions that the record or the agreement answers are not on it, and are ignored if sent. */
export const schemaOfSection = ({ questions }: Section): AnswersSchema => schemaOfQuestions(questions)

/** Leaves out what was left blank, so that a blank never hides an answer. */
export const answersFrom = (parsed: Readonly<Record<string, Answer | undefined>>): Answers =>
  Object.fromEntries(
    Object.entries(parsed).flatMap(([name, answer]) =>
      answer === undefined ? [] : [[name, answer] as const],
    ),
  )

function schemaOfQuestions(questions: readonly Question[]): AnswersSchema {
  const asked = questions.filter(({ answeredBy }) => !answeredBy)
  return z.object(Object.fromEntries(asked.map(question => [question.name, schemaOf(question)])))
}

/** PostgreSQL cannot keep a zero character, and nobody means to type one. Browsers end lines in their own way. */
const text = (label: string, most: number) =>
  z
    .string(`${label} Enter words`)
    .max(most, `${label} Use ${most.toLocaleString('en-GB')} characters or fewer`)
    .regex(/^[^\0]*$/, `${label} Leave out characters that cannot be printed`)
    .transform(words => words.replaceAll('\r\n', '\n').trim())

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

const whole = (label: string, most: number) => {
  const sentence = `${label} Enter a whole number from 0 to ${most.toLocaleString('en-GB')}`
  return z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
      ],
      sentence,
    )
    .refine(number => Number.isInteger(number) && number >= 0 && number <= most, sentence)
}

const codesOf = (question: Question): [string, ...string[]] =>
  optionsOf(question).map(({ code }) => code) as [string, ...string[]]

/** Every question that somebody may be asked, for programs that send a whole request at once. */
export const answersSchema: AnswersSchema = schemaOfQuestions(allQuestions)
