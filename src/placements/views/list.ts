/** Placements as an authority lists them, and as a home lists the children who live with it. */

import { inWords } from '#shared/dates'
import { inPounds } from '#shared/money'
import { html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { longTable } from '#web/tables'
import { type PlacementList, perPage } from '../actions/index.ts'
import type { Listed, LivesHere } from '../listing.ts'
import { paths } from '../paths.ts'
import { stateOf } from './state.ts'

export const placementsPage = (list: PlacementList, viewer: Viewer): Page =>
  list.for === 'home' ? forHome(list.places) : forAuthority(list, viewer)

function forAuthority(
  { placements, page, total }: PlacementList & { for: 'authority' },
  viewer: Viewer,
): Page {
  const ended = viewer.query.state === 'ended'
  const title = ended ? 'Placements that have ended' : 'Placements'
  const table = longTable<Listed>({
    caption: title,
    hideCaption: true,
    rows: placements,
    empty: ended
      ? 'No placement made here has ended.'
      : 'No placement is agreed or under way. Placements appear here when an offer is accepted.',
    columns: [
      {
        heading: 'Child',
        cell: each => html`<a class="govuk-link" href="${paths.placement(each.id)}">${nameIn(each)}</a>`,
      },
      { heading: 'Home', cell: ({ homeName }) => homeName ?? 'No longer on the register' },
      { heading: 'State', cell: stateOf },
      { heading: 'From', cell: ({ startsOn }) => inWords(startsOn) },
      { heading: 'Until', cell: ({ endedOn }) => (endedOn ? inWords(endedOn) : '') },
      { heading: 'A week', cell: ({ weeklyFee }) => inPounds(weeklyFee), numeric: true },
    ],
  })
  const other = ended
    ? html`<a class="govuk-link" href="${paths.placements}">Agreed and under way</a>`
    : html`<a class="govuk-link" href="${paths.placements}?state=ended">Ended</a>`
  return {
    title,
    wide: true,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">${other}</p>
      ${table} ${paging(viewer, { page, perPage, total })}`,
  }
}

const nameIn = ({ givenName, familyName, localId }: Listed) =>
  [givenName, familyName].filter(Boolean).join(' ') || `Child ${localId}`

const forHome = (places: readonly LivesHere[]): Page => ({
  title: 'Children who live with you',
  wide: true,
  body: html`<h1 class="govuk-heading-l">Children who live with you</h1>
    ${longTable<LivesHere>({
      caption: 'Placements in your homes',
      rows: places,
      empty: 'No child has been placed in your homes through Nearhome yet.',
      columns: [
        { heading: 'Home', cell: ({ homeName }) => homeName },
        { heading: 'Place', cell: ({ placeName }) => placeName },
        { heading: 'Reference', cell: referenceOf },
        { heading: 'Placed by', cell: ({ authorityName }) => authorityName },
        { heading: 'State', cell: stateOf },
        { heading: 'From', cell: ({ startsOn }) => inWords(startsOn) },
        { heading: 'A week', cell: ({ weeklyFee }) => inPounds(weeklyFee), numeric: true },
      ],
    })}`,
})

const referenceOf = ({ approach, reference }: LivesHere) =>
  approach && reference
    ? html`<a class="govuk-link" href="/approaches/${approach}">${reference}</a>`
    : 'Not through Nearhome'
