/** One placement: what was agreed, how it ended, and what can be done with it. */

import { changeReasons, endReasons, labelOf } from '#reference'
import { inWords } from '#shared/dates'
import { inPounds } from '#shared/money'
import { backLink, button } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { summary } from '#web/summary'
import type { Shown } from '../actions/index.ts'
import { paths } from '../paths.ts'
import type { Placement } from '../placement.ts'
import { stateOf } from './state.ts'

export function placementPage(shown: Shown, { actor }: Viewer): Page {
  const { placement, childName, homeName, runBy, placeName } = shown
  const title = `${childName} at ${homeName}`
  const writes = actor.permissions.has('placement:write')
  return {
    title,
    body: html`${backLink({ href: paths.placements, text: 'All placements' })}
      <h1 class="govuk-heading-l">${title}</h1>
      <p>${stateOf(placement)}</p>
      ${summary([
        {
          name: 'Child',
          value: html`<a class="govuk-link" href="/children/${placement.child}">${childName}</a>`,
        },
        {
          name: 'Home',
          value: html`<a class="govuk-link" href="/homes/${placement.home}">${homeName}</a>, run by ${runBy}`,
        },
        { name: 'Place', value: placeName },
        { name: 'Agreed on', value: inWords(placement.agreedOn) },
        { name: placement.state === 'agreed' ? 'Moves in on' : 'From', value: inWords(placement.startsOn) },
        { name: 'Weekly fee', value: inPounds(placement.weeklyFee) },
        ...endingFacts(placement),
      ])}
      ${writes && buttonsFor(placement)} ${placement.referral && requestFor(placement.referral)}`,
  }
}

const requestFor = (referral: string): Html =>
  html`<p class="govuk-body">
    <a class="govuk-link" href="/referrals/${referral}">The request it came from</a>
  </p>`

function endingFacts(placement: Placement) {
  if (placement.state === 'cancelled') return [{ name: 'Why it did not happen', value: placement.note }]
  if (placement.state !== 'ended') return []
  const why = placement.changeReason
    ? labelOf(changeReasons, placement.changeReason)
    : labelOf(endReasons, placement.endReason)
  return [
    { name: 'Left on', value: inWords(placement.endedOn) },
    { name: 'Why', value: why },
    ...(placement.note ? [{ name: 'Note', value: placement.note }] : []),
  ]
}

const buttonsFor = ({ state, id }: Placement): Html =>
  html`<div class="govuk-button-group">
    ${state === 'agreed' && button({ text: 'The child has arrived', href: paths.start(id) })}
    ${state === 'agreed' && html`<a class="govuk-link" href="${paths.cancellation(id)}">The child is not coming</a>`}
    ${state === 'started' && button({ text: 'The child has left care', href: paths.ending(id) })}
  </div>`
