/** The page that begins a request: how urgent it is, and what the record already answers. */

import { nameOf } from '#children'
import { inWords } from '#shared/dates'
import { form, questions } from '#web/forms'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { summary } from '#web/summary'
import type { Prepared, Shown } from '../actions/requests.ts'
import { type Known, toldOf } from '../questions/known.ts'
import { paths } from '../paths.ts'
import { allQuestions } from '../questions/index.ts'
import { backTo, firstNameOf, recordOf, whoThisIsAbout } from './requests.ts'
import { linkButton } from './request-tasks.ts'

export function startPage({ child, known, livesNow, live }: Prepared, viewer: Viewer): Page {
  const title = 'Request a home'
  const back = backTo(recordOf(child), nameOf(child))
  if (live) {
    return {
      title,
      body: html`${back}
        <h1 class="govuk-heading-l">A home has already been asked for</h1>
        <p class="govuk-body">
          The request for ${firstNameOf(child)} was begun on ${inWords(live.requestedOn)}. A child has one
          request at a time, so that homes are asked once.
        </p>
        ${linkButton(paths.referral(live.id), 'Go to the request')}`,
    }
  }
  return {
    title,
    body: html`${back}
      <h1 class="govuk-heading-l">Request a home for ${firstNameOf(child)}</h1>
      <p class="govuk-body">
        ${
          livesNow
            ? html`This is a move. ${firstNameOf(child)} lives now in: ${livesNow.where.toLowerCase()}, since
              ${inWords(livesNow.since)}.`
            : 'This is their first home in care, or the first for a while.'
        }
      </p>
      ${form({
        action: paths.start(child.id),
        submit: 'Begin the request',
        cancel: recordOf(child),
        body: howUrgent(viewer),
      })}
      ${alreadyKnown(known)}`,
  }
}

const howUrgent = (viewer: Viewer, value?: string): Html =>
  questions(viewer).radios({
    name: 'urgency',
    label: 'How soon is the home needed?',
    value,
    choices: [
      {
        value: 'planned',
        text: 'Planned',
        hint: 'There is time to ask everything before we look.',
      },
      {
        value: 'emergency',
        text: 'Emergency',
        hint: 'Today or tomorrow. Answer the fewest questions that let a home say yes safely; the rest can wait.',
      },
    ],
  })

function alreadyKnown(known: Known): Html {
  const told = allQuestions.flatMap(({ name, short }) => {
    const each = toldOf(name, known, known.answers)
    return each ? [{ name: short, each }] : []
  })
  if (told.length === 0) return html``
  return html`<h2 class="govuk-heading-m">What we know already</h2>
    <p class="govuk-body">This comes from the record, so you need not type it again. You can change it.</p>
    ${summary(
      told.map(({ name, each }) => ({
        name,
        value: html`${each.value}
          <span class="nearhome-quiet"><br />From ${each.says}, ${inWords(each.on)}</span>`,
      })),
    )}`
}

export function urgencyPage(shown: Shown, viewer: Viewer): Page {
  const { referral } = shown
  const back = backTo(paths.referral(referral.id), 'The request')
  const title = 'How urgent it is'
  if (referral.state !== 'draft') {
    return {
      title,
      body: html`${back}
        <h1 class="govuk-heading-l">This request has already gone to brokerage</h1>
        <p class="govuk-body">How urgent it is can no longer be changed here. Tell brokerage.</p>`,
    }
  }
  return {
    title,
    body: html`${back} ${whoThisIsAbout(shown, viewer)}
      <h1 class="govuk-heading-l">${title}</h1>
      ${form({
        action: paths.urgency(referral.id),
        submit: 'Save',
        cancel: paths.referral(referral.id),
        body: howUrgent(viewer, referral.urgency),
      })}`,
  }
}
