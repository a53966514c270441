/** The pages on which a home answers: interest, a question, a no with its reason, an offer. */

import { addDays } from '#shared/dates'
import { form, questions } from '#web/forms'
import { insetText } from '#web/govuk'
import { type Html, type Renderable, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import type { Told } from '../actions/approaches.ts'
import { declineReasons } from '../approach.ts'
import { paths } from '../paths.ts'
import { thread, writeForm } from './messages.ts'
import { inPounds } from '#shared/money'
import { backTo } from './requests.ts'

const page = ({ id, reference, homeName }: Told, title: string, body: Renderable): Page => ({
  title,
  body: html`${backTo(paths.approach(id), 'Back to the request')}
    <span class="govuk-caption-l">${homeName}, request ${reference}</span>
    <h1 class="govuk-heading-l">${title}</h1>
    ${body}`,
})

export const interestPage = (told: Told): Page =>
  page(
    told,
    'Say that you may be able to help',
    html`<p class="govuk-body">${told.authorityName} sees at once that ${told.homeName} is interested.</p>
      <p class="govuk-body">
        It may then share the full profile, with the child’s name. You promise nothing: you can still decline.
      </p>
      ${form({
        action: paths.interest(told.id),
        submit: 'Say that we are interested',
        cancel: paths.approach(told.id),
        body: '',
      })}`,
  )

export const questionPage = (told: Told, viewer: Viewer): Page =>
  page(
    told,
    'Ask the council a question',
    html`<h2 class="govuk-heading-m">What has been said</h2>
      ${thread(told.messages, { home: told.homeName, authority: told.authorityName })}
      ${writeForm(
        {
          action: paths.messages(told.id),
          label: 'Your question',
          hint: 'The council sees it in its list of what waits for an answer. Name no other child.',
          submit: 'Send the question',
        },
        viewer,
      )}`,
  )

export const declinePage = (told: Told, viewer: Viewer): Page =>
  page(
    told,
    'Say that this home cannot help',
    form({
      action: paths.decline(told.id),
      submit: 'Decline',
      cancel: paths.approach(told.id),
      body: html`<p class="govuk-body">
          An honest no today helps the child more than a late one. It is never held against a home.
        </p>
        ${questions(viewer).radios({
          name: 'reason',
          label: 'Why can this home not help?',
          choices: declineReasons.map(({ code, label }) => ({ value: code, text: label })),
        })}
        ${questions(viewer).textarea({
          name: 'declineNote',
          label: 'Anything more (optional)',
          hint: 'The council reads it. Name no other child.',
          maxlength: 1000,
        })}`,
    }),
  )

/** An offer that nobody may accept for a week is rarely still true. */
const usualDays = 7

export function offerPage(told: Told, viewer: Viewer): Page {
  const { id, offer, state } = told
  if (state !== 'shared' && state !== 'offered') {
    const text = 'Read the full profile first: you can offer once the council has shared it.'
    return page(told, 'Make an offer', insetText({ text }))
  }
  const submit = offer ? 'Change the offer' : 'Send the offer'
  const body = html`${whichPlace(told, viewer)} ${terms(told, viewer)}`
  return page(
    told,
    offer ? 'Change your offer' : 'Make an offer',
    form({ action: paths.offer(id), submit, cancel: paths.approach(id), body }),
  )
}

const whichPlace = ({ offer, places }: Told, viewer: Viewer): Html =>
  questions(viewer).radios({
    name: 'place',
    label: 'Which place do you offer?',
    value: offer?.place ?? (places.length === 1 ? places[0]!.id : undefined),
    choices: places.map(({ id, name, weeklyFee }) => ({
      value: id,
      text: name,
      hint: `Usually ${inPounds(weeklyFee)} a week`,
    })),
  })

function terms({ offer }: Told, viewer: Viewer): Html {
  const ask = questions(viewer)
  const fee = {
    name: 'weeklyFee',
    label: 'Weekly fee',
    hint: 'All that the council would pay for a week',
    value: offer ? (offer.weeklyFee / 100).toFixed(2) : undefined,
  }
  const from = { name: 'availableFrom', label: 'From which day could the child move in?' }
  const until = {
    name: 'until',
    label: 'Until which day may the council accept?',
    hint: 'The last day on which you hold this offer open',
  }
  const note = {
    name: 'note',
    label: 'How would you meet this child’s needs? (optional)',
    hint: 'Read beside your price: who would care for them, and what it means for the others who live here.',
    value: offer?.note,
  }
  return html`${ask.money(fee)} ${ask.date({ ...from, value: offer?.availableFrom })}
  ${ask.date({ ...until, value: offer?.until ?? addDays(viewer.today, usualDays) })}
  ${ask.textarea({ ...note, maxlength: 2000 })}`
}
