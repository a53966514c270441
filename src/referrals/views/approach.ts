/** What a home reads of one child, on a telephone if need be: what to do, the child's words, then facts. */

import { inWords } from '#shared/dates'
import { type Html, type Renderable, html } from '#web/html'
import { insetText } from '#web/govuk'
import type { Page } from '#web/route'
import { summary } from '#web/summary'
import type { Told } from '../actions/approaches.ts'
import { reasonInWords } from '../approach.ts'
import type { Offer } from '../approach.ts'
import { inShort, lineNamed } from '../telling/facts.ts'
import { paths } from '../paths.ts'
import { replyByInWords } from '../reply-by.ts'
import { thread } from './messages.ts'
import { inPounds } from '#shared/money'
import { wholeProfile } from './profile.ts'
import { linkButton } from './request-tasks.ts'
import { backTo } from './requests.ts'
import { stateForHome } from './states.ts'

export function approachPage(told: Told): Page {
  const { profile, homeName, authorityName, reference, sentOn, state, messages } = told
  const title = profile ? `${inShort(profile)} needs a home` : `Request ${reference}`
  return {
    title,
    body: html`${backTo(paths.approaches(), 'All requests to you')}
      <h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">
        ${stateForHome(state)} <strong>${authorityName}</strong> asked <strong>${homeName}</strong> on
        ${inWords(sentOn)}. Reference <strong>${reference}</strong>.
      </p>
      ${next(told)}
      ${
        messages.length > 0 &&
        html`<p class="govuk-body">${link('#questions', `Questions and answers (${messages.length})`)}</p>`
      }
      ${profile && wholeProfile(profile)}
      <h2 class="govuk-heading-m" id="questions">Questions and answers</h2>
      ${thread(messages, { home: homeName, authority: authorityName })} ${isOpen(told) && askLine(told)}`,
  }
}

const isOpen = ({ state }: Told) => ['sent', 'interested', 'shared', 'offered'].includes(state)
const link = (href: string, text: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`

const askLine = ({ id }: Told): Html =>
  html`<p class="govuk-body">${link(paths.messages(id), 'Ask the council a question')}</p>`

const sayNo = (told: Told): Html => link(paths.decline(told.id), 'This home cannot help')

function next(told: Told): Renderable {
  const { id, state, profile, offer, declined } = told
  const by = profile && lineNamed(profile, 'neededBy')
  switch (state) {
    case 'sent':
      return html`${replyLine(told)}
        <p class="govuk-body">${by && `The home is needed by ${by}. `}Could this be a home for this child?</p>
        <div class="govuk-button-group">
          ${linkButton(paths.interest(id), 'We may be able to help')} ${sayNo(told)}
          ${link(paths.messages(id), 'Ask a question first')}
        </div>`
    case 'interested':
      return html`${insetText({
          text: 'You have said that this home is interested. You can offer once the council shares the full profile.',
        })}
        <p class="govuk-body">${sayNo(told)}</p>`
    case 'shared':
      return html`<p class="govuk-body">
          The council has shared the full profile, below. Think of the children who live here too before you
          offer.
        </p>
        <div class="govuk-button-group">${linkButton(paths.offer(id), 'Make an offer')} ${sayNo(told)}</div>`
    case 'offered':
      return html`${offer && told.hasLapsed && lapsed(offer)} ${offer && offerSummary(told, offer)}
        ${
          told.hasLapsed
            ? linkButton(paths.offer(id), 'Offer again')
            : html`<p class="govuk-body">${link(paths.offer(id), 'Change the offer')}</p>`
        }
        <p class="govuk-body">${sayNo(told)}</p>`
    case 'accepted':
      return html`${offer && offerSummary(told, offer)}
        <p class="govuk-body">
          The council has accepted. See ${link('/placements', 'Placements')} for the day the child moves in.
        </p>`
    default:
      return declined && whyDeclined(declined)
  }
}

function replyLine({ replyBy, isOverdue, authorityName }: Told): Renderable {
  if (replyBy === null) return false
  const when = replyByInWords(replyBy)
  if (!isOverdue) return html`<p class="govuk-body"><strong>Please reply by ${when}.</strong></p>`
  const text = `${authorityName} asked for a reply by ${when}. You may still answer, and a no helps too.`
  return insetText({ text })
}

const lapsed = ({ until }: Offer): Html =>
  insetText({
    text:
      `Your offer ran out on ${inWords(until)}, and the council can no longer accept it. ` +
      'Offer again with a later day if the place is still there, or say that this home cannot help.',
  })

const whyDeclined = ({ on, reason, note }: NonNullable<Told['declined']>): Html =>
  insetText({
    html: html`You declined on ${inWords(on)}: ${reasonInWords(reason)}.${note && html` ${note}`} What the
    council sent can no longer be read.`,
  })

const offerSummary = ({ places, offeredOn }: Told, offer: Offer): Html =>
  summary(
    [
      { name: 'Place', value: places.find(each => each.id === offer.place)?.name ?? '' },
      { name: 'Weekly fee', value: inPounds(offer.weeklyFee) },
      { name: 'Available from', value: inWords(offer.availableFrom) },
      { name: 'May be accepted until', value: inWords(offer.until) },
      { name: 'What you said', value: offer.note ?? 'Nothing more' },
    ],
    `Your offer${offeredOn ? ` of ${inWords(offeredOn)}` : ''}`,
  )
