/** What has been loaded under the specification, and the form that brings more. */

import { button, insetText } from '#web/govuk'
import { form, questions } from '#web/forms'
import { html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { longTable } from '#web/tables'
import type { ExtractLine } from '../actions/extracts.ts'
import type { Prepared } from '../actions/starting.ts'
import { inSentence } from '../item.ts'
import { paths } from '../paths.ts'
import { tablesIn } from '../specification.ts'
import { backTo, stateOf, thousands, titleOf, when } from './words.ts'

export const loadsPage = (loads: readonly ExtractLine[], { actor }: Viewer): Page => ({
  title: 'Tables loaded',
  wide: true,
  body: html`${backTo(paths.specification, 'Data specification')}
    <h1 class="govuk-heading-l">Tables loaded under the specification</h1>
    ${
      actor.permissions.has('return:load') &&
      html`<div class="govuk-button-group">${button({ text: 'Load tables', href: paths.start })}</div>`
    }
    ${longTable({
      caption: 'Loads so far',
      hideCaption: true,
      rows: loads,
      empty:
        actor.kind === 'authority'
          ? 'Nothing has been loaded yet. The data lead of your authority can load the tables.'
          : 'Each authority sees its own loads. The scorecard shows how all of them stand.',
      columns: [
        {
          heading: 'Brought',
          cell: ({ id, startedAt }) =>
            html`<a class="govuk-link" href="${paths.extract(id)}">${when(startedAt)}</a>`,
        },
        { heading: 'Tables', cell: ({ tables }) => tables.map(titleOf).join(', ') },
        { heading: 'Version', cell: ({ version }) => version },
        { heading: 'Problems', cell: ({ problems }) => thousands(problems), numeric: true },
        { heading: 'State', cell: ({ state }) => stateOf(state) },
      ],
    })}`,
})

export const startPage = ({ version }: Prepared, viewer: Viewer): Page => ({
  title: 'Load tables',
  body: html`${backTo(paths.loads, 'Tables loaded')}
    <h1 class="govuk-heading-l">Load tables</h1>
    <p class="govuk-body">
      Bring any of these as CSV: ${tablesIn(version.name).map(inSentence).join(', ')}. Nothing changes until
      you have seen what is wrong and what would change.
    </p>
    ${insetText({
      html: html`We know each file by its columns, so it does not matter what it is called. They are loaded
        under
        <a class="govuk-link" href="${paths.specification}">version ${version.name} of the specification</a
        >.`,
    })}
    ${form({
      action: paths.start,
      submit: 'Check these files',
      cancel: paths.loads,
      files: true,
      body: questions(viewer).file({
        name: 'files',
        label: 'Files to load',
        hint: 'Up to 20 CSV files, of up to 50,000 rows each',
        multiple: true,
        accept: '.csv,text/csv',
      }),
    })}`,
})
