/** The page of one request: the child's words, who does what next, what is still to write, and what was done. */

import { type Child, childrenPaths, nameOf } from '#children'
import { inWords } from '#shared/dates'
import { backLink, insetText } from '#web/govuk'
import { type Html, type Renderable, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { type Tone, identityBar, stateTag } from '#web/summary'
import { timeline } from '#web/timeline'
import type { Shown } from '../actions/requests.ts'
import { eventsIn } from '../history.ts'
import { paths } from '../paths.ts'
import { allAnswers, draftTasks, linkButton, openTasks } from './request-tasks.ts'
import { type Referral, unableReasons, urgencyInWords } from '../referral.ts'
import { count, howSoon, nextStep, stateWords } from '../standing.ts'

const tones: Record<Referral['state'], Tone> = {
  draft: 'new',
  open: 'waiting',
  matched: 'done',
  withdrawn: 'stopped',
  'unable-to-place': 'attention',
}
export const stateOf = (state: Referral['state']): Html => stateTag(stateWords[state], tones[state])

export const firstNameOf = (child: Child): string => child.givenName ?? nameOf(child)

export const backTo = (href: string, text: string): Html => backLink({ href, text })

export const recordOf = ({ id }: Child): string => childrenPaths.child(id)

/** Lines as they were typed. */
export const asTyped = (text: string): Renderable =>
  text.split('\n').map((line, i) => html`${i > 0 && html`<br />`}${line}`)

export const needed = (referral: Referral, viewer: Viewer): string =>
  referral.neededBy === null
    ? 'No date yet'
    : `${inWords(referral.neededBy)}${isLive(referral) ? ` (${soon(referral, viewer)})` : ''}`

const isLive = ({ state }: Referral) => state === 'draft' || state === 'open'
const soon = ({ neededBy }: Referral, { today }: Viewer) => howSoon(neededBy, today).toLowerCase()

export const whoThisIsAbout = ({ referral, child, age, livesNow }: Shown, viewer: Viewer): Html =>
  identityBar({
    name: nameOf(child),
    label: 'Who needs a home',
    facts: [
      { name: 'Age', value: String(age) },
      { name: 'Council’s number', value: child.localId },
      { name: 'Lives now', value: livesNow?.where ?? 'Not looked after yet' },
      { name: 'Home needed', value: needed(referral, viewer) },
      { name: 'Urgency', value: urgencyInWords(referral.urgency) },
    ],
  })

export function requestPage(shown: Shown, viewer: Viewer): Page {
  const { referral, child } = shown
  return {
    title: 'Request for a home',
    body: html`${backTo(paths.list(), 'All requests')} ${whoThisIsAbout(shown, viewer)}
      <h1 class="govuk-heading-l">A home for ${firstNameOf(child)}</h1>
      ${ownWords(shown)} ${record(shown, viewer)} ${standing(shown, viewer)}
      ${referral.state === 'draft' && draftTasks(referral, viewer)}
      ${referral.state === 'open' && openTasks(shown, viewer)} ${!isLive(referral) && allAnswers(referral)}
      ${history(shown)}`,
  }
}

function ownWords({ referral, child }: Shown): Html {
  const words = String(referral.answers['voice'] ?? '')
  const heading = html`<h2 class="govuk-heading-m">In ${firstNameOf(child)}’s own words</h2>`
  if (!words)
    return html`${heading}
      <p class="govuk-body">Nobody has written what they say yet.</p>`
  return html`${heading} ${insetText({ html: html`${asTyped(words)}` })}`
}

const record = ({ child }: Shown, { actor }: Viewer): Html | false =>
  actor.permissions.has('child:read') &&
  html`<p class="govuk-body">
    <a class="govuk-link" href="${recordOf(child)}">The whole record of ${firstNameOf(child)}</a>
  </p>`

function standing({ referral, answering }: Shown, { actor }: Viewer): Html {
  const { who, does } = nextStep(referral, answering)
  const { id, state } = referral
  const looks = state === 'open' && actor.permissions.has('search:read')
  const asked = answering.asked > 0 && actor.permissions.has('referral:read')
  return html`<h2 class="govuk-heading-m">What happens next</h2>
    <p class="govuk-body">${stateOf(state)} <strong>${who}</strong> ${does}.</p>
    ${why(referral)} ${looks && linkButton(paths.search(id), 'Search for a home')}
    ${
      asked &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${paths.offers(id)}">Answers and offers from homes</a>:
        ${count(answering.asked, 'home')} asked, ${answering.interested} interested,
        ${count(answering.offers, 'offer')}
      </p>`
    }`
}

function why(referral: Referral): Html | null {
  if (referral.state === 'withdrawn') return html`<p class="govuk-body">${referral.reason}</p>`
  if (referral.state !== 'unable-to-place') return null
  const { reason } = referral
  return html`<p class="govuk-body">${unableReasons.find(({ code }) => code === reason)?.label}</p>`
}

const history = ({ history: deeds }: Shown): Html =>
  html`<h2 class="govuk-heading-m">What has been done</h2>
    ${
      deeds.length > 0
        ? timeline(eventsIn(deeds))
        : html`<p class="govuk-body">Nothing has been done here yet.</p>`
    }`
