/** A load's own page, in each of its states: the preview, the receipt, and what is wrong. */

import { inWords } from '#shared/dates'
import { button, insetText, panel } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { summary } from '#web/summary'
import { longTable } from '#web/tables'
import type { Shown } from '../actions/extracts.ts'
import { type Committed, type Ready, lastDayToUndo } from '../extract.ts'
import { paths } from '../paths.ts'
import { fileTable, groupTable } from './problems.ts'
import { backTo, counted, stateInWords, stateOf, thousands, titleOf, when } from './words.ts'

export const extractPage = (shown: Shown, viewer: Viewer): Page => ({
  title: `Tables: ${stateInWords(shown.extract.state).toLowerCase()}`,
  wide: true,
  body: html`${backTo(paths.loads, 'Tables loaded')}
  ${
    viewer.query.again === 'yes' &&
    insetText({
      html: html`You brought these same files before. This is what became of them: nothing has been done
      twice. They first came on ${when(shown.extract.startedAt)}, from ${shown.startedBy}.`,
    })
  }
  ${
    shown.extract.state !== 'committed' &&
    html`<h1 class="govuk-heading-l">Tables brought on ${when(shown.extract.startedAt)}</h1>`
  }
  ${bodyOf(shown, viewer)}`,
})

function bodyOf(shown: Shown, viewer: Viewer): Html {
  const { extract } = shown
  switch (extract.state) {
    case 'ready':
      return html`${ready(extract, shown, viewer)} ${wrong(shown)}`
    case 'committed':
      return html`${receipt(extract, shown, viewer)} ${wrong(shown)}`
    case 'undone':
      return html`${stateOf(extract.state)}
        <p class="govuk-body">
          These tables were loaded on ${when(extract.committedAt)} and undone on ${when(extract.undoneAt)}.
          What was sent before them stands again, and their rows are deleted.
        </p>
        ${fileTable(shown.files)}`
    case 'cancelled':
      return html`${stateOf(extract.state)}
        <p class="govuk-body">These tables were cancelled before they were loaded. Their rows are deleted.</p>
        ${fileTable(shown.files)}`
  }
}

const may = ({ actor }: Viewer): boolean => actor.permissions.has('return:load')

const ready = ({ id, leftOut, version }: Ready, shown: Shown, viewer: Viewer): Html => html`
  ${stateOf('ready')}
  <p class="govuk-body">
    Nothing has changed yet. This is what loading these tables would do, under version ${version} of the
    specification.
  </p>
  ${changeTable(shown)} ${leftOutLine({ id, leftOut })}
  ${
    may(viewer) &&
    html`<div class="govuk-button-group">
      ${button({ text: 'Go on to load them', href: paths.commitment(id) })}
      <a class="govuk-link" href="${paths.cancellation(id)}">Cancel these tables</a>
    </div>`
  }
`

export const changeTable = ({ changes }: Shown): Html =>
  longTable({
    caption: 'What loading changes',
    stacks: true,
    rows: changes,
    columns: [
      { heading: 'Table', cell: ({ table }) => titleOf(table) },
      { heading: 'Rows now', cell: ({ rowsBefore }) => thousands(rowsBefore), numeric: true },
      { heading: 'Rows after', cell: ({ rows }) => thousands(rows), numeric: true },
      { heading: 'Children after', cell: ({ children }) => thousands(children), numeric: true },
      { heading: 'Children who come', cell: ({ newChildren }) => thousands(newChildren), numeric: true },
      { heading: 'Children who go', cell: ({ goneChildren }) => thousands(goneChildren), numeric: true },
    ],
  })

export const leftOutLine = ({ id, leftOut }: Pick<Ready, 'id' | 'leftOut'>): Html | false =>
  leftOut > 0 &&
  html`<p class="govuk-body">
    <a class="govuk-link" href="${paths.problems(id)}"
      >${counted(leftOut, 'row cannot be used', 'rows cannot be used')}</a
    >. You can put them right and bring the files again, or load the rest without them.
  </p>`

function receipt(extract: Committed, { tallies, startedBy }: Shown, viewer: Viewer): Html {
  const last = lastDayToUndo(extract)
  return html`
    ${panel({ titleText: 'Tables loaded', text: `Under version ${extract.version} of the specification` })}
    ${longTable({
      caption: 'What was loaded',
      rows: tallies,
      columns: [
        { heading: 'Table', cell: ({ table }) => titleOf(table) },
        { heading: 'Rows', cell: ({ rows }) => thousands(rows), numeric: true },
        { heading: 'Left out', cell: ({ leftOut }) => thousands(leftOut), numeric: true },
        { heading: 'Children', cell: ({ children }) => thousands(children), numeric: true },
      ],
    })}
    ${summary([
      { name: 'Brought by', value: startedBy },
      { name: 'Brought', value: when(extract.startedAt) },
      { name: 'Loaded', value: when(extract.committedAt) },
      { name: 'Number of this load', value: extract.id },
    ])}
    <p class="govuk-body">
      <a class="govuk-link" href="${paths.scorecard}">See the scorecard</a>
    </p>
    ${
      may(viewer) &&
      viewer.today <= last &&
      html`<p class="govuk-body">
        If it was a mistake, you can
        <a class="govuk-link" href="${paths.undoing(extract.id)}">undo it</a> until ${inWords(last)}.
      </p>`
    }
  `
}

const mostGroups = 8

const wrong = ({ extract, groups, files }: Shown): Html => html`
  <h2 class="govuk-heading-m">What is wrong with the files</h2>
  ${groupTable(extract, groups.slice(0, mostGroups))}
  ${
    groups.length > 0 &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="${paths.problems(extract.id)}"
        >See ${counted(extract.problems, 'problem', 'problems')}, row by row</a
      >
    </p>`
  }
  ${fileTable(files)}
`
