/** The register of homes: a list to narrow down, and where the open places are. */

import { careNeeds } from '#reference'
import { barChart } from '#web/charts/bar'
import { type CsvColumn, download } from '#web/csv'
import { type Filter, filtered } from '#web/filters'
import { button } from '#web/govuk'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { headlines } from '#web/summary'
import { type Column, longTable } from '#web/tables'
import type { Register } from '../actions/listing.ts'
import { areaName } from '../area.ts'
import { homeKinds, judgements } from '../home.ts'
import type { OpenPlaces } from '../listing.ts'
import { paths } from '../paths.ts'
import type { SeenListing } from '../sight.ts'
import {
  agesWords,
  choicesOf,
  freshnessWords,
  judgementWords,
  kindWords,
  stateOfHome,
  whereWords,
} from './words.ts'

export const registerPage = (register: Register, viewer: Viewer): Page => ({
  title: 'Homes',
  wide: true,
  body: html`<h1 class="govuk-heading-l">Homes</h1>
    ${summaryOf(register)} ${viewer.actor.permissions.has('home:write') && ownLinks()}
    ${filtered(viewer, filtersOf(register), listOf(register, viewer))} ${pictures(register.open)}`,
})

const ownLinks = () =>
  html`<div class="govuk-button-group">
    ${button({ text: 'Update your vacancies', href: paths.vacancies })}
    ${button({ text: 'Your homes', href: paths.mine, classes: 'govuk-button--secondary' })}
  </div>`

const sumOf = (open: readonly OpenPlaces[], count: (each: OpenPlaces) => number) =>
  open.reduce((sum, each) => sum + count(each), 0)
const thousands = (number: number) => number.toLocaleString('en-GB')

function summaryOf({ open, total }: Register): Html {
  return headlines([
    { name: 'homes', number: thousands(total) },
    { name: 'places told of', number: thousands(sumOf(open, ({ places }) => places)) },
    { name: 'places vacant today', number: thousands(sumOf(open, each => each.open)) },
  ])
}

function filtersOf({ areas, runners }: Register): readonly Filter[] {
  const one: Filter[] = [
    { name: 'words', label: 'Name or Ofsted number' },
    { name: 'kind', label: 'Kind of home', choices: choicesOf(homeKinds) },
    {
      name: 'vacancy',
      label: 'Vacancy',
      choices: [
        { value: 'vacant', text: 'Has a vacant place' },
        { value: 'none', text: 'Has no vacant place' },
      ],
    },
    { name: 'age', label: 'Takes a child aged', hint: 'In years' },
    { name: 'need', label: 'Meets a need', choices: choicesOf(careNeeds) },
    { name: 'judgement', label: 'Ofsted’s judgement', choices: choicesOf(judgements) },
  ]
  const area = areas.map(({ code, name }) => ({ value: code, text: name }))
  const runBy = runners.map(({ id, name }) => ({ value: id, text: name }))
  return [
    ...one,
    ...(area.length > 1 ? [{ name: 'area', label: 'Area', choices: area }] : []),
    ...(runBy.length > 1 ? [{ name: 'runBy', label: 'Who runs it', choices: runBy }] : []),
  ]
}

function listOf({ listings, total, page, perPage, order }: Register, viewer: Viewer): Html {
  const csv = new URLSearchParams({ ...viewer.query, format: 'csv' }).toString()
  return html`${longTable({
    caption: 'Homes on the register',
    hideCaption: true,
    columns,
    rows: listings,
    at: viewer,
    sorted: order,
    empty: 'No home answers to all of these filters. Take one away to see more.',
  })}
  ${paging(viewer, { page, perPage, total })} ${total > 0 && csvLink(`${viewer.path}?${csv}`)}`
}

const csvLink = (href: string) =>
  html`<p class="govuk-body"><a class="govuk-link" href="${href}">Download these homes (CSV)</a></p>`

const columns: readonly Column<SeenListing>[] = [
  {
    heading: 'Home',
    sort: 'name',
    cell: ({ home }) =>
      html`<a class="govuk-link" href="${paths.home(home.id)}">${home.name}</a>
        ${home.state !== 'open' && stateOfHome(home)}`,
  },
  { heading: 'Kind', sort: 'kind', cell: ({ home }) => kindWords(home.kind) },
  { heading: 'Where', sort: 'area', cell: ({ home }) => whereWords(home) },
  { heading: 'Run by', sort: 'runBy', cell: ({ runBy }) => runBy },
  { heading: 'Ages', cell: ({ home }) => agesWords(home.purpose), numeric: true },
  { heading: 'Places', cell: ({ places }) => places, numeric: true },
  { heading: 'Vacant', sort: 'vacant', cell: ({ vacant }) => vacant, numeric: true },
  {
    heading: 'Confirmed',
    sort: 'confirmed',
    cell: ({ confirmed }) => (confirmed ? freshnessWords(confirmed) : 'No place told of'),
  },
  {
    heading: 'Ofsted',
    sort: 'judgement',
    cell: ({ home }) => (home.judgement ? judgementWords(home.judgement) : 'Not inspected by itself'),
  },
]

const csvColumns: readonly CsvColumn<SeenListing>[] = [
  { heading: 'Home', cell: ({ home }) => home.name },
  { heading: 'Kind', cell: ({ home }) => kindWords(home.kind) },
  { heading: 'URN', cell: ({ home }) => home.urn },
  { heading: 'Run by', cell: ({ runBy }) => runBy },
  { heading: 'Postcode', cell: ({ home }) => home.postcode },
  { heading: 'Area', cell: ({ home }) => home.areaName },
  { heading: 'State', cell: ({ home }) => home.state },
  { heading: 'Age from', cell: ({ home }) => home.purpose.ageFrom },
  { heading: 'Age to', cell: ({ home }) => home.purpose.ageTo },
  { heading: 'Registered places', cell: ({ home }) => home.registeredPlaces },
  { heading: 'Places told of', cell: ({ places }) => places },
  { heading: 'Vacant today', cell: ({ vacant }) => vacant },
  { heading: 'Days since confirmed', cell: ({ confirmed }) => confirmed?.days },
  { heading: 'Judgement', cell: ({ home }) => home.judgement && judgementWords(home.judgement) },
  { heading: 'Inspected on', cell: ({ home }) => home.inspectedOn },
]

export const registerCsv = ({ listings }: Register, { today }: Viewer) =>
  download({ name: `homes-${today}`, marking: 'OFFICIAL-SENSITIVE-PERSONAL' }, csvColumns, listings)

/** Where the open places are: most people would rather look than read. */
function pictures(open: readonly OpenPlaces[]): Html {
  const byKind = barsBy(
    open,
    ({ kind }) => kind,
    kindWords,
    kind => `${paths.homes}?kind=${kind}&vacancy=vacant`,
  )
  const byArea = barsBy(
    open,
    ({ area }) => area,
    areaName,
    area => `${paths.homes}?area=${area}&vacancy=vacant`,
  )
  const source = 'What homes have told us'
  const definition = 'A place is open when a child could come to live in it today'
  const common = { source, definition, counted: 'Places open' }
  const chart = (id: string, names: string, bars: ReturnType<typeof barsBy>) =>
    barChart({ ...common, id, names, bars, title: findingOf(bars, names), description: describe(bars) })
  if (byKind.length === 0) return html``
  return html`<h2 class="govuk-heading-m govuk-!-margin-top-6">Where the open places are</h2>
    ${chart('open-by-kind', 'Kind of home', byKind)}
    ${byArea.length > 1 && chart('open-by-area', 'Area', byArea)}`
}

function barsBy(
  open: readonly OpenPlaces[],
  key: (each: OpenPlaces) => string,
  name: (key: string) => string,
  href: (key: string) => string,
) {
  const groups = Map.groupBy(open, key)
  const bars = [...groups].map(([each, counts]) => ({
    name: name(each),
    value: sumOf(counts, count => count.open),
    href: href(each),
  }))
  return bars.toSorted((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1))
}

type Bars = readonly { readonly name: string; readonly value: number }[]
const findingOf = (bars: Bars, names: string) =>
  bars[0]!.value === 0
    ? `No place is open: by ${names.toLowerCase()}`
    : `Most open places: ${bars[0]!.name}, ${bars[0]!.value} of ${sumOfBars(bars)}`
const sumOfBars = (bars: Bars) => bars.reduce((sum, { value }) => sum + value, 0)
const describe = (bars: Bars) =>
  `A bar for each, from ${bars[0]!.name} with ${bars[0]!.value} to ${bars.at(-1)!.name} with ${bars.at(-1)!.value}.`
