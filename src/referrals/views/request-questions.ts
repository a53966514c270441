/** One page of questions: what the record says beside each, and what somebody else saved meanwhile. */

import { nameOf } from '#children'
import { inWords } from '#shared/dates'
import { insetText, notificationBanner } from '#web/govuk'
import { type Choice, form, hiddenFields, questions } from '#web/forms'
import { type Html, type Renderable, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import type { ShownSection } from '../actions/questions.ts'
import { longest } from '../actions/answers.ts'
import { isSame, toldOf } from '../questions/known.ts'
import { paths } from '../paths.ts'
import {
  type Answer,
  type Question,
  answerInWords,
  answersOn,
  isAnswered,
  missingFor,
  optionsOf,
} from '../questions/index.ts'
import { asTyped, backTo, whoThisIsAbout } from './requests.ts'

export function questionsPage(shown: ShownSection, viewer: Viewer): Page {
  const { referral, section } = shown
  const fromCheck = (viewer.entered['from'] ?? viewer.query['from']) === 'check'
  const back = fromCheck ? paths.check(referral.id) : paths.referral(referral.id)
  const asking = { shown, viewer: withMissing(shown, viewer, fromCheck) }
  return {
    title: section.title,
    body: html`${backTo(back, fromCheck ? 'All the answers' : 'The request')} ${whoThisIsAbout(shown, viewer)}
      <h1 class="govuk-heading-l">${section.title}</h1>
      <p class="govuk-body-l">${section.says}</p>
      ${isStale(asking) && saysStale} ${section.name === 'family' && siblingsKnown(shown)}
      ${form({
        action: paths.section(referral.id, section.name),
        submit: 'Save and return',
        cancel: back,
        body: html`${hiddenFields({
          version: String(referral.version),
          seen: JSON.stringify(answersOn(section, referral.answers)),
          from: fromCheck ? 'check' : 'list',
        })}
        ${section.questions.filter(isOnPage).map(question => ask(asking, question))}`,
      })}`,
  }
}

type Asking = { readonly shown: ShownSection; readonly viewer: Viewer }

/** Somebody else saved this page since it was opened. */
const isStale = (asking: Asking): boolean =>
  asking.shown.section.questions.some(question => savedBySomebody(asking, question) !== null)

/** Those who come from the check see what is missing beside each question; nobody else is nagged. */
function withMissing({ referral, section }: ShownSection, viewer: Viewer, fromCheck: boolean): Viewer {
  if (!fromCheck || viewer.problems.length > 0) return viewer
  const own = new Set(section.questions.map(({ name }) => name))
  const missing = missingFor(referral.urgency, referral.answers).filter(({ field }) => own.has(field ?? ''))
  return { ...viewer, problems: missing }
}

const saysStale = notificationBanner({
  html: html`<p class="govuk-notification-banner__heading">
      Somebody else saved this page while you were writing
    </p>
    <p class="govuk-body">
      Nothing is lost. What you typed is still here, and what they saved is shown above each question where it
      differs. Keep what is right, then save.
    </p>`,
})

function siblingsKnown({ siblings }: ShownSection): Html {
  if (siblings.length === 0) return html``
  return insetText({
    text: `The record names these brothers and sisters: ${siblings.map(nameOf).join(', ')}.`,
  })
}

const isOnPage = ({ onlyIf, answeredBy }: Question) => !answeredBy && !onlyIf

function ask(asking: Asking, question: Question): Html {
  const q = questions(asking.viewer)
  const { name, label, kind } = question
  const value = asking.shown.referral.answers[name]
  const common = { name, label, value, hint: hintOf(asking, question) }
  switch (kind) {
    case 'text':
      return q.text(common)
    case 'textarea':
      return q.textarea({ ...common, maxlength: longest.textarea, rows: 5 })
    case 'radios':
    case 'yes-no':
      return q.radios({ ...common, inline: isShort(asking, question), choices: choicesOf(asking, question) })
    case 'checkboxes':
      return q.checkboxes({ ...common, small: true, choices: choicesOf(asking, question) })
    case 'date':
      return q.date(common)
    case 'number':
      return q.text({ ...common, inputmode: 'numeric', width: 3 })
    case 'money':
      return q.money(common)
    case 'postcode':
    case 'postcode-sector':
      return q.text({ ...common, width: 10 })
  }
}

/** Two or three short words stand side by side, unless something opens below one of them. */
function isShort({ shown }: Asking, question: Question): boolean {
  const options = optionsOf(question)
  const opens = shown.section.questions.some(({ onlyIf }) => onlyIf?.question === question.name)
  return !opens && options.length <= 3 && options.every(({ label }) => label.length <= 10)
}

function choicesOf(asking: Asking, question: Question): Choice[] {
  const { questions: all } = asking.shown.section
  return optionsOf(question).map(({ code, label }): Choice => {
    const hangs = all.filter(({ onlyIf }) => onlyIf?.question === question.name && onlyIf.is.includes(code))
    const reveals = hangs.length > 0 ? html`${hangs.map(each => ask(asking, each))}` : undefined
    return { value: code, text: label, reveals }
  })
}

function hintOf(asking: Asking, question: Question): Renderable {
  const hints = [question.hint, savedBySomebody(asking, question), fromRecord(asking.shown, question)]
  const said = hints.filter(hint => hint)
  return said.length > 0 && said.map((hint, i) => html`${i > 0 && html`<br />`}${hint}`)
}

/** Theirs, where it is neither what stood there when the page was opened nor what was typed since. */
function savedBySomebody({ shown, viewer: { entered } }: Asking, question: Question): Html | null {
  const { name, answeredBy } = question
  const before = seenIn(entered['seen'])
  const saved = shown.referral.answers[name]
  if (!before || answeredBy || isSame(before[name] ?? undefined, saved)) return null
  const theirs = isAnswered(saved) ? [saved].flat().map(String) : []
  if (theirs.join('\n') === enteredIn(entered, question).join('\n')) return null
  const words = isAnswered(saved) ? asTyped(answerInWords(question, saved)) : 'no answer'
  return html`<strong>Saved meanwhile:</strong> ${words}`
}

/** A browser sends back what it was given; a program may send anything. */
function seenIn(sent: unknown): Readonly<Record<string, Answer | null>> | null {
  try {
    const seen: unknown = JSON.parse(typed(sent))
    return typeof seen === 'object' ? (seen as Record<string, Answer | null> | null) : null
  } catch {
    return null
  }
}

/** What the form sent, in the shape that answers are kept in. */
function enteredIn(entered: Viewer['entered'], { name, kind }: Question): string[] {
  if (kind !== 'date') return [entered[name] ?? []].flat().map(typed).filter(Boolean)
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map(part =>
    typed(entered[`${name}-${part}`]),
  )
  return year || month || day ? [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`] : []
}
/** A browser ends lines in its own way. */
const typed = (sent: unknown): string =>
  typeof sent === 'string' || typeof sent === 'number' ? String(sent).replaceAll('\r\n', '\n').trim() : ''

function fromRecord({ referral, known }: ShownSection, { name }: Question): Renderable {
  const told = toldOf(name, known, referral.answers)
  if (!told) return null
  const where = `${told.says}, ${inWords(told.on)}`
  if (told.isSame) return `From ${where}`
  return html`The record says: ${asTyped(told.value)} (${where})`
}
