/** The queue of whoever runs homes: what councils have asked, from all of them, in one list. */

import { type PlainDate, daysBetween, inWords } from '#shared/dates'
import { type Html, type Renderable, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { headlines, stateTag } from '#web/summary'
import { longTable } from '#web/tables'
import type { QueuePage, Queued } from '../actions/approaches.ts'
import { inShort, lineNamed } from '../telling/facts.ts'
import { paths } from '../paths.ts'
import { type Now, isPast, replyByInWords } from '../reply-by.ts'
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
      ${queueTable(approaches, queue.now)} ${paging(viewer, { page, perPage, total })}`,
  }
}

/** Also for the home page, with its first few rows. */
export const queueTable = (approaches: readonly Queued[], now: Now): Html =>
  longTable<Queued>({
    stacks: true,
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
      { heading: 'Reply by', cell: each => reply(each, now) },
      { heading: 'Asked', cell: ({ sentOn }) => howLongAgo(sentOn, now.today) },
      { heading: 'Where it stands', cell: each => stands(each, now) },
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

const stands = ({ state, offerUntil }: Queued, { today }: Now): Html => {
  if (state !== 'offered' || offerUntil === null) return html`${stateForHome(state)}`
  return offerUntil < today
    ? html`${stateTag('Your offer ran out', 'attention')} on ${inWords(offerUntil)}: offer again, or decline`
    : html`${stateForHome(state)} until ${inWords(offerUntil)}`
}

/** Only until the home has answered. */
function reply({ state, replyOn, replyHour }: Queued, now: Now): Renderable {
  if (state !== 'sent' || replyOn === null || replyHour === null) return ''
  const replyBy = { on: replyOn, hour: replyHour }
  return html`${replyByInWords(replyBy)} ${isPast(replyBy, now) && stateTag('Late', 'attention')}`
}

function howLongAgo(day: PlainDate, today: PlainDate): string {
  const days = daysBetween(day, today)
  if (days <= 0) return 'Today'
  return days === 1 ? 'Yesterday' : `${days} days ago`
}
