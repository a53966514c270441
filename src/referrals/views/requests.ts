/** The page of one request: the child's words, who does what next, what is still to write, and what was done. */

import { type Child, nameOf } from '#children'
import { inWords } from '#shared/dates'
import { backLink, insetText, taskList } from '#web/govuk'
import { type Html, type Renderable, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { type Tone, identityBar, stateTag } from '#web/summary'
import { timeline } from '#web/timeline'
import type { Shown } from '../actions/requests.ts'
import { eventsIn } from '../history.ts'
import { paths } from '../paths.ts'
import { type Task, type TaskStatus, stillToAsk, tasks } from '../questions/index.ts'
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

/** Lines as they were typed. */
export const asTyped = (text: string): Renderable =>
  text.split('\n').map((line, i) => html`${i > 0 && html`<br />`}${line}`)

export const needed = (referral: Referral, viewer: Viewer): string =>
  referral.neededBy === null
    ? 'No date yet'
    : `${inWords(referral.neededBy)}${isLive(referral) ? ` (${soon(referral, viewer)})` : ''}`

const isLive = ({ state }: Referral) => state === 'draft' || state === 'open'
const soon = ({ neededBy }: Referral, { today }: Viewer) => howSoon(neededBy, today).toLowerCase()

export const whoThisIsAbout = ({ referral, child, age }: Shown, viewer: Viewer): Html =>
  identityBar({
    name: nameOf(child),
    label: 'Who needs a home',
    facts: [
      { name: 'Age', value: String(age) },
      { name: 'Council’s number', value: child.localId },
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
      ${ownWords(shown)} ${standing(shown, viewer)}
      ${referral.state === 'draft' && draftTasks(referral, viewer)}
      ${referral.state === 'open' && openTasks(shown, viewer)} ${history(shown)}`,
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

export const linkButton = (href: string, text: string): Html =>
  html`<a href="${href}" role="button" draggable="false" class="govuk-button" data-module="govuk-button"
    >${text}</a
  >`

const mayWrite = ({ actor }: Viewer) => actor.permissions.has('referral:write')

function draftTasks(referral: Referral, viewer: Viewer): Html {
  const all = tasks(referral.urgency, referral.answers)
  const done = all.filter(({ status }) => status === 'completed').length
  return html`<h2 class="govuk-heading-m">What we need to know</h2>
    <p class="govuk-body">
      ${done} of ${all.length} parts are complete. Save and come back whenever you like.
      ${
        referral.urgency === 'emergency' &&
        'This is an emergency: what can wait is marked, and does not hold up the search.'
      }
    </p>
    ${taskItems(referral, all, viewer)}
    ${
      mayWrite(viewer) &&
      html`${linkButton(paths.check(referral.id), 'Check and hand to brokerage')}
        <p class="govuk-body">
          <a class="govuk-link" href="${paths.urgency(referral.id)}">Change how urgent it is</a>
        </p>
        ${withdrawal(referral)}`
    }`
}

function openTasks({ referral }: Shown, viewer: Viewer): Html {
  const left = stillToAsk(referral.urgency, referral.answers).length
  const all = tasks(referral.urgency, referral.answers)
  return html`<h2 class="govuk-heading-m">What we know</h2>
    ${
      left > 0 &&
      html`<p class="govuk-body">
        <strong>${count(left, 'question')} still to ask.</strong> The search has begun without them.
        <a class="govuk-link" href="${paths.check(referral.id)}">See which</a>
      </p>`
    }
    ${taskItems(referral, all, viewer)}
    <p class="govuk-body"><a class="govuk-link" href="${paths.check(referral.id)}">All the answers</a></p>
    ${
      mayWrite(viewer) &&
      html`<p class="govuk-body">
          <a class="govuk-link" href="${paths.closure(referral.id)}">No home can be found</a>
        </p>
        ${withdrawal(referral)}`
    }`
}

const withdrawal = ({ id }: Referral) =>
  html`<p class="govuk-body">
    <a class="govuk-link" href="${paths.withdrawal(id)}">A home is no longer needed</a>
  </p>`

const statuses: Record<TaskStatus, { text?: string; tag?: { text: string; classes: string } }> = {
  completed: { text: 'Completed' },
  'in-progress': { tag: { text: 'In progress', classes: 'govuk-tag--teal nearhome-tag' } },
  'not-started': { tag: { text: 'Not started', classes: 'govuk-tag--blue nearhome-tag' } },
  'can-wait': { tag: { text: 'Can wait', classes: 'govuk-tag--grey nearhome-tag' } },
}

const taskItems = ({ id }: Referral, all: readonly Task[], viewer: Viewer): Html =>
  taskList({
    idPrefix: 'tasks',
    items: all.map(({ section, status }) => ({
      title: { text: section.title },
      hint: { text: section.says },
      href: mayWrite(viewer) ? paths.section(id, section.name) : undefined,
      status: statuses[status],
    })),
  })

const history = ({ history: deeds }: Shown): Html =>
  html`<h2 class="govuk-heading-m">What has been done</h2>
    ${
      deeds.length > 0
        ? timeline(eventsIn(deeds))
        : html`<p class="govuk-body">Nothing has been done here yet.</p>`
    }`
