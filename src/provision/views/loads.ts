/** Loading Ofsted's list: choose the file, see what it would change, confirm. */

import { inWords } from '#shared/dates'
import { details, insetText } from '#web/govuk'
import { form, questions } from '#web/forms'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { headlines } from '#web/summary'
import { type Column, longTable } from '#web/tables'
import type { Preview } from '../actions/register.ts'
import type { Load } from '../load.ts'
import type { Listed, RowProblem } from '../ofsted.ts'
import { paths } from '../paths.ts'
import type { Changed } from '../register.ts'
import { judgementWords, kindWords } from './words.ts'

export const loadsPage = (loads: readonly Load[], viewer: Viewer): Page => ({
  title: 'Load Ofsted’s list',
  body: html`<h1 class="govuk-heading-l">Load Ofsted’s list</h1>
    <p class="govuk-body">
      Each month Ofsted publishes the children’s homes and other settings it regulates. Choose the file as it
      comes, in CSV. You will see what it changes before anything is changed.
    </p>
    ${form({
      action: paths.register,
      submit: 'Read the list',
      files: true,
      body: questions(viewer).file({ name: 'files', label: 'Ofsted’s list', accept: '.csv,text/csv' }),
    })}
    ${longTable({
      caption: 'Lists read before',
      columns: loadColumns,
      rows: loads,
      empty: 'No list has been read yet.',
    })}`,
})

const loadColumns: readonly Column<Load>[] = [
  {
    heading: 'File',
    cell: ({ id, name }) => html`<a class="govuk-link" href="${paths.load(id)}">${name}</a>`,
  },
  { heading: 'Read on', cell: ({ readOn }) => inWords(readOn) },
  { heading: 'Loaded', cell: ({ confirmed }) => (confirmed ? inWords(confirmed.on) : 'Not loaded') },
  { heading: 'New', cell: ({ confirmed }) => confirmed?.added, numeric: true },
  { heading: 'Changed', cell: ({ confirmed }) => confirmed?.changed, numeric: true },
]

export function loadPage({ load, plan, unknown, elsewhere }: Preview): Page {
  const { added, changed, gone, unchanged, leftOut, problems } = plan
  const title = load.confirmed ? 'The list has been loaded' : 'What this list would change'
  const done = load.confirmed
  return {
    title,
    wide: true,
    body: html`<span class="govuk-caption-l">${load.name}</span>
      <h1 class="govuk-heading-l">${title}</h1>
      ${done && insetText({ text: `Loaded on ${inWords(done.on)}: ${done.added} new, ${done.changed} changed.` })}
      ${headlines([
        { name: 'new', number: String(added.length) },
        { name: 'changed', number: String(changed.length) },
        { name: 'not on the list', number: String(gone.length) },
        { name: 'as they were', number: String(unchanged) },
        { name: 'rows that cannot be used', number: String(problems.length) },
      ])}
      ${!done && confirmation(load.id, added.length + changed.length)} ${tables(plan)}
      ${aside(leftOut, elsewhere, unknown)}`,
  }
}

const confirmation = (id: string, changes: number): Html =>
  changes === 0
    ? insetText({ text: 'The register already says all of this: there is nothing to load.' })
    : form({ action: paths.confirmingLoad(id), submit: 'Load this list', body: null, cancel: paths.register })

const tables = ({ added, changed, gone, problems }: Preview['plan']): Html => {
  const look = 'On our register and not on the list: look at each; none is closed by this'
  return html`${tableOf('Rows that cannot be used', problemColumns, problems)}
  ${tableOf('New homes', addedColumns, added)} ${tableOf('Homes that changed', changedColumns, changed)}
  ${tableOf(look, goneColumns, gone)}`
}

const tableOf = <Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]) =>
  rows.length > 0 && longTable({ caption, columns, rows })

const problemColumns: readonly Column<RowProblem>[] = [
  { heading: 'Row', cell: ({ row }) => row, numeric: true },
  { heading: 'What is wrong', cell: ({ message }) => message },
]
const addedColumns: readonly Column<Listed>[] = [
  { heading: 'URN', cell: ({ urn }) => urn },
  { heading: 'Name', cell: ({ name }) => name ?? 'Not published' },
  { heading: 'Kind', cell: ({ kind }) => kindWords(kind) },
  { heading: 'Authority', cell: ({ localAuthority }) => localAuthority },
  { heading: 'Run by', cell: ({ organisationName }) => organisationName ?? 'Not published' },
  { heading: 'Places', cell: ({ registeredPlaces }) => registeredPlaces, numeric: true },
  { heading: 'Judgement', cell: ({ judgement }) => judgementWords(judgement) },
]
const fieldWords: Readonly<Record<string, string>> = {
  kind: 'Kind',
  name: 'Name',
  sector: 'Sector',
  isActive: 'Active',
  registeredPlaces: 'Places',
  postcode: 'Postcode',
  judgement: 'Judgement',
  inspectedOn: 'Inspected on',
}
const changedColumns: readonly Column<Changed>[] = [
  { heading: 'URN', cell: ({ urn }) => urn },
  {
    heading: 'Before and after',
    cell: ({ changes }) =>
      changes.map(
        ({ field, before, after }) =>
          html`<div>
            ${fieldWords[field] ?? field}: <del>${before || 'nothing'}</del> <ins>${after}</ins>
          </div>`,
      ),
  },
]
const goneColumns: readonly Column<Preview['plan']['gone'][number]>[] = [
  { heading: 'URN', cell: ({ urn }) => urn },
  {
    heading: 'Home',
    cell: ({ home, name }) => html`<a class="govuk-link" href="${paths.home(home)}">${name}</a>`,
  },
]

const aside = (leftOut: number, elsewhere: number, unknown: readonly string[]): Html =>
  html`${leftOut > 0 && html`<p class="govuk-body">Left out, as offices where no child lives: ${leftOut}.</p>`}
  ${
    elsewhere > 0 &&
    html`<p class="govuk-body">Left out, as in areas of authorities that take no part here: ${elsewhere}.</p>`
  }
  ${
    unknown.length > 0 &&
    details({
      summaryText: `Columns of the file that are not used: ${unknown.length}`,
      html: html`<ul class="govuk-list govuk-list--bullet">
        ${unknown.map(heading => html`<li>${heading}</li>`)}
      </ul>`,
    })
  }`
