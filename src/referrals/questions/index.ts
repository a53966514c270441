/** The questions of a request, what each answer means and what is still missing. */

export {
  type Answer,
  type Answers,
  type Option,
  type Question,
  type Readers,
  type Section,
  type Urgency,
  isAnswered,
  isAsked,
  optionsOf,
  urgencies,
} from './question.ts'
export {
  type Summary,
  type Task,
  type TaskStatus,
  allQuestions,
  allSections,
  answerInWords,
  answersOn,
  missingFor,
  questionNamed,
  sections,
  stillAsked,
  stillToAsk,
  summary,
  tasks,
} from './sections.ts'
export { type ChildRecord, prefill } from './prefill.ts'
export { suitabilities } from './home.ts'
