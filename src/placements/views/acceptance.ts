/** The page before a place is taken: exactly what saying yes does. */

import { inWords } from '#shared/dates'
import { inPounds } from '#shared/money'
import { form, questions } from '#web/forms'
import { backLink, insetText, warningText } from '#web/govuk'
import { html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { summary } from '#web/summary'
import type { AskedToAccept } from '../actions/index.ts'

import { paths } from '../paths.ts'

export function acceptancePage(asked: AskedToAccept, viewer: Viewer): Page {
  const { childName, homeName, runBy, placeName, weeklyFee, availableFrom, until, note, others, cannot } =
    asked
  const title = `Accept the offer from ${homeName}`
  const facts = summary([
    { name: 'Child', value: childName },
    { name: 'Home', value: `${homeName}, run by ${runBy}` },
    { name: 'Place', value: placeName },
    { name: 'Weekly fee', value: inPounds(weeklyFee) },
    { name: 'Available from', value: inWords(availableFrom) },
    { name: 'Offer open until', value: inWords(until) },
    { name: 'What the home says', value: note ?? 'Nothing more' },
  ])
  const back = `/referrals/${asked.referral}/offers`
  return {
    title,
    body: html`${backLink({ href: back, text: 'Back to answers and offers' })}
      <h1 class="govuk-heading-l">${title}</h1>
      ${facts}
      ${
        cannot
          ? insetText({ text: cannot })
          : html`${warningText({ text: consequences(others), iconFallbackText: 'Warning' })}
            ${form({
              action: paths.acceptance(asked.approach),
              submit: 'Accept, and take this place',
              cancel: back,
              body: questions(viewer).date({
                name: 'startsOn',
                label: 'When will the child move in?',
                hint: 'Leave empty for the first day that the place is available.',
              }),
            })}`
      }`,
  }
}

const consequences = (others: number): string =>
  `The place is taken for this child and cannot be given to another. ${
    others === 0
      ? 'The search ends.'
      : `The search ends, and ${others === 1 ? '1 other home is' : `${others} other homes are`} told today.`
  }`
