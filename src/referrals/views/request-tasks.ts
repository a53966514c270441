/** The list of tasks of a request: what is written, what is not, and what an emergency left for later. */

import { taskList } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Viewer } from '#web/route'
import type { Shown } from '../actions/requests.ts'
import { paths } from '../paths.ts'
import { type Task, type TaskStatus, stillToAsk, tasks } from '../questions/index.ts'
import type { Referral } from '../referral.ts'
import { count } from '../standing.ts'

export const linkButton = (href: string, text: string): Html =>
  html`<a href="${href}" role="button" draggable="false" class="govuk-button" data-module="govuk-button"
    >${text}</a
  >`

export const mayWrite = ({ actor }: Viewer) => actor.permissions.has('referral:write')

export function draftTasks(referral: Referral, viewer: Viewer): Html {
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

export function openTasks({ referral }: Shown, viewer: Viewer): Html {
  const unasked = stillToAsk(referral.urgency, referral.answers)
  const left = unasked.length
  const all = tasks(referral.urgency, referral.answers)
  const isLeft = new Set(unasked.map(({ field }) => field))
  return html`<h2 class="govuk-heading-m">What we know</h2>
    ${
      left > 0 &&
      html`<p class="govuk-body">
        <strong>${count(left, 'question')} still to ask.</strong> The search has begun without them.
        <a class="govuk-link" href="${paths.check(referral.id)}">See which</a>
      </p>`
    }
    ${taskItems(referral, all, viewer, isLeft)} ${allAnswers(referral)}
    ${
      mayWrite(viewer) &&
      html`<p class="govuk-body">
          <a class="govuk-link" href="${paths.closure(referral.id)}">No home can be found</a>
        </p>
        ${withdrawal(referral)}`
    }`
}

export const allAnswers = ({ id }: Referral): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${paths.check(id)}">All the answers</a></p>`

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

/** Once brokerage has it, what matters is how much is still to ask. */
function chased({ section }: Task, left: ReadonlySet<string | undefined>) {
  const number = section.questions.filter(({ name }) => left.has(name)).length
  return number > 0
    ? { tag: { text: `${number} to ask`, classes: 'govuk-tag--blue nearhome-tag' } }
    : statuses.completed
}

const taskItems = (
  { id }: Referral,
  all: readonly Task[],
  viewer: Viewer,
  left?: ReadonlySet<string | undefined>,
): Html =>
  taskList({
    idPrefix: 'tasks',
    items: all.map(task => ({
      title: { text: task.section.title },
      hint: { text: task.section.says },
      href: mayWrite(viewer) ? paths.section(id, task.section.name) : undefined,
      status: left ? chased(task, left) : statuses[task.status],
    })),
  })
