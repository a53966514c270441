/** Bars side by side: one figure for each name, or one divided into parts. */

import { max, sum } from 'd3-array'
import { format } from 'd3-format'
import { scaleLinear } from 'd3-scale'
import { type Html, html } from '../html.ts'
import type { Column } from '../tables.ts'
import { type Figure, type Say, drawing, figure, legend, series, thousands } from './figure.ts'

export type Bar = {
  readonly name: string
  readonly value: number
  readonly href?: string
  /** The one the title speaks of; the others then stand back. */
  readonly focus?: boolean
}
export type BarChart = Figure & {
  readonly bars: readonly Bar[]
  /** What the names are, and what is counted: the headings of the table. */
  readonly names: string
  readonly counted: string
  readonly say?: Say
}

const row = 46
/** Leaves room for the figure at the end of the longest bar. */
const widest = 80
const cent = format('.2f')

export function barChart(chart: BarChart): Html {
  const { bars, names, counted, say = thousands } = chart
  const across = scaleLinear([0, Math.max(max(bars, ({ value }) => value) ?? 0, 1e-9)], [0, widest])
  const anyFocus = bars.some(({ focus }) => focus)
  const marks = bars.map(({ name, value, focus }, i) => {
    const width = across(Math.max(value, 0))
    return html`<text class="nearhome-chart__name" x="0" y="${i * row + 16}">${name}</text>
      <rect
        class="${anyFocus && !focus ? 'nearhome-series-back' : series(0)}"
        x="0"
        y="${i * row + 22}"
        width="${cent(width)}%"
        height="16"
      />
      <text class="nearhome-chart__value" x="${cent(width)}%" dx="6" y="${i * row + 35}">${say(value)}</text>`
  })
  const columns: Column<Bar>[] = [
    {
      heading: names,
      cell: ({ name, href }) => (href ? html`<a class="govuk-link" href="${href}">${name}</a>` : name),
    },
    { heading: counted, cell: ({ value }) => say(value), numeric: true },
  ]
  const picture = drawing(chart, bars.length * row, html`${marks}`)
  return figure(chart, picture, { caption: chart.title, columns, rows: bars })
}

export type StackedBar = { readonly name: string; readonly values: readonly number[] }
export type StackedChart = Figure & {
  readonly bars: readonly StackedBar[]
  /** At most four, in the order drawn. */
  readonly parts: readonly string[]
  readonly names: string
  /** Each bar as a share of itself, rather than of the longest. */
  readonly asShares?: boolean
  readonly say?: Say
}

export function stackedBarChart(chart: StackedChart): Html {
  const { bars, parts, names, asShares, say = thousands } = chart
  const longest = max(bars, ({ values }) => sum(values)) ?? 0
  const marks = bars.map((bar, i) => {
    const whole = asShares ? sum(bar.values) : longest
    const across = scaleLinear([0, whole || 1], [0, asShares ? 100 : widest])
    return html`<text class="nearhome-chart__name" x="0" y="${i * row + 16}">${bar.name}</text>
      ${segments(bar, across, i * row + 22, say)}
      ${
        !asShares &&
        html`<text
          class="nearhome-chart__value"
          x="${cent(across(sum(bar.values)))}%"
          dx="6"
          y="${i * row + 36}"
          >${say(sum(bar.values))}</text
        >`
      }`
  })
  const columns: Column<StackedBar>[] = [
    { heading: names, cell: ({ name }) => name },
    ...parts.map((part, i) => ({
      heading: part,
      cell: ({ values }: StackedBar) => say(values[i] ?? 0),
      numeric: true,
    })),
    { heading: 'Total', cell: ({ values }) => say(sum(values)), numeric: true },
  ]
  const picture = html`${legend(parts, series)} ${drawing(chart, bars.length * row, html`${marks}`)}`
  return figure(chart, picture, { caption: chart.title, columns, rows: bars })
}

/** A part too narrow for its figure goes without: the table has it. */
const narrowest = 9
function segments({ values }: StackedBar, across: (value: number) => number, y: number, say: Say): Html[] {
  return values.map((value, i) => {
    const before = across(sum(values.slice(0, i)))
    const width = across(value)
    return html`<svg class="${series(i)}" x="${cent(before)}%" y="${y}" width="${cent(width)}%" height="18">
      <rect class="nearhome-chart__part" width="100%" height="18" />
      ${width >= narrowest && html`<text class="nearhome-chart__inside" x="6" y="14">${say(value)}</text>`}
    </svg>`
  })
}
