/** Who entered and who left care in a year: a sentence, two pictures, and the table that balances. */

import { inWords } from '#shared/dates'
import { barChart } from '#web/charts/bar'
import { download } from '#web/csv'
import { type Filter, filterPanel } from '#web/filters'
import { type Html, html } from '#web/html'
import type { Download, Page, Viewer } from '#web/route'
import { type Column, longTable } from '#web/tables'
import type { ShownFlow } from '../actions/flow.ts'
import type { BandFlow, Flow, FlowYear } from '../flow.ts'
import { paths } from '../paths.ts'
import { whole } from './words.ts'

const source = 'Nearhome’s record of episodes, as the SSDA903 return counts them'
const definition =
  'A child enters care when no episode of theirs ended that day, and leaves when none begins that day. Short breaks ' +
  '(V3, V4) are left out. Ages are taken from the month of birth.'

export function flowPage(shown: ShownFlow, viewer: Viewer): Page {
  const { chosen, year, all } = shown
  const title = `Entering and leaving care${chosen ? ` in ${chosen.name}` : ''}, ${named(year)}`
  return {
    title,
    wide: true,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">${inSentence(all, year)}</p>
      <p class="govuk-body">
        Not for publication: small numbers are shown.
        <a class="govuk-link" href="${paths.flowCsv(year.ends, chosen?.code)}"
          >Download these figures (CSV)</a
        >
        <a class="govuk-link" href="${paths.figures}">All figures</a>
      </p>
      ${filterPanel(viewer, filtersOf(shown))} ${table(shown)}
      <div class="nearhome-pictures">${entered(shown)} ${left(shown)} ${older(shown)}</div>`,
  }
}

const named = ({ ends, underWay }: FlowYear): string =>
  `${ends - 1}-${String(ends).slice(2)}${underWay ? ' so far' : ''}`

const inSentence = ({ opening, entered, left, closing }: Flow, { opened, closed }: FlowYear): string =>
  `${whole(opening)} children were looked after on ${inWords(opened)}. ${whole(entered)} entered care and ` +
  `${whole(left)} left, so ${whole(closing)} were looked after on ${inWords(closed)}.`

function filtersOf({ years, year, authorities }: ShownFlow): Filter[] {
  const byYear = years.map(ends => ({ value: String(ends), text: `${ends - 1}-${String(ends).slice(2)}` }))
  const byAuthority = authorities.map(({ code, name }) => ({ value: code, text: name }))
  return [
    { name: 'year', label: 'Year to 31 March', choices: byYear, otherwise: named(year) },
    ...(authorities.length > 1 ? [{ name: 'authority', label: 'Authority', choices: byAuthority }] : []),
  ]
}

type Row = Flow & { readonly band: string }
const rowsOf = ({ bands, all }: ShownFlow): Row[] => [...bands, { band: 'All ages', ...all }]

function table(shown: ShownFlow): Html {
  const { opened, closed } = shown.year
  const number = (heading: string, of: keyof Flow): Column<Row> => ({
    heading,
    cell: row => whole(row[of]),
    numeric: true,
  })
  return longTable<Row>({
    caption: 'By age: each line adds up from left to right',
    stacks: true,
    rows: rowsOf(shown),
    columns: [
      { heading: 'Age', cell: ({ band }) => band },
      number(`Looked after on ${inWords(opened)}`, 'opening'),
      number('Entered care', 'entered'),
      number('Had the birthday into this band', 'grewIn'),
      number('Left care', 'left'),
      number('Had the birthday out of this band', 'grewOut'),
      number(`Looked after on ${inWords(closed)}`, 'closing'),
    ],
  })
}

const most = (bands: readonly BandFlow[], of: 'entered' | 'left'): string =>
  bands.reduce((a, b) => (b[of] > a[of] ? b : a)).band

const entered = ({ bands, year }: ShownFlow): Html =>
  barChart({
    id: 'entered',
    title: `Entered care: most at ${most(bands, 'entered')}`,
    description: `Bars of the children who entered care in ${named(year)}, by their age on that day.`,
    source,
    definition,
    names: 'Age',
    counted: 'Entered care',
    bars: bands.map(({ band, entered: value }) => ({ name: band, value })),
  })

const left = ({ bands, year }: ShownFlow): Html =>
  barChart({
    id: 'left',
    title: `Left care: most at ${most(bands, 'left')}`,
    description: `Bars of the children who left care in ${named(year)}, by their age on that day.`,
    source,
    definition,
    names: 'Age',
    counted: 'Left care',
    bars: bands.map(({ band, left: value }) => ({ name: band, value })),
  })

const older = ({ olderEntrants, year }: ShownFlow): Html =>
  barChart({
    id: 'older',
    title: 'Entered care at 15, 16 and 17',
    description: `Bars of the young people who entered care in ${named(year)} at 15, 16 and 17.`,
    source,
    definition,
    names: 'Age',
    counted: 'Entered care',
    bars: olderEntrants.map(({ age, entered: value }) => ({ name: String(age), value })),
  })

/** Tidy: a line for each age. */
export function flowFile(shown: ShownFlow): Download {
  const { year, chosen, olderEntrants } = shown
  const nothing = { opening: null, grewIn: null, left: null, grewOut: null, closing: null }
  const single = olderEntrants.map(({ age, entered: number }) => ({
    band: String(age),
    ...nothing,
    entered: number,
  }))
  return download(
    {
      name: `entering-and-leaving-care-${named(year).replaceAll(' ', '-')}`,
      marking: 'OFFICIAL-SENSITIVE-PERSONAL',
    },
    [
      { heading: 'area', cell: () => chosen?.name ?? 'All who share records' },
      { heading: 'from', cell: () => year.opened },
      { heading: 'to', cell: () => year.closed },
      { heading: 'age', cell: row => row.band },
      { heading: 'looked_after_at_start', cell: row => row.opening },
      { heading: 'entered', cell: row => row.entered },
      { heading: 'grew_into_band', cell: row => row.grewIn },
      { heading: 'left', cell: row => row.left },
      { heading: 'grew_out_of_band', cell: row => row.grewOut },
      { heading: 'looked_after_at_end', cell: row => row.closing },
    ],
    [...rowsOf(shown), ...single],
  )
}
