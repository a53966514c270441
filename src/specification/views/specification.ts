/** The specification as a page, table by table, and as a file. */

import { inWords } from '#shared/dates'
import { download } from '#web/csv'
import { insetText } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Download, Page } from '#web/route'
import { longTable } from '#web/tables'
import type { Listed } from '../actions/specification.ts'
import { calendarInWords } from '../calendar.ts'
import { type Table, allowed, ownerOf, sourceOf } from '../item.ts'
import { paths } from '../paths.ts'

export const specificationPage = (listed: Listed): Page => ({
  title: `Data specification ${listed.version.name}`,
  wide: true,
  body: html`<h1 class="govuk-heading-l">Sufficient data specification</h1>
    <p class="govuk-body">
      What each authority sends so that the region can plan enough homes: every item, what it means, where it
      comes from and whose it is. Every row is kept with the version it was loaded under.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="${paths.loads}">Load tables</a>,
      <a class="govuk-link" href="${paths.scorecard}">see the scorecard</a>, or
      <a class="govuk-link" href="${paths.list(listed.version.name)}">download this list (CSV)</a>.
    </p>
    ${
      listed.version.name !== listed.inForce.name &&
      insetText({
        html: html`This is not the version in force today. That is
          <a class="govuk-link" href="${paths.specification}">version ${listed.inForce.name}</a>.`,
      })
    }
    ${versionTable(listed)} ${listed.tables.map(tableOf)}`,
})

const versionTable = ({ versions, version }: Listed): Html =>
  longTable({
    caption: 'Versions',
    rows: versions,
    columns: [
      {
        heading: 'Version',
        cell: ({ name }) =>
          name === version.name
            ? html`${name} (shown here)`
            : html`<a class="govuk-link" href="${paths.version(name)}">${name}</a>`,
      },
      { heading: 'In force from', cell: ({ from }) => inWords(from) },
      { heading: 'What it asks for', cell: ({ says }) => says },
    ],
  })

const tableOf = (table: Table): Html => html`
  <h2 class="govuk-heading-m" id="${table.name}">${table.title}</h2>
  <p class="govuk-body">
    ${table.says} Sent ${calendarInWords[table.calendar]}. In version ${table.since} and after.
  </p>
  ${longTable({
    caption: table.title,
    stacks: true,
    hideCaption: true,
    rows: table.items,
    columns: [
      {
        heading: 'Item',
        cell: ({ name, also }) =>
          html`${name}${also && html`<br /><span class="nearhome-quiet">or ${also.join(', ')}</span>`}`,
      },
      { heading: 'What it means', cell: ({ definition }) => definition },
      { heading: 'What may stand in it', cell: allowed },
      { heading: 'Required', cell: ({ required }) => (required ? 'Yes' : 'No') },
      { heading: 'Source', cell: item => sourceOf(table, item) },
      { heading: 'Owner', cell: item => ownerOf(table, item) },
    ],
  })}
`

export function specificationFile({ version, tables }: Listed): Download {
  const rows = tables.flatMap(table => table.items.map(item => ({ table, item })))
  return download(
    { name: `data-specification-${version.name}`, marking: 'OFFICIAL' },
    [
      { heading: 'Version', cell: () => version.name },
      { heading: 'Table', cell: ({ table }) => table.name },
      { heading: 'Item', cell: ({ item }) => item.name },
      { heading: 'Definition', cell: ({ item }) => item.definition },
      { heading: 'What may stand in it', cell: ({ item }) => allowed(item) },
      { heading: 'Required', cell: ({ item }) => (item.required ? 'yes' : 'no') },
      { heading: 'Source', cell: ({ table, item }) => sourceOf(table, item) },
      { heading: 'Owner', cell: ({ table, item }) => ownerOf(table, item) },
      { heading: 'Since version', cell: ({ table }) => table.since },
    ],
    rows,
  )
}
