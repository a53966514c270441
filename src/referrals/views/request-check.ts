/** All the answers before they go to brokerage: what is missing, what may wait, and the handing over. */

import { insetText } from '#web/govuk'
import { form } from '#web/forms'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { type Fact, summary as summaryCard } from '#web/summary'
import type { Problem } from '#shared/refusal'
import type { Shown } from '../actions/requests.ts'
import { paths } from '../paths.ts'
import { missingFor, questionNamed, sections, stillToAsk, summary } from '../questions/index.ts'
import type { Referral } from '../referral.ts'
import { count } from '../standing.ts'
import { asTyped, backTo, firstNameOf, whoThisIsAbout } from './requests.ts'
import { linkButton, mayWrite } from './request-tasks.ts'

export function checkPage(shown: Shown, viewer: Viewer): Page {
  const { referral } = shown
  const isDraft = referral.state === 'draft'
  const title = isDraft ? 'Check the answers' : 'The answers'
  return {
    title,
    body: html`${backTo(paths.referral(referral.id), 'The request')} ${whoThisIsAbout(shown, viewer)}
      <h1 class="govuk-heading-l">${title}</h1>
      ${isDraft && before(referral)} ${later(referral)} ${cards(referral, viewer)}
      ${
        isDraft &&
        mayWrite(viewer) &&
        html`<h2 class="govuk-heading-m">Hand this to brokerage</h2>
          ${
            missing(referral).length === 0
              ? linkButton(paths.readiness(referral.id), 'Continue')
              : html`<p class="govuk-body">Answer what is missing first. Everything so far is saved.</p>`
          }`
      }`,
  }
}

const missing = ({ urgency, answers }: Referral) => missingFor(urgency, answers)

function before(referral: Referral): Html {
  const problems = missing(referral)
  if (problems.length === 0) return insetText({ text: 'Everything that brokerage needs to begin is here.' })
  return html`<h2 class="govuk-heading-m">${count(problems.length, 'answer')} missing</h2>
    <p class="govuk-body">Brokerage needs these before they can begin to look.</p>
    ${linksTo(referral, problems)}`
}

/** What an emergency left for later, to be chased while the search goes on. */
function later(referral: Referral): Html {
  const problems = stillToAsk(referral.urgency, referral.answers)
  if (problems.length === 0) return html``
  return html`<h2 class="govuk-heading-m">${count(problems.length, 'question')} still to ask</h2>
    <p class="govuk-body">
      These do not hold up the search. Homes will ask, so answer them as soon as you can.
    </p>
    ${linksTo(referral, problems)}`
}

/** Each named by its own id, so that the summary of what is wrong leads here and from here to the question. */
const linksTo = ({ id }: Referral, problems: readonly Problem[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${problems.map(
      ({ field = '', message }) =>
        html`<li><a class="govuk-link" id="${field}" href="${questionPath(id, field)}">${message}</a></li>`,
    )}
  </ul>`

function questionPath(referral: Referral['id'], name: string): string {
  const section = sections.find(({ questions }) => questions.some(question => question.name === name))
  return `${paths.section(referral, section?.name ?? sections[0]!.name)}?from=check#${name}`
}

function cards(referral: Referral, viewer: Viewer): Html[] {
  const canChange = mayWrite(viewer) && (referral.state === 'draft' || referral.state === 'open')
  return summary(referral.urgency, referral.answers).map(({ section, rows }) =>
    summaryCard(
      rows.map(({ question, value, missing: isMissing }): Fact => ({
        name: question.short,
        value: value ? html`${asTyped(value)}` : isMissing ? html`<strong>Missing</strong>` : '',
        change: canChange ? questionPath(referral.id, question.name) : undefined,
        changeText: value ? 'Change' : 'Answer',
      })),
      section.title,
    ),
  )
}

export function readinessPage(shown: Shown, viewer: Viewer): Page {
  const { referral, child } = shown
  const title = 'Hand this request to brokerage'
  const back = backTo(paths.check(referral.id), 'Check the answers')
  if (referral.state !== 'draft') {
    return {
      title,
      body: html`${backTo(paths.referral(referral.id), 'The request')}
        <h1 class="govuk-heading-l">Brokerage already has this request</h1>
        ${linkButton(paths.referral(referral.id), 'Go to the request')}`,
    }
  }
  const left = stillToAsk(referral.urgency, referral.answers).length
  return {
    title,
    body: html`${back} ${whoThisIsAbout(shown, viewer)}
      <h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">
        Brokerage can then look for a home for ${firstNameOf(child)}. No home is told anything yet: brokerage
        first chooses whom to ask, and sees exactly what each will be told.
      </p>
      <p class="govuk-body">You can still change the answers afterwards.</p>
      ${left > 0 && html`<p class="govuk-body">${count(left, 'question')} can be answered later.</p>`}
      ${missing(referral).length > 0 && before(referral)} ${pastDay(viewer, referral)}
      ${
        missing(referral).length === 0 &&
        form({
          action: paths.readiness(referral.id),
          submit: 'Hand to brokerage',
          cancel: paths.check(referral.id),
          body: html``,
        })
      }`,
  }
}

/** A day that has gone by is answered, so it is not among the missing, and still must be changed. */
function pastDay({ problems }: Viewer, referral: Referral): Html {
  const known = new Set(missing(referral).map(({ field }) => field))
  const others = problems.filter(({ field }) => field && questionNamed(field) && !known.has(field))
  return others.length > 0 ? linksTo(referral, others) : html``
}
