/** What is wrong with an extract: by kind, row by row, and as a file. */

import { download } from '#web/csv'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Download, Page, Viewer } from '#web/route'
import { longTable } from '#web/tables'
import type { Group } from '../actions/extracts.ts'
import { type Problems, perPage } from '../actions/problems.ts'
import type { FileFound } from '../checking.ts'
import type { Extract } from '../extract.ts'
import { paths } from '../paths.ts'
import { codes } from '../problem.ts'
import { backTo, thousands, titleOf } from './words.ts'

export function problemsPage({ extract, code, problems, total, page }: Problems, viewer: Viewer): Page {
  const title = code ? codes[code].title : 'All problems'
  return {
    title,
    wide: true,
    body: html`${backTo(paths.extract(extract.id), 'The load')}
      <h1 class="govuk-heading-l">${title}</h1>
      ${code && html`<p class="govuk-body">${codes[code].fix}</p>`}
      <p class="govuk-body">
        <a class="govuk-link" href="${paths.problems(extract.id)}?format=csv">Download every problem (CSV)</a>
      </p>
      ${longTable({
        caption: title,
        hideCaption: true,
        rows: problems,
        empty: 'There is nothing here: no problem of this kind was found, or the rows are deleted.',
        columns: [
          { heading: 'Child', cell: ({ child }) => child ?? 'All' },
          { heading: 'File', cell: ({ file }) => file },
          { heading: 'Row', cell: ({ row }) => row ?? 'Whole file', numeric: true },
          { heading: 'Item', cell: ({ field }) => field ?? '' },
          { heading: 'What is wrong', cell: ({ message }) => message },
          { heading: 'Row used?', cell: ({ stops }) => (stops ? 'No' : 'Yes') },
        ],
      })}
      ${paging(viewer, { page, perPage, total })}`,
  }
}

export const problemsFile = ({ problems }: Problems): Download =>
  download(
    { name: 'problems', marking: 'OFFICIAL-SENSITIVE-PERSONAL' },
    [
      { heading: 'Child', cell: ({ child }) => child },
      { heading: 'File', cell: ({ file }) => file },
      { heading: 'Row', cell: ({ row }) => row },
      { heading: 'Item', cell: ({ field }) => field },
      { heading: 'What is wrong', cell: ({ message }) => message },
      { heading: 'How to put it right', cell: ({ code }) => codes[code].fix },
      { heading: 'Row used', cell: ({ stops }) => (stops ? 'no' : 'yes') },
    ],
    problems,
  )

export const groupTable = ({ id }: Extract, groups: readonly Group[]): Html =>
  longTable({
    caption: 'Problems by kind',
    stacks: true,
    hideCaption: true,
    rows: groups,
    empty: 'We found nothing wrong with these files.',
    columns: [
      {
        heading: 'What is wrong',
        cell: ({ code }) =>
          html`<a class="govuk-link" href="${paths.problems(id, code)}">${codes[code].title}</a>`,
      },
      { heading: 'Table', cell: ({ table }) => titleOf(table) },
      { heading: 'Item', cell: ({ field }) => field ?? '' },
      { heading: 'How to put it right', cell: ({ code }) => codes[code].fix },
      { heading: 'Times', cell: ({ count }) => thousands(count), numeric: true },
      { heading: 'Rows used?', cell: ({ stops }) => (stops ? 'No' : 'Yes') },
    ],
  })

export const fileTable = (files: readonly FileFound[]): Html =>
  longTable({
    caption: 'Your files',
    stacks: true,
    rows: files,
    columns: [
      { heading: 'File', cell: ({ name }) => name },
      { heading: 'What it is', cell: ({ table }) => (table ? titleOf(table) : 'Not used') },
      { heading: 'Rows', cell: ({ rows }) => thousands(rows), numeric: true },
      { heading: 'Written as', cell: ({ encoding }) => encoding },
      { heading: 'What we say of it', cell: ({ remark }) => remark ?? '' },
    ],
  })
