/** How much each thing matters in a search: seen by all who search, and theirs to change. */

import { button, details, input } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Viewer } from '#web/route'
import type { Searched, Weighed } from '../actions/search.ts'

/** A question asked by GET: the address holds numbers, and nothing of the child. */
export const weightsForm = ({ weights, isUsual }: Searched, { path }: Viewer): Html =>
  details({
    summaryText: 'How much each thing matters',
    open: !isUsual,
    html: html`<p class="govuk-body-s">
        From 0, not at all, to 10. Cost never decides whether a home suits: it tells apart those that do.
      </p>
      <form method="get" action="${path}" novalidate>
        ${weights.map(box)} ${button({ text: 'Rank again', classes: 'govuk-button--secondary' })}
      </form>`,
  })

const box = ({ name, label, weight, usual }: Weighed): Html =>
  input({
    id: `weight-${name}`,
    name,
    label: { text: capital(label) },
    hint: weight === usual ? undefined : { text: `Usually ${usual}` },
    value: String(weight),
    classes: 'govuk-input--width-2',
    inputmode: 'numeric',
    autocomplete: 'off',
  })

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
