/** What figures look like: a few large ones, then pictures with their tables beside, each with its definition. */

import { regionMap } from '#reference'
import { inWords } from '#shared/dates'
import { areaMap } from '#web/charts/area-map'
import { barChart } from '#web/charts/bar'
import { lineChart } from '#web/charts/line'
import { download } from '#web/csv'
import { filterPanel } from '#web/filters'
import { insetText } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { headlines } from '#web/summary'
import { longTable } from '#web/tables'
import type { Share } from './count.ts'
import type { Dashboard, FigureRow } from './dashboard.ts'
import { type Measure, type MeasureCode, measures } from './measure.ts'
import { paths } from './paths.ts'

const record = 'Nearhome’s live record'
const whole = (number: number) => number.toLocaleString('en-GB')
const rateInWords = (rate: number | null) => (rate === null ? 'not known' : rate.toFixed(1))
const percent = ({ share }: Share) => (share === null ? 'not known' : `${Math.round(share * 100)}%`)
const outOf = ({ count, of }: Share) => `${whole(count)} of ${whole(of)} children`

export function dashboardPage(dashboard: Dashboard, viewer: Viewer): Page {
  const { chosen, authorities, today } = dashboard
  const title = chosen ? `Figures for ${chosen.name}` : 'Figures for the region'
  const choices = authorities.map(({ code, name }) => ({ value: code, text: name }))
  return {
    title,
    wide: true,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">
        As they stand on ${inWords(today)}. Not for publication: small numbers are shown.
      </p>
      ${coverage(dashboard)} ${figuresOf(dashboard, viewer)}
      ${authorities.length > 1 && filterPanel(viewer, [{ name: 'authority', label: 'Authority', choices }])}
      <div class="nearhome-two-columns">${pictures(dashboard, viewer)}</div>
      ${byAuthority(dashboard)}`,
  }
}

/** A figure that leaves somebody out says so before it is read. */
const coverage = ({ leftOut, authorities }: Dashboard): Html | false =>
  authorities.length === 0
    ? insetText({ text: 'No authority shares its records with you today, so there is nothing to count.' })
    : leftOut.length > 0 &&
      insetText({
        text: `${authorities.length} authorities share their records. Not counted: ${leftOut.map(({ name }) => name).join(', ')}.`,
      })

/** Rows behind a figure, for whoever may see them: own children in full, the region’s pseudonymised. */
function rowsAt({ actor }: Viewer, query: string): string | undefined {
  if (actor.permissions.has('child:read')) return `/children?${query}`
  return actor.permissions.has('region:read') ? `/region/children?${query}` : undefined
}

function figuresOf(dashboard: Dashboard, viewer: Viewer): Html {
  const figure = (measure: MeasureCode, number: string, note: string, query?: string) => {
    const rows = query === undefined ? undefined : rowsAt(viewer, query)
    return {
      name: measures[measure].name,
      number,
      note: html`${note}.
      ${
        rows &&
        html`<a class="govuk-link" href="${rows}"
            >See who<span class="govuk-visually-hidden">: ${measures[measure].name}</span></a
          >.`
      }`,
      href: paths.definition(measure),
    }
  }
  const { looked, rate, over20, threeOrMore, unregistered, outOfArea } = dashboard
  return headlines([
    figure('looked-after', whole(looked), 'today', ''),
    figure('rate', rateInWords(rate), 'for every 10,000 under 18, approximate'),
    figure('over-20-miles', percent(over20), outOf(over20), 'over20=yes'),
    figure('out-of-area', percent(outOfArea), outOf(outOfArea)),
    figure('three-placements', percent(threeOrMore), outOf(threeOrMore)),
    figure('unregistered', whole(unregistered.count), outOf(unregistered), 'unregistered=yes'),
  ])
}

function pictures(dashboard: Dashboard, viewer: Viewer): Html {
  const { chosen, byKind, byAge, past } = dashboard
  const csv = paths.csv(chosen?.code)
  const method = paths.definition('looked-after')
  const common = { source: record, csv, method }
  const link = (query: string) => {
    const href = rowsAt(viewer, query)
    return href ? { href } : {}
  }
  return html`${barChart({
    ...common,
    id: 'by-kind',
    title: 'Where children live',
    description: `Bars: children looked after by kind of placement, ${byKind.length} kinds.`,
    definition: 'By the placement and provider codes of the SSDA903.',
    names: 'Kind of placement',
    counted: 'Children',
    bars: byKind.map(({ name, children }) => ({
      name,
      value: children,
      ...link(`kind=${encodeURIComponent(name)}`),
    })),
  })}
  ${barChart({
    ...common,
    id: 'by-age',
    title: 'How old they are',
    description: 'Bars: children looked after by age band.',
    definition: 'Age in completed years, by month of birth.',
    names: 'Age',
    counted: 'Children',
    bars: byAge.map(({ name, children }) => ({
      name,
      value: children,
      ...link(`age=${encodeURIComponent(name)}`),
    })),
  })}
  ${
    past.length > 1 &&
    lineChart({
      ...common,
      id: 'past',
      title: 'Children looked after at 31 March each year',
      description: 'A line: children looked after on the last day of each of six years.',
      definition: 'Counted from the episodes of the returns loaded.',
      times: past.map(({ day }) => day.slice(0, 4)),
      timesAre: 'Year to 31 March',
      lines: [{ name: 'Children', values: past.map(({ children }) => children) }],
    })
  }
  ${placesOpen(dashboard)} ${mapOf(dashboard)}`
}

function placesOpen({ places }: Dashboard): Html {
  const kinds = [...new Set(places.map(({ kind }) => kind))]
  const bars = kinds.map(kind => ({
    name: kind,
    value: places.reduce((sum, each) => sum + (each.kind === kind ? each.open : 0), 0),
    href: `/homes?kind=${encodeURIComponent(kind)}&vacant=yes`,
  }))
  return barChart({
    id: 'places',
    title: 'Places open today, by kind of home',
    description: 'Bars: open places by kind of home.',
    source: 'Nearhome’s register of homes and carers',
    definition: measures['open-places'].definition,
    method: paths.definition('open-places'),
    names: 'Kind of home',
    counted: 'Open places',
    bars,
  })
}

function mapOf({ byAuthority: rows, chosen }: Dashboard): Html | false {
  if (chosen || rows.length < 2) return false
  const { width, height, areas } = regionMap(
    rows.map(({ code }) => code),
    640,
  )
  return areaMap({
    id: 'map',
    title: 'Children over 20 miles from home, by authority',
    description: 'A map of authorities shaded by the share of their children placed over 20 miles from home.',
    source: record,
    definition: measures['over-20-miles'].definition,
    method: paths.definition('over-20-miles'),
    width,
    height,
    names: 'Authority',
    counted: 'Over 20 miles, per cent',
    areas: areas.map(({ code, name, path }) => {
      const share = rows.find(row => row.code === code)?.over20.share ?? null
      return { name, path, value: share === null ? null : Math.round(share * 100), href: paths.of(code) }
    }),
  })
}

const byAuthority = ({ byAuthority: rows }: Dashboard): Html =>
  longTable<FigureRow>({
    caption: 'By authority',
    rows,
    columns: [
      {
        heading: 'Authority',
        cell: ({ name, code }) => html`<a class="govuk-link" href="${paths.of(code)}">${name}</a>`,
      },
      { heading: 'Children looked after', cell: ({ looked }) => whole(looked), numeric: true },
      { heading: 'Per 10,000', cell: ({ rate }) => rateInWords(rate), numeric: true },
      { heading: 'Over 20 miles', cell: row => percent(row.over20), numeric: true },
      { heading: 'Three or more placements', cell: row => percent(row.threeOrMore), numeric: true },
      { heading: 'Unregistered', cell: row => whole(row.unregistered.count), numeric: true },
    ],
    empty: 'No authority shares its records with you.',
  })

type Line = { readonly measure: string; readonly breakdown: string; readonly value: string | number }

/** Tidy: one figure a line. */
export function dashboardCsv(dashboard: Dashboard) {
  const {
    looked,
    rate,
    over20,
    threeOrMore,
    unregistered,
    outOfArea,
    byKind,
    byAge,
    byAuthority: rows,
  } = dashboard
  const shared = (measure: string, { count, of }: Share): Line[] => [
    { measure, breakdown: 'count', value: count },
    { measure, breakdown: 'out of', value: of },
  ]
  const lines: Line[] = [
    { measure: 'looked-after', breakdown: 'total', value: looked },
    { measure: 'rate', breakdown: 'total', value: rateInWords(rate) },
    ...shared('over-20-miles', over20),
    ...shared('out-of-area', outOfArea),
    ...shared('three-placements', threeOrMore),
    ...shared('unregistered', unregistered),
    ...byKind.map(({ name, children }) => ({
      measure: 'looked-after by kind',
      breakdown: name,
      value: children,
    })),
    ...byAge.map(({ name, children }) => ({
      measure: 'looked-after by age',
      breakdown: name,
      value: children,
    })),
    ...rows.map(({ name, looked: value }) => ({
      measure: 'looked-after by authority',
      breakdown: name,
      value,
    })),
    ...dashboard.past.map(({ day, children }) => ({
      measure: 'looked-after on',
      breakdown: day,
      value: children,
    })),
    ...dashboard.places.map(({ kind, area, open }) => ({
      measure: 'open-places',
      breakdown: `${kind}, ${area}`,
      value: open,
    })),
  ]
  return download(
    'nearhome-figures',
    [
      { heading: 'measure', cell: line => line.measure },
      { heading: 'breakdown', cell: line => line.breakdown },
      { heading: 'value', cell: line => line.value },
    ],
    lines,
  )
}

export const definitionPage = ({
  name,
  numerator,
  denominator,
  definition,
  source,
  caution,
}: Measure): Page => ({
  title: name,
  body: html`<h1 class="govuk-heading-l">${name}</h1>
    <p class="govuk-body-l">${definition}</p>
    <dl class="govuk-summary-list">
      ${[
        ['Counted', numerator],
        ['Out of', denominator ?? 'Nothing: it is a count'],
        ['Source of the rule', source],
        ['Take care', caution ?? 'Nothing in particular'],
      ].map(
        ([key, value]) =>
          html`<div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">${key}</dt>
            <dd class="govuk-summary-list__value">${value}</dd>
          </div>`,
      )}
    </dl>
    <p class="govuk-body"><a class="govuk-link" href="${paths.figures}">Back to the figures</a></p>`,
})
