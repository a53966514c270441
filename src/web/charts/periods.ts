/** What lasted from when until when, lane under lane, on one line of time. */

import { format } from 'd3-format'
import { scaleLinear } from 'd3-scale'
import { type PlainDate, daysBetween, inWords } from '#shared/dates'
import { type Html, html } from '../html.ts'
import type { Column } from '../tables.ts'
import { type Figure, drawing, figure, series } from './figure.ts'

export type Span = {
  readonly from: PlainDate
  /** The first day after it; null while it lasts. */
  readonly until: PlainDate | null
  readonly name: string
  /** Which of the four colours; never the only sign. */
  readonly kind?: number
}
export type Lane = { readonly name: string; readonly spans: readonly Span[] }
export type PeriodChart = Figure & { readonly lanes: readonly Lane[]; readonly today: PlainDate }

const row = 58
const cent = format('.3f')
type Told = Span & { readonly lane: string }

export function periodChart(chart: PeriodChart): Html {
  const { lanes, today } = chart
  const told: Told[] = lanes.flatMap(({ name, spans }) => spans.map(span => ({ ...span, lane: name })))
  const first = told.reduce((earliest, { from }) => (from < earliest ? from : earliest), today)
  const last = told.reduce((latest, { from, until }) => later(latest, until ?? from), today)
  const across = scaleLinear([0, Math.max(daysBetween(first, last), 1)], [0, 100])
  const at = (date: PlainDate) => across(daysBetween(first, date))

  const marks = html`${years(first, last, at, lanes.length * row)}
  ${lanes.map((lane, i) => laneMark({ ...lane, y: i * row }, at, last))}`
  const columns: Column<Told>[] = [
    { heading: 'What', cell: ({ name }) => name },
    { heading: 'Kind', cell: ({ lane }) => lane },
    { heading: 'From', cell: ({ from }) => inWords(from) },
    { heading: 'Until', cell: ({ until }) => (until ? inWords(until) : 'now') },
  ]
  const picture = drawing(chart, lanes.length * row + 22, marks)
  return figure(chart, picture, { caption: chart.title, columns, rows: told })
}

type At = (date: PlainDate) => number

/** Words that do not fit in their span are cut at its edge: the table says them whole. */
const laneMark = ({ name, spans, y }: Lane & { y: number }, at: At, last: PlainDate): Html =>
  html` <text class="nearhome-chart__name" x="0" y="${y + 16}">${name}</text>
    ${spans.map(span => {
      const from = at(span.from)
      const width = Math.max(at(span.until ?? last) - from, 0.6)
      return html`<svg
        class="${series(span.kind ?? 0)}"
        x="${cent(from)}%"
        y="${y + 22}"
        width="${cent(width)}%"
        height="26"
      >
        <title>${span.name}: ${inWords(span.from)} to ${span.until ? inWords(span.until) : 'now'}</title>
        <rect class="nearhome-chart__part" width="100%" height="26" />
        ${width > 6 && html`<text class="nearhome-chart__inside" x="6" y="18">${span.name}</text>`}
      </svg>`
    })}`

/** At most about eight years are named, so that they do not run into each other on a narrow screen. */
function years(first: PlainDate, last: PlainDate, at: At, height: number): Html[] {
  const from = Number(first.slice(0, 4)) + 1
  const until = Number(last.slice(0, 4))
  const step = Math.ceil((until - from + 1) / 5) || 1
  const starts = Array.from({ length: Math.max(until - from + 1, 0) }, (_, i) => from + i)
  return starts
    .filter((_, i) => i % step === 0)
    .map(year => {
      const x = cent(at(`${year}-01-01` as PlainDate))
      return html`<line class="nearhome-chart__grid" x1="${x}%" x2="${x}%" y1="0" y2="${height}" />
        <text class="nearhome-chart__tick" x="${x}%" dx="3" y="${height + 16}">${year}</text>`
    })
}

const later = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other)
