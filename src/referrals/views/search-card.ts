/** One home in the list of a search: where it stands, why, and what it has free. */

import { type Html, type Renderable, html } from '#web/html'
import { checkboxes, details } from '#web/govuk'
import { stateTag } from '#web/summary'
import type { Searched } from '../actions/search.ts'
import { type Match, type ShownPlace } from '../matching/searched.ts'
import { askedWords } from './states.ts'
import { inPounds } from '#shared/money'

type Beside = { readonly found: Searched; readonly mayAsk: boolean }

export function matchCard(match: Match, { found, mayAsk }: Beside): Html {
  const { home, rank, reasonsFor, reasonsAgainst, places, asked, before, score } = match
  const because = found.suggested.find(each => each.home === home.id)?.because
  return html`<div class="govuk-summary-card nearhome-match">
    <div class="govuk-summary-card__title-wrapper">
      <h3 class="govuk-summary-card__title">
        ${rank}. <a class="govuk-link" href="/homes/${home.id}">${home.name}</a>
      </h3>
      <p class="govuk-body-s govuk-!-margin-bottom-0">${moved(match)} ${score} of 100</p>
    </div>
    <div class="govuk-summary-card__content">
      <p class="govuk-body">
        ${home.kind}, ages ${home.ages}. ${home.area}, ${home.where}.
        ${asked && stateTag(askedWords(asked), 'waiting')} ${before && stateTag('Asked before', 'stopped')}
        ${because && stateTag('We would ask', 'new')}
      </p>
      ${before && html`<p class="govuk-body-s">${before}.</p>`}
      ${because && html`<p class="govuk-body-s">We would ask because: ${because}</p>`}
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">${reasons('For', reasonsFor.slice(0, mostShown))}</div>
        <div class="govuk-grid-column-one-half">
          ${reasons('Against', reasonsAgainst.slice(0, mostShown))}
        </div>
      </div>
      ${places[0] && html`<p class="govuk-body-s">${placeLine(places[0])}</p>`} ${more(match)}
      ${mayAsk && !asked && tick(match)}
    </div>
  </div>`
}

/** What decides is read at a glance; the rest is one press away. */
const mostShown = 3

function more(match: Match): Html {
  const { home, reasonsFor, reasonsAgainst, alsoKnown, places } = match
  return details({
    summaryText: `More about ${home.name}`,
    classes: 'govuk-!-margin-bottom-2',
    html: html`<p class="govuk-body-s">Run by ${home.runBy}.</p>
      ${reasons('Also for', reasonsFor.slice(mostShown))}
      ${reasons('Also against', reasonsAgainst.slice(mostShown))} ${reasons('Also known', alsoKnown)}
      ${
        places.length > 1 &&
        html`<p class="govuk-body-s govuk-!-margin-bottom-1"><strong>Other places</strong></p>
          <ul class="govuk-list govuk-body-s">
            ${places.slice(1).map(place => html`<li>${placeLine(place)}</li>`)}
          </ul>`
      }`,
  })
}

const reasons = (heading: string, sentences: readonly string[]): Renderable =>
  sentences.length > 0 &&
  html`<p class="govuk-body-s govuk-!-margin-bottom-1"><strong>${heading}</strong></p>
    <ul class="govuk-list govuk-list--bullet govuk-body-s">
      ${sentences.map(each => html`<li>${each}</li>`)}
    </ul>`

const placeLine = ({ name, weeklyFee, confirmed, isStale }: ShownPlace): Html =>
  html`<strong>${name}</strong>: ${inPounds(weeklyFee)} a week.
    ${isStale ? stateTag(confirmed, 'attention') : confirmed}`

/** How far the reader's own weights moved it. */
function moved({ rank, usualRank }: Match): Renderable {
  if (usualRank === null) return ''
  if (usualRank === rank) return 'The same with the usual weights.'
  const by = Math.abs(usualRank - rank)
  return html`<strong>${usualRank > rank ? `Up ${by}` : `Down ${by}`}</strong> from ${usualRank}.`
}

const tick = ({ home, before }: Match): Html =>
  checkboxes({
    name: 'homes',
    idPrefix: `ask-${home.id}`,
    classes: 'govuk-checkboxes--small',
    items: [{ value: home.id, text: before ? `Ask ${home.name} again` : `Ask ${home.name}` }],
  })
