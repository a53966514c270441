/** What homes have answered about one child: what waits for somebody, the offers, and every home that was asked. */

import { inWords } from '#shared/dates'
import { insetText } from '#web/govuk'
import { type Html, type Renderable, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { headlines, identityBar, stateTag } from '#web/summary'
import { longTable } from '#web/tables'
import type { AskedHome, Compared } from '../actions/comparing.ts'
import { paths } from '../paths.ts'
import { replyByInWords } from '../reply-by.ts'
import { urgencyInWords } from '../referral.ts'
import { count, howSoon, stateWords } from '../standing.ts'
import { compareTable } from './offer-table.ts'
import { backTo } from './requests.ts'
import { stateForAuthority } from './states.ts'

export function offersPage(compared: Compared, viewer: Viewer): Page {
  const { referral, asked, offers, childName } = compared
  const waiting = asked.filter(({ isWaiting }) => isWaiting).length
  const interested = asked.filter(({ state }) => state === 'interested').length
  return {
    title: 'Answers and offers from homes',
    wide: true,
    body: html`${backTo(paths.referral(referral.id), 'Back to the request')} ${about(compared, viewer)}
      <h1 class="govuk-heading-l">Answers and offers for ${childName}</h1>
      ${headlines([
        headline(asked.length, 'home asked', 'homes asked'),
        headline(waiting, 'question waits for an answer', 'questions wait for an answer'),
        headline(interested, 'home is interested', 'homes are interested'),
        headline(offers.length, 'offer', 'offers'),
      ])}
      ${offers.length > 0 && compareTable(offers, { compared, viewer })} ${questionsWaiting(asked, viewer)}
      ${everyHome(compared, viewer)}`,
  }
}

const headline = (number: number, one: string, many: string) => ({
  name: number === 1 ? one : many,
  number: String(number),
})

const about = ({ referral, neededBy, age, initials }: Compared, { today }: Viewer): Html =>
  identityBar({
    name: initials,
    label: 'Who needs a home',
    facts: [
      { name: 'Age', value: age },
      {
        name: 'Home needed',
        value: neededBy ? `${inWords(neededBy)} (${howSoon(neededBy, today).toLowerCase()})` : 'No date yet',
      },
      { name: 'Urgency', value: urgencyInWords(referral.urgency) },
      { name: 'Request', value: stateWords[referral.state] },
    ],
  })

const maySend = ({ actor }: Viewer) => actor.permissions.has('approach:send')

function questionsWaiting(asked: readonly AskedHome[], viewer: Viewer): Renderable {
  const waiting = asked.filter(({ isWaiting }) => isWaiting)
  if (waiting.length === 0) return false
  return html`<h2 class="govuk-heading-m">Questions that wait for an answer</h2>
    ${waiting.map(({ approach, home, messages }) => {
      const last = messages.at(-1)!
      return insetText({
        html: html`<p class="govuk-body"><strong>${home.name}</strong>, ${last.sent}: ${last.text}</p>
          ${maySend(viewer) && link(paths.answers(approach), `Answer ${home.name}`)}`,
      })
    })}`
}

const everyHome = ({ asked, referral }: Compared, viewer: Viewer): Html =>
  html`<h2 class="govuk-heading-m">Every home asked</h2>
    ${longTable<AskedHome>({
      caption: 'Every home asked, in the order they were asked',
      hideCaption: true,
      rows: asked,
      empty: html`No home has been asked.
      ${referral.state === 'open' && link(paths.search(referral.id), 'Search for a home')}`,
      columns: [
        {
          heading: 'Home',
          cell: ({ home }) => html`<a class="govuk-link" href="/homes/${home.id}">${home.name}</a>`,
        },
        { heading: 'Reference', cell: ({ reference }) => reference },
        { heading: 'Why it was chosen', cell: ({ whyChosen }) => whyChosen },
        {
          heading: 'Asked',
          cell: ({ sentOn, opened, state }) => html`${inWords(sentOn)}<br />${openedLine(opened, state)}`,
        },
        { heading: 'Where it stands', cell: each => stands(each) },
        ...(maySend(viewer)
          ? [{ heading: 'What you can do', cell: (each: AskedHome) => deeds(each, referral) }]
          : []),
      ],
    })}`

/** A home that has answered has read it, whether or not it was here. */
const openedLine = (opened: string | null, state: AskedHome['state']): Renderable => {
  if (opened) return html`Opened ${opened}`
  return state === 'sent' && html`<span class="nearhome-quiet">Not opened yet</span>`
}

const stands = ({ state, declined, replyBy, isOverdue }: AskedHome): Html =>
  html`${stateForAuthority(state)} ${replyBy && html`<br />Reply by ${replyByInWords(replyBy)}`}
  ${isOverdue && stateTag('Late: chase', 'attention')}
  ${
    declined &&
    html`<br />${declined.why}${declined.note && html`: ${declined.note}`} <br />
      <span class="nearhome-quiet">${inWords(declined.on)}</span>`
  }`

function deeds(
  { approach, home, state, isLive, isWaiting, messages, mayAskAgain }: AskedHome,
  referral: Compared['referral'],
): Renderable {
  const said = messages.length > 0 && {
    href: paths.answers(approach),
    text: isWaiting ? 'Answer the question' : count(messages.length, 'message'),
  }
  const all = [
    isLive && state === 'interested' && { href: paths.sharing(approach), text: 'Share the full profile' },
    state === 'offered' && { href: paths.acceptance(approach), text: 'Accept' },
    said,
    isLive && { href: paths.takingBack(approach), text: 'Withdraw' },
    mayAskAgain && { href: `${paths.sending(referral.id)}?homes=${home.id}`, text: 'Ask again' },
  ].filter(each => each !== false)
  if (all.length === 0) return html`<span class="nearhome-quiet">Nothing more</span>`
  return html`<ul class="govuk-list govuk-body-s">
    ${all.map(
      ({ href, text }) =>
        html`<li>
          <a class="govuk-link" href="${href}"
            >${text}<span class="govuk-visually-hidden">: ${home.name}</span></a
          >
        </li>`,
    )}
  </ul>`
}

const link = (href: string, text: string): Html => html`<a class="govuk-link" href="${href}">${text}</a>`
