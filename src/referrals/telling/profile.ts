/** What a home is told of a child: an anonymised profile for every home asked, the full one after interest. */

import { outwardCodeOf } from '#reference'
import { scrub, type Hidden, type Removed } from './hiding.ts'
import {
  type Answers,
  type Question,
  allSections,
  answerInWords,
  isAnswered,
  isAsked,
  questionNamed,
} from '../questions/index.ts'

export type Line = { readonly name: string; readonly label: string; readonly value: string }
export type Part = { readonly title: string; readonly lines: readonly Line[] }
/** Kept with the approach as it was sent, so a later change of answers never rewrites what a home was told. */
export type Profile = { readonly reference: string; readonly parts: readonly Part[] }
export type Anonymised = { readonly profile: Profile; readonly removed: readonly Removed[] }

/**
 * No name, date of birth, school, exact postcode, member of staff or day of an event: a home that cannot help has no
 * need to know who the child is (UK GDPR article 5(1)(c), data minimisation). What was typed into free text and would
 * tell is taken out, and listed so that the sender sees it go.
 */
export function anonymise(reference: string, answers: Answers, hidden: Hidden): Anonymised {
  const removed: Removed[] = []
  const parts = partsOf(answers, ['anonymised'], (question, value) => {
    if (question.kind === 'postcode-sector') return outwardCodeOf(`${value}AA`) ?? value.split(' ')[0]!
    if (question.kind !== 'text' && question.kind !== 'textarea') return value
    const clean = scrub(value, hidden)
    removed.push(...clean.removed.map(each => ({ ...each, question: question.short })))
    return clean.text
  })
  return { profile: { reference, parts }, removed }
}

/** For a home that has said it is interested. Names go with it, because a full profile is read by one home only. */
export const fullProfile = (reference: string, answers: Answers, childName: string): Profile => ({
  reference,
  parts: [
    { title: 'Who this is about', lines: [{ name: 'childName', label: 'Name', value: childName }] },
    ...partsOf(answers, ['anonymised', 'full'], (_question, value) => value),
  ],
})

export type Getting = { readonly label: string; readonly anonymised: boolean; readonly full: boolean }

/** Every answer given, and which of the two profiles it is in, for the page that asks before anything is sent. */
export const whoGetsWhat = (answers: Answers): readonly Getting[] => [
  { label: 'Name', anonymised: false, full: true },
  { label: 'Date of birth', anonymised: false, full: false },
  ...allSections.flatMap(({ questions }) =>
    questions
      .filter(question => isAnswered(answers[question.name]))
      .map(({ short, readers, kind }) => ({
        label: kind === 'postcode-sector' ? `${short} (every home: the district only)` : short,
        anonymised: readers === 'anonymised',
        full: readers !== 'never',
      })),
  ),
]

/** Fewer than this many children alike, and somebody who knows one of them may recognise them. */
export const fewestAlike = 5

/** `alike` counts the known children of the same area, age, sex and rarest need, this child included. */
export function recognisable(alike: number): string | null {
  if (alike >= fewestAlike) return null
  const children = alike === 1 ? 'Only this child is' : `Only ${alike} children are`
  return (
    `${children} of this age, sex and area with these needs, so somebody may recognise the child. ` +
    'Ask fewer homes, or leave out what is rare'
  )
}

type Readers = readonly Question['readers'][]

function partsOf(
  answers: Answers,
  readers: Readers,
  show: (question: Question, value: string) => string,
): Part[] {
  return allSections
    .map(({ title, questions }) => ({
      title,
      lines: questions
        .filter(question => readers.includes(question.readers) && isToldOf(question, answers))
        .map(question => ({
          name: question.name,
          label: question.short,
          value: show(question, answerInWords(question, answers[question.name])),
        })),
    }))
    .filter(({ lines }) => lines.length > 0)
}

const isToldOf = (question: Question, answers: Answers): boolean =>
  isAnswered(answers[question.name]) && (question.answeredBy !== undefined || isAsked(question, answers))

/** The child's own words, which every profile shows first. */
export const voiceIn = ({ parts }: Profile): string | null =>
  parts.flatMap(({ lines }) => lines).find(({ name }) => name === questionNamed('voice')?.name)?.value ?? null
