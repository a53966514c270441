/** A figure as it changes: lines, each with its name at its end, and a band for what is not certain. */

import { extent, max, min } from 'd3-array'
import { format } from 'd3-format'
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { type Html, html } from '../html.ts'
import type { Column } from '../tables.ts'
import { type Figure, type Say, drawing, figure, series, thousands } from './figure.ts'

export type Line = { readonly name: string; readonly values: readonly (number | null)[] }
/** From the least likely low to the least likely high, in the order of the times. */
export type Band = { readonly name: string; readonly values: readonly (readonly [number, number] | null)[] }
export type LineChart = Figure & {
  /** What stands along the bottom: years or months, as they are said. */
  readonly times: readonly string[]
  readonly timesAre: string
  readonly lines: readonly Line[]
  readonly band?: Band
  readonly say?: Say
  /** From the lowest value rather than from nought: say so in the title. */
  readonly cropped?: boolean
}

const high = 260
const top = 24
const foot = 28
/** In per cent: before the lines stand the figures of the grid, and after them the lines' names. */
const begin = 12
const wide = 76
const cent = format('.2f')
type Scale = ScaleLinear<number, number>
type Scales = { readonly across: Scale; readonly down: Scale }

export function lineChart(chart: LineChart): Html {
  const { times, lines, band } = chart
  const across = scaleLinear([0, Math.max(times.length - 1, 1)], [begin, wide])
  const down = downScale(chart)
  const height = top + high + foot
  const marks = html`${grid(chart, down)}
    <svg x="0" y="0" width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none">
      ${band && bandMark(band, across, down)}
      ${lines.map(({ values }, i) => lineMark(values, i, across, down))}
    </svg>
    ${lines.map((each, i) => ending(each, i, { across, down }, chart))} ${timeMarks(times, across, height)}`
  return figure(chart, drawing(chart, height, marks), {
    caption: chart.title,
    columns: columnsOf(chart),
    rows: times,
  })
}

function downScale({ lines, band, cropped }: LineChart): Scale {
  const values = [...lines.flatMap(each => each.values), ...(band?.values ?? []).flat()]
  const known = values.filter(value => value !== null)
  const [lowest = 0, highest = 1] = extent(known)
  return scaleLinear([cropped ? lowest : Math.min(0, lowest), highest], [top + high, top]).nice(5)
}

const grid = ({ say = thousands }: LineChart, down: Scale) =>
  down
    .ticks(5)
    .map(
      tick =>
        html`<line
            class="nearhome-chart__grid"
            x1="${begin}%"
            x2="${wide}%"
            y1="${cent(down(tick))}"
            y2="${cent(down(tick))}"
          />
          <text class="nearhome-chart__tick" x="0" y="${cent(down(tick) + 5)}">${say(tick)}</text>`,
    )

function lineMark(values: readonly (number | null)[], index: number, across: Scale, down: Scale): Html {
  const path = line<number | null>()
    .defined(value => value !== null)
    .x((_, i) => across(i))
    .y(value => down(value ?? 0))
  return html`<path class="nearhome-line ${series(index)}" d="${path(values)}" />`
}

function bandMark({ values }: Band, across: Scale, down: Scale): Html {
  const path = area<readonly [number, number] | null>()
    .defined(value => value !== null)
    .x((_, i) => across(i))
    .y0(value => down(value?.[0] ?? 0))
    .y1(value => down(value?.[1] ?? 0))
  return html`<path class="nearhome-band" d="${path(values)}" />`
}

/** The name and last figure beside the end of the line. */
function ending({ name, values }: Line, index: number, { across, down }: Scales, chart: LineChart): Html {
  const at = values.findLastIndex(value => value !== null)
  if (at < 0) return html``
  const y = down(values[at]!)
  const { say = thousands } = chart
  return html`<circle class="${series(index)}" cx="${cent(across(at))}%" cy="${cent(y)}" r="5" />
    <text
      class="nearhome-chart__end"
      x="${cent(across(at))}%"
      dx="10"
      y="${cent(apart(chart, index, down) + 1)}"
      >${name}</text
    >
    <text
      class="nearhome-chart__end"
      x="${cent(across(at))}%"
      dx="10"
      y="${cent(apart(chart, index, down) + 18)}"
      >${say(values[at]!)}</text
    >`
}

/** Names that would lie on each other are moved down, in the order of their lines. */
function apart({ lines }: LineChart, index: number, down: Scale): number {
  const wanted = lines.map(({ values }) => down(values.findLast(value => value !== null) ?? 0))
  const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]!)
  const placed: number[] = []
  let lowest = -Infinity
  for (const i of order) {
    placed[i] = Math.max(wanted[i]!, lowest + 38)
    lowest = placed[i]
  }
  return placed[index]!
}

function timeMarks(times: readonly string[], across: Scale, height: number): Html[] {
  const last = times.length - 1
  const shown = [...new Set([0, Math.round(last / 2), last])].filter(i => i >= 0)
  return shown.map(i => {
    const anchor = i === 0 ? 'start' : i === last ? 'end' : 'middle'
    return html`<text
      class="nearhome-chart__tick"
      x="${cent(across(i))}%"
      y="${height - 6}"
      text-anchor="${anchor}"
      >${times[i]}</text
    >`
  })
}

function columnsOf({ times, timesAre, lines, band, say = thousands }: LineChart): Column<string>[] {
  const said = (value: number | null | undefined) => (value == null ? 'not known' : say(value))
  const at = (time: string) => times.indexOf(time)
  return [
    { heading: timesAre, cell: time => time },
    ...lines.map(({ name, values }) => ({
      heading: name,
      cell: (time: string) => said(values[at(time)]),
      numeric: true,
    })),
    ...(band ? [bandColumn(band, at, said)] : []),
  ]
}

const bandColumn = (
  band: Band,
  at: (time: string) => number,
  said: (value: number | undefined) => string,
) => ({
  heading: band.name,
  cell: (time: string) => {
    const range = band.values[at(time)] ?? []
    return range.length === 0 ? '' : `${said(min(range))} to ${said(max(range))}`
  },
  numeric: true,
})
