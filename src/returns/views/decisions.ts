/** The pages on which a person decides about a load: to commit it, to cancel it, to undo it. */

import { confirmPage } from '#web/confirm'
import { form, questions } from '#web/forms'
import { html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import type { Shown } from '../actions/loads.ts'
import { daysToUndo } from '../load.ts'
import { paths } from '../paths.ts'
import { effectHeadlines, effectInFull } from './effect.ts'
import { leftOut } from './load.ts'
import { counted, titleOf } from './words.ts'

export function commitmentPage({ load }: Shown, viewer: Viewer): Page {
  if (load.state !== 'ready') return { title: titleOf(load), body: html`` }
  const { id, outcome } = load
  const { checkboxes } = questions(viewer)
  return {
    title: `What will change: ${titleOf(load)}`,
    wide: true,
    body: html`<a class="govuk-back-link" href="${paths.load(id)}">${titleOf(load)}</a>
      <h1 class="govuk-heading-l">What will change</h1>
      ${effectHeadlines(outcome)} ${leftOut(load)} ${effectInFull(outcome)}
      <p class="govuk-body">You will be able to undo this for ${daysToUndo} days.</p>
      ${form({
        action: paths.commitment(id),
        submit: 'Load this return',
        cancel: paths.load(id),
        body:
          outcome.leftOut > 0 &&
          checkboxes({
            name: 'leaveOut',
            label: 'Rows that cannot be used',
            choices: [
              {
                value: 'yes',
                text: `Load the rest without the ${counted(outcome.leftOut, 'row', 'rows')} that cannot be used`,
              },
            ],
          }),
      })}`,
  }
}

export const cancellationPage = ({ load }: Shown): Page =>
  confirmPage({
    title: 'Cancel this return?',
    body: `The ${titleOf(load).toLowerCase()} will not be loaded. Nothing has changed, and nothing will.`,
    action: paths.cancellation(load.id),
    confirm: 'Cancel this return',
    cancel: paths.load(load.id),
    cancelText: 'Go back',
  })

export const undoingPage = ({ load }: Shown): Page =>
  confirmPage({
    title: 'Undo this return?',
    body:
      'Every child and episode will be exactly as before it was loaded. If anybody has since changed one of them, ' +
      'or added a name, a cost, an assessment or a request, nothing will be undone, and we will say of whom.',
    action: paths.undoing(load.id),
    confirm: 'Undo this return',
    cancel: paths.load(load.id),
  })
