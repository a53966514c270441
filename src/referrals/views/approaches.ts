/** The queue of whoever runs homes: what councils have asked, from all of them, in one list. */

import { type PlainDate, daysBetween, inWords } from '#shared/dates'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { headlines, stateTag } from '#web/summary'
import { longTable } from '#web/tables'
import type { QueuePage, Queued } from '../actions/approaches.ts'
import { inShort, lineNamed } from '../telling/facts.ts'
import { paths } from '../paths.ts'
import { stateForHome } from './states.ts'

export function queuePage(queue: QueuePage, viewer: Viewer): Page {
  const { approaches, live, total, page, perPage } = queue
  const fresh = approaches.filter(isFresh).length
  return {
    title: 'Requests to you',
    wide: true,
    body: html`<h1 class="govuk-heading-l">Requests to your homes</h1>
      ${headlines([
        { name: 'to answer or follow', number: String(live) },
        { name: 'new on this page', number: String(fresh) },
      ])}
      ${queueTable(approaches, viewer)} ${paging(viewer, { page, perPage, total })}`,
  }
}

/** Also for the home page, with its first few rows. */
export const queueTable = (approaches: readonly Queued[], { today }: Pick<Viewer, 'today'>): Html =>
  longTable<Queued>({
    caption: 'Requests, the soonest needed first',
    hideCaption: true,
    rows: approaches,
    empty:
      'No council has asked any of your homes about a child. Confirm your places, so that searches find them.',
    columns: [
      {
        heading: 'Child',
        cell: each =>
          html`<a class="govuk-link" href="${paths.approach(each.id)}">${who(each)}</a> ${flags(each)}`,
      },
      { heading: 'Home', cell: ({ homeName }) => homeName },
      { heading: 'Council', cell: ({ authorityName }) => authorityName },
      { heading: 'Needed by', cell: ({ profile }) => (profile && lineNamed(profile, 'neededBy')) ?? '' },
      { heading: 'Asked', cell: ({ sentOn }) => howLongAgo(sentOn, today) },
      { heading: 'Where it stands', cell: each => stands(each) },
      { heading: 'Reference', cell: ({ reference }) => reference },
    ],
  })

const who = ({ profile }: Queued): string => (profile ? inShort(profile) : 'Closed')
const isFresh = ({ isNew, state }: Queued) => isNew && state === 'sent'

const isEmergency = ({ profile }: Queued) =>
  profile !== null && /^emergency/i.test(lineNamed(profile, 'urgency') ?? '')

const flags = (queued: Queued): Html =>
  html`${isFresh(queued) && stateTag('New', 'new')}
  ${isEmergency(queued) && stateTag('Emergency', 'attention')}
  ${queued.isAnswered && stateTag('Answered', 'waiting')}`

const stands = ({ state, offerUntil }: Queued): Html =>
  html`${stateForHome(state)} ${state === 'offered' && offerUntil && html`<br />until ${inWords(offerUntil)}`}`

function howLongAgo(day: PlainDate, today: PlainDate): string {
  const days = daysBetween(day, today)
  if (days <= 0) return 'Today'
  return days === 1 ? 'Yesterday' : `${days} days ago`
}
