/** The list of requests: who needs a home soonest, and how far each search has come. */

import { nameOf } from '#children'
import { inWords } from '#shared/dates'
import { type Filter, filtered } from '#web/filters'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { stateTag } from '#web/summary'
import { type Column, longTable } from '#web/tables'
import type { Listed, RequestList } from '../actions/list.ts'
import { paths } from '../paths.ts'
import { allStates, count, howSoon, stateWords } from '../standing.ts'
import { stateOf } from './requests.ts'

const filters: readonly Filter[] = [
  {
    name: 'state',
    label: 'State',
    hint: 'Live ones unless you choose',
    choices: [
      ...allStates.map(value => ({ value, text: stateWords[value] })),
      { value: 'all', text: 'All, ended ones too' },
    ],
  },
  {
    name: 'urgency',
    label: 'Urgency',
    choices: [
      { value: 'emergency', text: 'Emergency' },
      { value: 'planned', text: 'Planned' },
    ],
  },
  { name: 'mine', label: 'Asked for by', choices: [{ value: 'yes', text: 'Me' }] },
]

export function requestListPage({ referrals, total, page, perPage }: RequestList, viewer: Viewer): Page {
  return {
    title: 'Requests for homes',
    wide: true,
    body: html`<h1 class="govuk-heading-l">Requests for homes</h1>
      ${filtered(
        viewer,
        filters,
        html`${longTable({
          caption: 'Children who need a home',
          hideCaption: true,
          columns: columnsFor(viewer),
          rows: referrals,
          empty: nothing(viewer),
        })}
        ${paging(viewer, { page, perPage, total })}`,
      )}`,
  }
}

export const columnsFor = ({ today }: Pick<Viewer, 'today'>): readonly Column<Listed>[] => [
  {
    heading: 'Child',
    cell: row => html`<a class="govuk-link" href="${paths.referral(row.id)}">${nameOf(row)}</a>`,
  },
  {
    heading: 'Home needed',
    cell: ({ neededBy, state }) =>
      neededBy && state !== 'draft' && state !== 'open'
        ? inWords(neededBy)
        : html`${howSoon(neededBy, today)}
          ${neededBy && html`<span class="nearhome-quiet"><br />${inWords(neededBy)}</span>`}`,
  },
  {
    heading: 'State',
    cell: ({ state, urgency }) =>
      html`${stateOf(state)} ${urgency === 'emergency' && stateTag('Emergency', 'attention')}`,
  },
  { heading: 'Homes', cell: homes },
  {
    heading: 'Still to ask',
    cell: ({ id, toChase }) =>
      toChase > 0 && html`<a class="govuk-link" href="${paths.check(id)}">${count(toChase, 'question')}</a>`,
  },
]

function homes({ state, asked, interested, offers }: Listed): Html {
  if (asked === 0) return html`${state === 'open' ? 'None asked yet' : ''}`
  return html`${asked} asked, ${interested} interested, <strong>${count(offers, 'offer')}</strong>`
}

function nothing({ query }: Viewer): Html {
  const isNarrowed = filters.some(({ name }) => query[name])
  if (isNarrowed) return html`No requests match. Take away a filter to see more.`
  return html`No child is waiting for a home. To ask for one, open the child’s record from
    <a class="govuk-link" href="/children">the list of children</a>.`
}
