/** What is wrong with a return, by kind and row by row. */

import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { type Column, longTable } from '#web/tables'
import { type Problems, perPage } from '../actions/problems.ts'
import type { Load, LoadedFile } from '../load.ts'
import { paths } from '../paths.ts'
import { halves } from '../problem.ts'
import { rules } from '../rules.ts'
import type { Group, Kept } from '../store/files.ts'
import { thousands, titleOf } from './words.ts'

export function problemsPage(shown: Problems, viewer: Viewer): Page {
  const { load, groups, problems, total, page } = shown
  const chosen = groups.find(({ code }) => code === viewer.query.code)
  const title = chosen
    ? rules[chosen.code].title
    : viewer.query.stops
      ? 'Rows that cannot be used'
      : 'All problems'
  return {
    title: `${title}: ${titleOf(load)}`,
    wide: true,
    body: html`<a class="govuk-back-link" href="${paths.load(load.id)}">${titleOf(load)}</a>
      <h1 class="govuk-heading-l">${title}</h1>
      ${chosen && html`<p class="govuk-body">${rules[chosen.code].fix}</p>`}
      ${longTable({
        caption: title,
        hideCaption: true,
        rows: problems,
        empty: 'There is nothing here: no problem of this kind was found.',
        columns: problemColumns,
      })}
      ${paging(viewer, { page, perPage, total })}
      <h2 class="govuk-heading-m">By kind</h2>
      ${groupTable(load, groups)} ${fileTable(load, shown.files)}`,
  }
}

const problemColumns: readonly Column<Kept>[] = [
  { heading: 'Child', cell: ({ child }) => child ?? 'All' },
  { heading: 'File', cell: ({ name }) => name ?? 'All files' },
  { heading: 'Row', cell: ({ row }) => row ?? 'Whole file', numeric: true },
  { heading: 'Column', cell: ({ field }) => field ?? '' },
  { heading: 'What is wrong', cell: each => halves(each).wrong },
  { heading: 'Row used?', cell: ({ stops }) => (stops ? 'No' : 'Yes') },
]

export const groupTable = (load: Load, groups: readonly Group[], most = Infinity): Html =>
  longTable({
    caption: 'Problems by kind',
    hideCaption: true,
    rows: groups.slice(0, most),
    empty: 'We found nothing wrong with these files.',
    columns: [
      {
        heading: 'What is wrong',
        cell: ({ code }) =>
          html`<a class="govuk-link" href="${paths.problems(load.id, code)}">${rules[code].title}</a>`,
      },
      { heading: 'How to put it right', cell: ({ code }) => rules[code].fix },
      { heading: 'Times', cell: ({ count }) => thousands(count), numeric: true },
      { heading: 'Children', cell: ({ children }) => thousands(children), numeric: true },
      { heading: 'Rows used?', cell: ({ stops }) => (stops ? 'Not all' : 'Yes') },
    ],
  })

export const fileTable = (load: Load, files: readonly LoadedFile[]): Html => html`
  <h2 class="govuk-heading-m">Your files</h2>
  ${longTable({
    caption: 'Files of this return',
    hideCaption: true,
    rows: files,
    columns: [
      { heading: 'File', cell: ({ name }) => name },
      { heading: 'What it is', cell: ({ kind }) => kind ?? 'Not a file of the return that we can read' },
      { heading: 'Rows', cell: ({ rows }) => thousands(rows), numeric: true },
      { heading: 'Written as', cell: ({ encoding }) => encoding },
      {
        heading: 'With what is wrong beside each row',
        cell: ({ id, name }) =>
          html`<a class="govuk-link" href="${paths.file(load.id, id)}">
            Download<span class="govuk-visually-hidden"> ${name}</span></a
          >`,
      },
    ],
  })}
`
