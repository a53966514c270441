/** The page of a search: the best homes with their reasons, what was left out, the map and the weights. */

import { inWords } from '#shared/dates'
import { type Html, html } from '#web/html'
import { submitButton } from '#web/forms'
import { insetText } from '#web/govuk'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { headlines, identityBar } from '#web/summary'
import { longTable } from '#web/tables'
import { addressWith } from '#web/address'
import type { Searched } from '../actions/search.ts'
import { paths } from '../paths.ts'
import { urgencyInWords } from '../referral.ts'
import type { LeftOut } from '../matching/searched.ts'
import { count, howSoon } from '../standing.ts'
import { linkButton } from './request-tasks.ts'
import { backTo } from './requests.ts'
import { matchCard } from './search-card.ts'
import { searchMap } from './search-map.ts'
import { weightsForm } from './search-weights.ts'

export function searchPage(found: Searched, viewer: Viewer): Page {
  const { referral, child, totals, group } = found
  return {
    title: group ? `Left out: ${group.heading}` : 'Search for a home',
    wide: true,
    body: html`${backTo(paths.referral(referral.id), 'Back to the request')} ${about(found, viewer)}
      <h1 class="govuk-heading-l">Homes for ${child.name}</h1>
      ${headlines([
        { name: totals.homes === 1 ? 'home could suit' : 'homes could suit', number: String(totals.homes) },
        {
          name: totals.places === 1 ? 'place is free there' : 'places are free there',
          number: String(totals.places),
        },
        { name: 'left out, each with why', number: String(totals.leftOut), href: '#left-out' },
      ])}
      ${group ? leftOutPage(found, viewer) : bestPage(found, viewer)}`,
  }
}

const about = ({ referral, child }: Searched, { today }: Viewer): Html =>
  identityBar({
    name: child.initials,
    label: 'Who needs a home',
    facts: [
      { name: 'Age', value: child.age },
      {
        name: 'Home needed',
        value: `${inWords(referral.neededBy)} (${howSoon(referral.neededBy, today).toLowerCase()})`,
      },
      { name: 'Urgency', value: urgencyInWords(referral.urgency) },
    ],
  })

const bestPage = (found: Searched, viewer: Viewer): Html =>
  html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">${suggestion(found, viewer)} ${best(found, viewer)}</div>
      <div class="govuk-grid-column-one-third">
        ${mustBeList(found)} ${weightsForm(found, viewer)} ${searchMap(found)}
      </div>
    </div>
    ${leftOutGroups(found, viewer)}`

/** One press for a tired officer: the few we would ask first. */
function suggestion({ suggested, referral }: Searched, { actor }: Viewer): Html | false {
  if (suggested.length === 0 || !actor.permissions.has('approach:send')) return false
  const homes = suggested.map(({ home }) => `homes=${home}`).join('&')
  return linkButton(
    `${paths.sending(referral.id)}?${homes}`,
    suggested.length === 1
      ? 'Look at asking the best home'
      : `Look at asking the best ${suggested.length} homes`,
  )
}

const nobody = 'No home could take this child on that day. The reasons are below.'
const whatNext =
  'Change the request if one of them can give way, or end the search so that the gap is counted.'

function best(found: Searched, viewer: Viewer): Html {
  const { matches, referral, totals, page, perPage, isUsual } = found
  if (totals.homes === 0) {
    return insetText({
      text: `${nobody} ${whatNext}`,
    })
  }
  const mayAsk = viewer.actor.permissions.has('approach:send')
  const cards = html`${matches.map(match => matchCard(match, { found, mayAsk }))}`
  return html`<h2 class="govuk-heading-m">The best homes first</h2>
    ${
      !isUsual &&
      html`<p class="govuk-body">
        Ranked with your own weights.
        <a class="govuk-link" href="${paths.search(referral.id)}">Use the usual weights</a>
      </p>`
    }
    ${
      mayAsk
        ? html`<form method="get" action="${paths.sending(referral.id)}" novalidate>
            ${cards} ${submitButton('Look at asking the homes ticked')}
          </form>`
        : cards
    }
    ${paging(viewer, { page, perPage, total: totals.homes })}`
}

const mustBeList = ({ mustBe }: Searched): Html =>
  html`<h2 class="govuk-heading-s">What every home here is</h2>
    <p class="govuk-body-s">These are limits. No weight can outdo them.</p>
    <ul class="govuk-list govuk-list--bullet govuk-body-s">
      ${mustBe.map(each => html`<li>${each}</li>`)}
    </ul>`

const leftOutGroups = ({ groups, totals }: Searched, viewer: Viewer): Html =>
  html`<h2 class="govuk-heading-m" id="left-out">Why ${count(totals.leftOut, 'place')} were left out</h2>
    ${longTable({
      caption: 'Places left out, by the first reason',
      hideCaption: true,
      rows: groups,
      empty: 'No place was left out.',
      columns: [
        {
          heading: 'Reason',
          cell: ({ code, heading }) =>
            html`<a class="govuk-link" href="${addressWith(viewer, { leftOut: code, page: null })}"
              >${heading}</a
            >`,
        },
        { heading: 'Places or homes', cell: ({ places }) => places.toLocaleString('en-GB'), numeric: true },
      ],
    })}`

function leftOutPage({ group, page, perPage }: Searched, viewer: Viewer): Html {
  const { heading, total, places } = group!
  return html`<p class="govuk-body">
      <a class="govuk-link" href="${addressWith(viewer, { leftOut: null, page: null })}"
        >Back to the best homes</a
      >
    </p>
    ${longTable<LeftOut>({
      caption: `Left out: ${heading}`,
      rows: places,
      columns: [
        {
          heading: 'Home',
          cell: ({ home }) => html`<a class="govuk-link" href="/homes/${home.id}">${home.name}</a>`,
        },
        { heading: 'Place', cell: ({ place }) => place ?? 'Every place' },
        { heading: 'Kind', cell: ({ home }) => home.kind },
        { heading: 'Where', cell: ({ home }) => `${home.area}, ${home.where}` },
        { heading: 'Why it was left out', cell: ({ why }) => why.join('. ') },
      ],
    })}
    ${paging(viewer, { page, perPage, total })}`
}
