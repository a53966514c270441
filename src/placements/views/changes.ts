/** What is asked when a child arrives, leaves care, or does not come after all. */

import {
  categoriesOfNeed,
  changeReasons,
  codesIn,
  collectionYearOf,
  endReasons,
  legalStatuses,
} from '#reference'
import type { PlainDate } from '#shared/dates'
import { form, questions } from '#web/forms'
import { backLink, warningText } from '#web/govuk'
import { html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import type { Shown } from '../actions/index.ts'
import { paths } from '../paths.ts'

export function arrivalPage({ placement, childName, homeName, livesElsewhere }: Shown, viewer: Viewer): Page {
  const ask = questions(viewer)
  const title = `${childName} has arrived`
  const { today } = viewer
  return {
    title,
    body: html`${backToPlacement(placement)}
      <h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">At ${homeName}. The placement the child left ends on the same day.</p>
      ${form({
        action: paths.start(placement.id),
        submit: 'Save',
        cancel: paths.placement(placement.id),
        body: html`${ask.date({ name: 'on', label: 'Which day did the child arrive?', value: placement.startsOn })}
        ${
          livesElsewhere
            ? ask.select({
                name: 'changeReason',
                label: 'Why did the child move?',
                choices: choicesOf(changeReasons, today),
                empty: 'Choose a reason',
              })
            : html`${ask.select({
                name: 'legalStatus',
                label: 'Under which legal status does the child come into care?',
                choices: choicesOf(legalStatuses, today),
                empty: 'Choose a legal status',
              })}
              ${ask.select({
                name: 'needCode',
                label: 'What is the main reason why the child needs care?',
                choices: choicesOf(categoriesOfNeed, today),
                empty: 'Choose the main reason',
              })}`
        }`,
      })}`,
  }
}

export function endingPage({ placement, childName, homeName }: Shown, viewer: Viewer): Page {
  const ask = questions(viewer)
  const choices = choicesOf(endReasons, viewer.today).filter(({ value }) => value !== 'X1')
  return {
    title: `${childName} has left care`,
    body: html`${backToPlacement(placement)}
      <h1 class="govuk-heading-l">${childName} has left care</h1>
      <p class="govuk-body">
        And left ${homeName}. If the child moved to another home, record the arrival there instead.
      </p>
      ${form({
        action: paths.ending(placement.id),
        submit: 'Save, and free the place',
        cancel: paths.placement(placement.id),
        warning: true,
        body: html`${ask.date({ name: 'on', label: 'Which day did the child leave?' })}
        ${ask.select({ name: 'endReason', label: 'Why did the child leave care?', choices, empty: 'Choose a reason' })}
        ${ask.textarea({ name: 'note', label: 'Is there anything to add?', hint: 'You can leave this empty.' })}`,
      })}`,
  }
}

export const cancellationPage = ({ placement, childName, homeName }: Shown, viewer: Viewer): Page => ({
  title: `${childName} is not coming`,
  body: html`${backToPlacement(placement)}
    <h1 class="govuk-heading-l">${childName} is not coming to ${homeName}</h1>
    ${warningText({
      text: 'The place is given back, and the search for a home opens again.',
      iconFallbackText: 'Warning',
    })}
    ${form({
      action: paths.cancellation(placement.id),
      submit: 'Give the place back',
      cancel: paths.placement(placement.id),
      warning: true,
      body: questions(viewer).textarea({ name: 'note', label: 'Why is the child not coming?' }),
    })}`,
})

const backToPlacement = ({ id }: Shown['placement']) =>
  backLink({ href: paths.placement(id), text: 'Back to the placement' })

const choicesOf = (set: Parameters<typeof codesIn>[0], today: PlainDate) =>
  codesIn(set, collectionYearOf(today)).map(({ code, label }) => ({ value: code, text: label }))
