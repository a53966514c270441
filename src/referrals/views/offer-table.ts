/** Offers side by side: one column for each, so that a price is read beside the same price of another. */

import { daysBetween, inWords } from '#shared/dates'
import { type Html, type Renderable, html } from '#web/html'
import type { Viewer } from '#web/route'
import { stateTag } from '#web/summary'
import type { Compared, OfferShown } from '../actions/comparing.ts'
import { paths } from '../paths.ts'
import { count } from '../standing.ts'
import { factors } from '../matching/weights.ts'
import { inPounds } from '#shared/money'
import { linkButton } from './request-tasks.ts'
import { asTyped } from './requests.ts'

type Beside = { readonly compared: Compared; readonly viewer: Viewer }
type Row = { readonly heading: string; readonly cell: (offer: OfferShown) => Renderable }

export function compareTable(offers: readonly OfferShown[], beside: Beside): Html {
  const rows = rowsFor(offers, beside)
  return html`<h2 class="govuk-heading-m">Offers side by side</h2>
    <div class="nearhome-table-pane" role="region" aria-label="Offers side by side" tabindex="0">
      <table class="govuk-table nearhome-table">
        <caption class="govuk-table__caption govuk-visually-hidden">
          Offers, one in each column
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <td class="govuk-table__header"></td>
            ${offers.map(({ home }) => html`<th scope="col" class="govuk-table__header">${home.name}</th>`)}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${rows.map(
            ({ heading, cell }) =>
              html`<tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">${heading}</th>
                ${offers.map(offer => html`<td class="govuk-table__cell">${cell(offer)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

/** What a search says of each home, in the order of the duties; rows that say nothing of any offer are left out. */
function rowsFor(offers: readonly OfferShown[], beside: Beside): readonly Row[] {
  const said = factors
    .filter(({ name }) => name !== 'cost' && offers.some(offer => offer.said[name]))
    .map(({ name, label }) => ({
      heading: capital(label),
      cell: (offer: OfferShown) => offer.said[name] ?? 'Not said',
    }))
  return [
    { heading: 'Weekly fee', cell: ({ weeklyFee }) => html`<strong>${inPounds(weeklyFee)}</strong>` },
    { heading: 'Child could move in', cell: offer => movingIn(offer, beside.compared) },
    { heading: 'May be accepted until', cell: offer => untilLine(offer) },
    { heading: 'Place', cell: ({ placeName }) => placeName },
    { heading: 'Kind of home', cell: ({ home }) => `${home.kind}, ${home.area}, run by ${home.runBy}` },
    { heading: 'Ofsted', cell: ({ home }) => home.judgement ?? 'Not judged on its own' },
    ...said,
    { heading: 'For', cell: ({ reasonsFor }) => list(reasonsFor) },
    { heading: 'Against', cell: ({ reasonsAgainst }) => list(reasonsAgainst) },
    { heading: 'What the home says', cell: ({ note }) => (note ? asTyped(note) : 'Nothing more') },
    { heading: 'Decide', cell: offer => decide(offer, beside) },
  ]
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)

/** A home that comes too late is seen before it is accepted. */
function movingIn({ availableFrom }: OfferShown, { neededBy }: Compared): Html {
  const late = neededBy === null ? 0 : daysBetween(neededBy, availableFrom)
  const words = `${count(late, 'day')} after the home is needed`
  return html`${inWords(availableFrom)} ${late > 0 && stateTag(words, 'attention')}`
}

const untilLine = ({ until, hasLapsed }: OfferShown): Html =>
  html`${inWords(until)} ${hasLapsed && stateTag('Run out', 'attention')}`

const list = (sentences: readonly string[]): Renderable =>
  sentences.length === 0
    ? 'Nothing'
    : html`<ul class="govuk-list govuk-list--bullet govuk-body-s">
        ${sentences.map(each => html`<li>${each}</li>`)}
      </ul>`

function decide({ approach, state, hasLapsed, home }: OfferShown, { compared, viewer }: Beside): Renderable {
  if (state === 'accepted') return stateTag('Accepted', 'done')
  if (compared.referral.state !== 'open') return 'Closed'
  if (hasLapsed) return 'Ask the home to offer again'
  if (!viewer.actor.permissions.has('offer:accept')) return 'Brokerage decides'
  return linkButton(paths.acceptance(approach), `Accept ${home.name}`)
}
