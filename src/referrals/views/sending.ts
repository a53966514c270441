/** The page before homes are asked: exactly who gets what, what was left out, and what was taken out. */

import { form, questions } from '#web/forms'
import { details, insetText, warningText } from '#web/govuk'
import { type Html, type Renderable, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { longTable } from '#web/tables'
import { type Recipient, fewHomes } from '../actions/choosing.ts'
import type { AskedToSend } from '../actions/sending.ts'
import type { Removed } from '../telling/hiding.ts'
import { paths } from '../paths.ts'
import type { Getting } from '../telling/profile.ts'
import { hourInWords } from '../reply-by.ts'
import { count } from '../standing.ts'
import { wholeProfile } from './profile.ts'
import { backTo } from './requests.ts'

export function sendingPage(asked: AskedToSend, viewer: Viewer): Page {
  const { referral, recipients, asks, warning, profile } = asked
  const title = asks === 0 ? 'Ask homes' : `Ask ${count(asks, 'home')} about ${asked.childName}`
  const back = backTo(paths.search(referral), 'Back to the search')
  if (recipients.length === 0) return { title, body: html`${back} ${nobodyChosen(title, asked)}` }
  return {
    title,
    body: html`${back}
      <h1 class="govuk-heading-l">${title}</h1>
      ${warning && warningText({ text: warning, iconFallbackText: 'Warning' })} ${who(recipients)}
      ${whatIsLeftOut(asked)}
      <h2 class="govuk-heading-m">What each home will read</h2>
      <p class="govuk-body">
        No name. Each home gets a reference of its own, so that what is said on the telephone tells nothing.
      </p>
      ${details({
        summaryText: 'Read it as a home will',
        open: true,
        html: wholeProfile(profile),
      })}
      ${asks > 0 && sendForm(asked, viewer)}`,
  }
}

const nobodyChosen = (title: string, { referral }: AskedToSend): Html =>
  html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">
      No home has been chosen.
      <a class="govuk-link" href="${paths.search(referral)}">Tick homes on the search</a>: the best
      ${fewHomes} or fewer is usually enough.
    </p>`

const who = (recipients: readonly Recipient[]): Html =>
  longTable<Recipient>({
    caption: 'Who will be asked, and why each',
    rows: recipients,
    columns: [
      { heading: 'Home', cell: ({ home }) => home.name },
      { heading: 'Run by', cell: ({ home }) => home.runBy },
      { heading: 'Where', cell: ({ home }) => `${home.kind}, ${home.area}` },
      {
        heading: 'Why it was chosen',
        cell: ({ because, cannot }) =>
          cannot ? html`<strong>Will not be asked.</strong> ${cannot}` : because,
      },
      ...(recipients.some(({ before }) => before !== null)
        ? [{ heading: 'Asked before', cell: ({ before }: Recipient) => before ?? 'No' }]
        : []),
    ],
  })

function whatIsLeftOut({ getting, removed }: AskedToSend): Html {
  const keptBack = getting.filter(({ anonymised, full }) => !anonymised || !full)
  return html`<h2 class="govuk-heading-m">What is left out</h2>
    ${removed.length > 0 && takenOut(removed)} ${whoGets('Answers kept back, and from whom', keptBack)}
    ${details({
      summaryText: `Every answer, and who gets it (${getting.length})`,
      html: whoGets('What each home reads now, and what only an interested home reads later', getting),
    })}`
}

const whoGets = (caption: string, rows: readonly Getting[]): Html =>
  longTable<Getting>({
    caption,
    rows,
    columns: [
      { heading: 'Answer', cell: ({ label }) => label },
      { heading: 'Every home asked', cell: ({ anonymised }) => told(anonymised) },
      { heading: 'After interest, if you share it', cell: ({ full }) => told(full) },
    ],
  })

const told = (yes: boolean): Renderable => (yes ? 'Yes' : html`<strong>Left out</strong>`)

const takenOut = (removed: readonly Removed[]): Html =>
  insetText({
    html: html`<p class="govuk-body">
        <strong>Taken out of what was typed</strong>, because it would tell who the child is:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        ${removed.map(
          ({ what, why, question }) => html`<li>“${what}”, ${why}${question && ` (${question})`}</li>`,
        )}
      </ul>`,
  })

/** The homes stay in the address, so that a refused form comes back with the same homes. */
function sendForm(asked: AskedToSend, viewer: Viewer): Html {
  const { referral, recipients, asks } = asked
  const homes = recipients.filter(({ cannot }) => cannot === null).map(({ home }) => `homes=${home.id}`)
  return form({
    action: `${paths.sending(referral)}?${homes.join('&')}`,
    submit: `Send to ${count(asks, 'home')}`,
    cancel: paths.search(referral),
    body: html`${replyQuestions(asked, viewer)} ${asks > fewHomes && whyMany(asks, viewer)}`,
  })
}

function replyQuestions({ replyBy, urgency }: AskedToSend, viewer: Viewer): Html {
  const { date, select } = questions(viewer)
  const hint =
    urgency === 'emergency'
      ? 'An emergency: usually within three hours.'
      : 'Usually three working days from now.'
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), text: hourInWords(hour) }))
  return html`<h2 class="govuk-heading-m">By when do you need a reply?</h2>
    <p class="govuk-body">
      Each home is shown this. Those that have not answered by then stand on your list to chase.
    </p>
    ${date({ name: 'replyOn', label: 'Day', hint, value: replyBy.on })}
    ${select({ name: 'replyHour', label: 'Time', choices: hours, value: String(replyBy.hour) })}`
}

const whyMany = (asks: number, viewer: Viewer): Html =>
  html`<h2 class="govuk-heading-m">This interrupts ${asks} homes</h2>
    <p class="govuk-body">
      Somebody at each must read it and answer. ${fewHomes} homes or fewer usually answer sooner than many.
    </p>
    ${questions(viewer).textarea({
      name: 'why',
      label: `Why do ${asks} homes need to be asked at once?`,
      hint: 'Kept with the request.',
      maxlength: 500,
    })}`
