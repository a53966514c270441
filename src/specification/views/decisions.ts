/** The pages on which a person decides about a load: to load it, to cancel it, to undo it. */

import { confirmPage } from '#web/confirm'
import { form, questions } from '#web/forms'
import { html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import type { Shown } from '../actions/extracts.ts'
import { daysToUndo } from '../extract.ts'
import { paths } from '../paths.ts'
import { changeTable, leftOutLine } from './extract.ts'
import { backTo, counted, stateOf } from './words.ts'

export function commitmentPage(shown: Shown, viewer: Viewer): Page {
  const { id, leftOut, state, version } = shown.extract
  if (state !== 'ready') return over(shown)
  return {
    title: 'Load these tables?',
    wide: true,
    body: html`${backTo(paths.extract(id), 'The load')}
      <h1 class="govuk-heading-l">Load these tables?</h1>
      ${changeTable(shown)} ${leftOutLine({ id, leftOut })}
      <p class="govuk-body">
        They are loaded under version ${version} of the specification. You will be able to undo this for
        ${daysToUndo} days.
      </p>
      ${form({
        action: paths.commitment(id),
        submit: 'Load these tables',
        cancel: paths.extract(id),
        body:
          leftOut > 0 &&
          questions(viewer).checkboxes({
            name: 'leaveOut',
            label: 'Rows that cannot be used',
            choices: [
              {
                value: 'yes',
                text: `Load the rest without the ${counted(leftOut, 'row', 'rows')} that cannot be used`,
              },
            ],
          }),
      })}`,
  }
}

const over = ({ extract }: Shown): Page => ({
  title: 'These tables',
  body: html`${backTo(paths.extract(extract.id), 'The load')}
    <h1 class="govuk-heading-l">These tables are not waiting to be loaded</h1>
    ${stateOf(extract.state)}`,
})

export const cancellationPage = ({ extract }: Shown): Page =>
  confirmPage({
    title: 'Cancel these tables?',
    body: 'They will not be loaded, and their rows will be deleted. Nothing that was loaded before changes.',
    action: paths.cancellation(extract.id),
    confirm: 'Cancel these tables',
    cancel: paths.extract(extract.id),
    cancelText: 'Go back',
  })

export const undoingPage = ({ extract }: Shown): Page =>
  confirmPage({
    title: 'Undo these tables?',
    body: 'What you had sent before them will stand again, and the rows of these will be deleted.',
    action: paths.undoing(extract.id),
    confirm: 'Undo these tables',
    cancel: paths.extract(extract.id),
    cancelText: 'Go back',
  })
