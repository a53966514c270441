/** Questions as a person meets them: each with what they typed and, beside it, what is wrong with it. */

import type { Problem } from '#shared/refusal'
import * as govuk from './govuk.ts'
import { type Html, type Renderable, html } from './html.ts'

/** What came back when a form was refused: a Viewer is one. */
export type Answered = {
  readonly problems: readonly Problem[]
  readonly entered: Readonly<Record<string, unknown>>
}

export type Question = {
  readonly name: string
  readonly label: string
  readonly hint?: Renderable | undefined
  /** What the record already holds; what the person has just typed comes first. */
  readonly value?: unknown
  /** When the page asks only this, its label is the heading. */
  readonly asHeading?: boolean | undefined
}
export type TextQuestion = Question & {
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'password' | undefined
  readonly inputmode?: 'numeric' | 'decimal' | 'search' | undefined
  /** The purpose of the box, so that a browser can fill it: WCAG 1.3.5. */
  readonly autocomplete?: string | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}
export type LongQuestion = Question & { readonly rows?: number; readonly maxlength?: number }
export type Choice = {
  readonly value: string
  readonly text: string
  readonly hint?: Renderable | undefined
  /** Asked only of those who choose this. */
  readonly reveals?: Html | undefined
}
export type ChoiceQuestion = Question & {
  readonly choices: readonly Choice[]
  readonly inline?: boolean
  readonly small?: boolean
}
export type SelectQuestion = Question & {
  readonly choices: readonly Choice[]
  readonly empty?: string
}
export type DateQuestion = Question & {
  /** The person's own birthday, which their browser may know. */
  readonly ownBirthday?: boolean
}
export type FileQuestion = Question & { readonly accept?: string; readonly multiple?: boolean }

/** The questions of one page, knowing what was typed and what was wrong. */
export const questions = (answered: Answered) => ({ ...boxes(answered), ...choosing(answered) })

/** What is typed. */
function boxes(answered: Answered) {
  const common = (question: Question) => ({
    id: question.name,
    name: question.name,
    label: labelOf(question),
    hint: hintOf(question),
    errorMessage: problemWith(answered, question.name),
  })
  const typed = (question: Question) => textOf(answerTo(answered, question))

  return {
    text: (question: TextQuestion) =>
      govuk.input({ ...common(question), ...boxOf(question, typed(question)) }),
    money: (question: Question) =>
      govuk.input({
        ...common(question),
        ...boxOf({ ...question, prefix: '£', inputmode: 'decimal', width: 10 }, typed(question)),
        spellcheck: false,
      }),
    textarea: (question: LongQuestion) => longBox({ ...common(question), value: typed(question) }, question),
    select: (question: SelectQuestion) =>
      govuk.select({ ...common(question), items: optionsOf(question, typed(question)) }),
    file: ({ accept, multiple, ...question }: FileQuestion) =>
      govuk.fileUpload({ ...common(question), javascript: true, multiple, attributes: plainly({ accept }) }),
  }
}

/** What is chosen, and dates: several boxes that make one answer. */
function choosing(answered: Answered) {
  const grouped = (question: Question) => ({
    name: question.name,
    fieldset: { legend: legendOf(question) },
    hint: hintOf(question),
    errorMessage: problemWith(answered, question.name),
  })
  const typed = (question: Question) => textOf(answerTo(answered, question))

  return {
    radios: (question: ChoiceQuestion) =>
      govuk.radios({
        ...grouped(question),
        classes: choiceClasses('radios', question),
        items: question.choices.map(choice => itemOf(choice, typed(question) === choice.value)),
      }),
    checkboxes: (question: ChoiceQuestion) => {
      const chosen = [ticked(answered, question)].flat().map(textOf)
      return govuk.checkboxes({
        ...grouped(question),
        classes: choiceClasses('checkboxes', question),
        items: question.choices.map(choice => itemOf(choice, chosen.includes(choice.value))),
      })
    },
    date: (question: DateQuestion) => {
      const boxes = dateBoxes(answered, question)
      return govuk.dateInput({ ...grouped(question), id: `${question.name}-date`, items: boxes })
    },
  }
}

const problemWith = ({ problems }: Answered, name: string) => {
  const problem = problems.find(({ field }) => field === name || field?.startsWith(`${name}.`))
  return problem && { text: problem.message }
}

const answerTo = ({ entered }: Answered, { name, value }: Question): unknown =>
  name in entered ? entered[name] : value
/** A form says nothing of boxes left empty: once anything has been sent, silence means none. */
const ticked = ({ entered }: Answered, { name, value }: Question): unknown =>
  Object.keys(entered).length > 0 ? entered[name] : value
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

const labelOf = ({ label, asHeading }: Question) =>
  asHeading
    ? { text: label, isPageHeading: true, classes: 'govuk-label--l' }
    : { text: label, classes: 'govuk-label--s' }
const legendOf = ({ label, asHeading }: Question) =>
  asHeading
    ? { text: label, isPageHeading: true, classes: 'govuk-fieldset__legend--l' }
    : { text: label, classes: 'govuk-fieldset__legend--s' }
const hintOf = ({ hint }: Pick<Question, 'hint'>) => (hint ? { html: html`${hint}` } : undefined)

const boxOf = ({ width, type, inputmode, autocomplete, prefix, suffix }: TextQuestion, value: string) => ({
  value,
  type,
  inputmode,
  autocomplete: autocomplete ?? 'off',
  prefix: prefix ? { text: prefix } : undefined,
  suffix: suffix ? { text: suffix } : undefined,
  classes: width ? `govuk-input--width-${width}` : undefined,
})

type LongBox = Parameters<typeof govuk.textarea>[0]
const longBox = (options: LongBox, { rows = 4, maxlength }: LongQuestion) =>
  maxlength
    ? govuk.characterCount({ ...options, maxlength: String(maxlength), rows: String(rows) })
    : govuk.textarea({ ...options, rows: String(rows) })

const itemOf = ({ value, text, hint, reveals }: Choice, checked: boolean) => ({
  value,
  text,
  hint: hintOf({ hint }),
  checked,
  conditional: reveals && { html: reveals },
})
const optionsOf = ({ choices, empty = 'Choose one' }: SelectQuestion, chosen: string) => [
  { value: '', text: empty },
  ...choices.map(({ value, text }) => ({ value, text, selected: value === chosen })),
]
const choiceClasses = (kind: string, { inline, small }: ChoiceQuestion) =>
  [inline && `govuk-${kind}--inline`, small && `govuk-${kind}--small`].filter(Boolean).join(' ')

/** The first box has the question's own id, so that the summary's link goes to a box one can type in. */
function dateBoxes(answered: Answered, question: DateQuestion) {
  const { name, ownBirthday } = question
  const [year = '', month = '', day = ''] = textOf(answerTo(answered, question)).split('-')
  const recorded = { day: unpadded(day), month: unpadded(month), year }
  const wrong = problemWith(answered, name) !== undefined
  return (['day', 'month', 'year'] as const).map(part => ({
    id: part === 'day' ? name : `${name}-${part}`,
    name: `${name}-${part}`,
    label: part[0]!.toUpperCase() + part.slice(1),
    value: textOf(answered.entered[`${name}-${part}`] ?? recorded[part]),
    error: wrong,
    autocomplete: ownBirthday ? `bday-${part}` : undefined,
    classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
  }))
}
const unpadded = (digits: string) => digits.replace(/^0/, '')

const plainly = (attributes: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))
