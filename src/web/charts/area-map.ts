/** A map of areas shaded by a figure, with points if wanted: our own shapes, never outside tiles. */

import { extent } from 'd3-array'
import { scaleQuantize } from 'd3-scale'
import { type Html, html } from '../html.ts'
import type { Column } from '../tables.ts'
import { type Figure, type Say, figure, legend, thousands } from './figure.ts'
import { shortly } from './outline.ts'

export type Area = {
  readonly name: string
  /** The SVG path of its outline. */
  readonly path: string
  /** Null where the figure is not known or may not be shown. */
  readonly value: number | null
  /** A short name drawn on the map, and where. */
  readonly label?: { readonly text: string; readonly x: number; readonly y: number }
  readonly href?: string
}
export type Point = { readonly name: string; readonly x: number; readonly y: number; readonly main?: boolean }
export type AreaMap = Figure & {
  readonly width: number
  readonly height: number
  readonly areas: readonly Area[]
  readonly points?: readonly Point[]
  /** What the points are, for the legend and the table. */
  readonly pointsAre?: string
  readonly names: string
  readonly counted: string
  readonly say?: Say
}

const shades = [1, 2, 3, 4] as const

export function areaMap(chart: AreaMap): Html {
  const { id, title, description, width, height, areas, points = [], say = thousands } = chart
  const shade = shadeOf(areas)
  const picture = html`${key(chart, shade, say)}
    <svg
      class="nearhome-map"
      role="img"
      aria-labelledby="${id}-title ${id}-desc"
      viewBox="0 0 ${width} ${height}"
    >
      <title id="${id}-title">${title}</title>
      <desc id="${id}-desc">${description}</desc>
      ${areas.map(area => areaMark(area, shade, say))} ${areas.map(({ label }) => label && labelMark(label))}
      ${points.map(pointMark)}
    </svg>`
  return figure(chart, picture, { ...highestOf(title, areas), columns: columnsOf(chart, say) })
}

const mostRows = 40

/** All of a region’s areas; of a country’s, those with the highest, as its pictures’ tables would be half of a page. */
const highestOf = (title: string, areas: readonly Area[]) =>
  areas.length <= mostRows
    ? { caption: title, rows: areas }
    : {
        caption: `${title}: the ${mostRows} of ${areas.length} with the highest`,
        rows: areas.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1)).slice(0, mostRows),
      }

type Shade = { (value: number): number; invertExtent: (shade: never) => [number, number] }

function shadeOf(areas: readonly Area[]): Shade {
  const [lowest = 0, highest = 1] = extent(areas, ({ value }) => value ?? undefined)
  return scaleQuantize<number>([lowest, highest === lowest ? lowest + 1 : highest], shades) as Shade
}

const areaMark = ({ name, path, value }: Area, shade: Shade, say: Say): Html =>
  html` <path
    class="nearhome-area ${value === null ? 'nearhome-shade-none' : `nearhome-shade-${shade(value)}`}"
    d="${shortly(path)}"
  >
    <title>${name}: ${value === null ? 'not known' : say(value)}</title>
  </path>`

const labelMark = ({ text, x, y }: NonNullable<Area['label']>): Html =>
  html`<text class="nearhome-map__label" x="${x}" y="${y}" text-anchor="middle">${text}</text>`

const pointMark = ({ name, x, y, main }: Point): Html =>
  html`<circle
    class="nearhome-point ${main && 'nearhome-point--main'}"
    cx="${x}"
    cy="${y}"
    r="${main ? 7 : 4.5}"
  >
    <title>${name}</title>
  </circle>`

/** In words from the lightest to the darkest, leaving out what does not occur. */
function key({ areas, points = [], pointsAre }: AreaMap, shade: Shade, say: Say): Html {
  const used = shades.filter(each => areas.some(({ value }) => value !== null && shade(value) === each))
  const whole = areas.every(({ value }) => value === null || Number.isInteger(value))
  const ranges = used.map(each => {
    const [from, until] = shade.invertExtent(each as never)
    const last = each === used.at(-1) ? Math.floor(until) : Math.ceil(until) - 1
    const says = whole ? `${say(Math.ceil(from))} to ${say(last)}` : `${say(from)} to ${say(until)}`
    return { says, look: `nearhome-shade-${each}` }
  })
  const unknown = areas.some(({ value }) => value === null)
    ? [{ says: 'Not known', look: 'nearhome-shade-none' }]
    : []
  const dots = points.length > 0 && pointsAre ? [{ says: pointsAre, look: 'nearhome-point' }] : []
  const all = [...ranges, ...unknown, ...dots]
  return legend(
    all.map(({ says }) => says),
    i => all[i]!.look,
  )
}

function columnsOf({ names, counted }: AreaMap, say: Say): Column<Area>[] {
  const named = ({ name, href }: Area) =>
    href ? html`<a class="govuk-link" href="${href}">${name}</a>` : name
  return [
    { heading: names, cell: named },
    { heading: counted, cell: ({ value }) => (value === null ? 'not known' : say(value)), numeric: true },
  ]
}
