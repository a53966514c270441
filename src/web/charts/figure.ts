/** What is round every chart: what it shows, where it comes from, the same figures as a table, and the file. */

import { format } from 'd3-format'
import { details } from '../govuk.ts'
import { type Html, html } from '../html.ts'
import { type LongTable, longTable } from '../tables.ts'

export type Figure = {
  /** Unique on its page. */
  readonly id: string
  /** What the chart shows, said as a finding in about ten words. */
  readonly title: string
  /** The same for those who cannot see it: the kind of chart, its range and what stands out. */
  readonly description: string
  readonly source: string
  readonly definition: string
  /** Where the figures can be taken away. */
  readonly csv?: string | undefined
  /** Where the rule behind the figure is written. */
  readonly method?: string | undefined
}

export type Say = (value: number) => string
export const thousands: Say = format(',')

export function figure<Row>(about: Figure, drawing: Html, table: LongTable<Row>): Html {
  const { id, title, source, definition, csv, method } = about
  return html`<figure class="nearhome-figure" id="${id}">
    <figcaption class="govuk-heading-s nearhome-figure__title">${title}</figcaption>
    ${drawing}
    <p class="nearhome-figure__source">Source: ${source}. ${definition}</p>
    ${details({ summaryText: 'See these figures as a table', html: longTable({ ...table, hideCaption: true }) })}
    ${(csv || method) && html`<p class="nearhome-figure__links">${links(about)}</p>`}
  </figure>`
}

const links = ({ csv, method, title }: Figure): Html[] => {
  const whose = html`<span class="govuk-visually-hidden">: ${title}</span>`
  const offered = [
    { href: csv, text: 'Download these figures (CSV)' },
    { href: method, text: 'How this is counted' },
  ]
  return offered.map(({ href, text }) =>
    href ? html`<a class="govuk-link" href="${href}">${text}${whose}</a>` : html``,
  )
}

/** A drawing whose words keep their size whatever its width: across in per cent, down in pixels. */
export const drawing = ({ id, title, description }: Figure, height: number, marks: Html): Html =>
  html` <svg
    class="nearhome-chart"
    role="img"
    aria-labelledby="${id}-title ${id}-desc"
    width="100%"
    height="${height}"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-desc">${description}</desc>
    ${marks}
  </svg>`

/** What each colour means, in words and in the order drawn. */
export const legend = (names: readonly string[], classes: (index: number) => string): Html =>
  html` <ul class="nearhome-legend">
    ${names.map(
      (name, i) =>
        html`<li>
          <svg class="nearhome-legend__swatch ${classes(i)}" width="16" height="16" aria-hidden="true">
            <rect width="16" height="16" />
          </svg>
          ${name}
        </li>`,
    )}
  </ul>`

export const series = (index: number): string => `nearhome-series-${(index % 4) + 1}`
