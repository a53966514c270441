/** Why homes said no: the reasons, by kind of home. */

import { inWords } from '#shared/dates'
import { html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { download } from '#web/csv'
import { type Column, longTable } from '#web/tables'
import type { Declines } from '../actions/declines.ts'

type Reason = Declines['reasons'][number]

export function declinesPage({ since, total, kinds, reasons }: Declines, { path }: Viewer): Page {
  const columns: Column<Reason>[] = [
    { heading: 'Reason', cell: ({ label }) => label },
    ...kinds.map(({ code, label }) => ({
      heading: label,
      cell: ({ byKind }: Reason) => String(byKind[code] ?? 0),
      numeric: true,
    })),
    { heading: 'All homes', cell: ({ homes }) => html`<strong>${homes}</strong>`, numeric: true },
  ]
  return {
    title: 'Why homes said no',
    wide: true,
    body: html`<h1 class="govuk-heading-l">Why homes said no</h1>
      <p class="govuk-body">
        ${total.toLocaleString('en-GB')} times since ${inWords(since)}. Each is one home asked about one child
        by your council.
      </p>
      ${longTable<Reason>({
        caption: 'Reasons that homes gave',
        rows: total === 0 ? [] : reasons,
        columns,
        empty: 'No home has said no in the last year.',
      })}
      <p class="govuk-body">
        <a class="govuk-link" href="${path}?format=csv">Download these figures (CSV)</a>
      </p>`,
  }
}

export const declinesFile = ({ kinds, reasons }: Declines) =>
  download<Reason>(
    { name: 'why-homes-said-no', marking: 'OFFICIAL' },
    [
      { heading: 'reason', cell: ({ label }) => label },
      ...kinds.map(({ code }) => ({ heading: code, cell: ({ byKind }: Reason) => byKind[code] ?? 0 })),
      { heading: 'all_homes', cell: ({ homes }) => homes },
    ],
    reasons,
  )
