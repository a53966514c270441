/** A question about a child who needs a home: what is asked, when it is required, and who may read the answer. */

export type Option = { readonly code: string; readonly label: string }

export type QuestionKind =
  | 'text'
  | 'textarea'
  | 'radios'
  | 'checkboxes'
  | 'date'
  | 'money'
  | 'number'
  | 'yes-no'
  | 'postcode-sector'
  | 'postcode'

/** Who reads the answer: every home asked, only a home that is interested, or nobody outside the council. */
export type Readers = 'anonymised' | 'full' | 'never'

export type Question = {
  readonly name: string
  readonly kind: QuestionKind
  readonly label: string
  /** As it reads in a profile, where the label would be a question. */
  readonly short: string
  readonly hint?: string
  readonly options?: readonly Option[]
  /** An emergency needs the least that lets a home say yes safely; the rest is chased afterwards. */
  readonly required: 'always' | 'planned' | 'never'
  /** The sentence shown when there is no answer. */
  readonly missing: string
  readonly readers: Readers
  /** Asked only where another question was answered so. */
  readonly onlyIf?: { readonly question: string; readonly is: readonly string[] }
  /** One of the 52 fields of the regional minimum standard. */
  readonly isStandard: boolean
  /** The record or the agreement answers it, and nobody is asked. */
  readonly answeredBy?: 'record' | 'agreement'
}

export type Section = {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly questions: readonly Question[]
}

export type Answer = string | number | readonly string[]
export type Answers = Readonly<Record<string, Answer>>
export type Urgency = 'planned' | 'emergency'

export const urgencies = [
  { code: 'planned', label: 'Planned' },
  { code: 'emergency', label: 'Emergency: needed today or tomorrow' },
] as const satisfies readonly Option[]

type Facts = Partial<Omit<Question, 'name' | 'kind'>> & Pick<Question, 'label' | 'missing'>

/** Most questions are of the standard, and required of a planned request. */
export const question = (name: string, kind: QuestionKind, facts: Facts): Question => ({
  name,
  kind,
  short: facts.label,
  required: 'planned',
  readers: 'anonymised',
  isStandard: true,
  ...facts,
})

export const yesOrNo = [
  { code: 'yes', label: 'Yes' },
  { code: 'no', label: 'No' },
] as const satisfies readonly Option[]

export const optionsOf = ({ kind, options }: Question): readonly Option[] =>
  kind === 'yes-no' ? yesOrNo : (options ?? [])

export function isAnswered(answer: Answer | undefined): answer is Answer {
  if (answer === undefined) return false
  if (typeof answer === 'number') return true
  return typeof answer === 'string' ? answer.trim() !== '' : answer.length > 0
}

/** A question that hangs on another is not asked unless that one was answered so. */
export function isAsked({ onlyIf, answeredBy }: Question, answers: Answers): boolean {
  if (answeredBy) return false
  if (!onlyIf) return true
  const given = answers[onlyIf.question]
  if (!isAnswered(given)) return false
  const codes = Array.isArray(given) ? given : [String(given)]
  return codes.some(code => onlyIf.is.includes(code))
}
