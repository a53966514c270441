/** The region's children as the co-operative sees them: under an agreement, and without knowing who they are. */

import { isUnregistered, kindOfPlacement } from '#reference'
import { inWords } from '#shared/dates'
import { barChart } from '#web/charts/bar'
import { type CsvColumn, download } from '#web/csv'
import { drawnOnce } from '#web/drawings'
import { type Filter, filtered } from '#web/filters'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Download, Page, Viewer } from '#web/route'
import { headlines, stateTag, summary } from '#web/summary'
import { type Column, longTable } from '#web/tables'
import type { Count, RegionList } from '../actions/region.ts'
import { farMiles } from '../distance.ts'
import type { Agreed, SharedChild, Sharing } from '../sharing.ts'
import { fileLink, sharedFilters } from './list.ts'
import { aWeek, capitalised, dated, miles, monthOf, quietly, says } from './words.ts'

const title = 'Children in the region'

export function regionPage(list: RegionList, viewer: Viewer): Page {
  const { agreement } = list
  const body = agreement
    ? html`<h1 class="govuk-heading-l">${title}</h1>
        ${terms(agreement)} ${figuresOf(list)}
        ${counts({ byAuthority: list.byAuthority, byKind: list.byKind })}
        ${filtered(viewer, filtersOf(list), theList(list, viewer))}`
    : html`<h1 class="govuk-heading-l">${title}</h1>
        <p class="govuk-body">No sharing agreement is in force today, so no child’s record is shared.</p>
        <p class="govuk-body"><a class="govuk-link" href="/agreements">See the agreements</a></p>`
  return { title, body, wide: true }
}

const terms = ({ name, purpose, lawfulBasis, fields, untilOn }: Sharing): Html =>
  summary(
    [
      { name: 'Purpose', value: purpose },
      { name: 'Lawful basis', value: lawfulBasis },
      { name: 'What is shared', value: fields.join(', ') },
      { name: 'Until', value: `The end of the day before ${inWords(untilOn)}` },
    ],
    `Shared under: ${name}`,
  )

const figuresOf = ({ total, over20, unregistered, agreed }: RegionList): Html =>
  headlines([
    { name: 'children looked after', number: total.toLocaleString('en-GB') },
    ...(agreed.placement
      ? [
          { name: `over ${farMiles} miles from home`, number: over20.toLocaleString('en-GB') },
          { name: 'in an unregistered setting', number: unregistered.toLocaleString('en-GB') },
        ]
      : []),
  ])

/** The same for every page of the list, and for everybody until somebody moves. */
const counts = drawnOnce(
  50,
  ({ byAuthority, byKind }: Pick<RegionList, 'byAuthority' | 'byKind'>): Html =>
    html` <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        ${byAuthority.length > 0 && countedBy('authority', 'Children by authority', byAuthority)}
      </div>
      <div class="govuk-grid-column-one-half">
        ${byKind.length > 0 && countedBy('kind', 'Children by kind of home', byKind)}
      </div>
    </div>`,
)

const countedBy = (id: string, caption: string, rows: readonly Count<string>[]): Html =>
  barChart({
    id: `by-${id}`,
    title: `${caption}: most in ${rows[0]!.name}`,
    description: `A bar for each ${id}, the longest first, from ${rows[0]!.children} down to ${rows.at(-1)!.children}.`,
    source: 'the records of the authorities that share',
    definition: 'Children looked after today in this list, after its filters',
    names: capitalised(id),
    counted: 'Children',
    bars: rows.map(({ name, children }) => ({ name: capitalised(name), value: children })),
  })

const theList = (list: RegionList, viewer: Viewer): Html =>
  html` ${longTable({
    caption: 'Children, without their names',
    columns: columnsOf(list.agreed),
    rows: list.children,
    at: viewer,
    sorted: list.sort,
    empty: 'No child matches these filters. Take one away to see more.',
  })}
  ${paging(viewer, list)} ${list.total > 0 && fileLink(list.total, viewer)}`

function columnsOf(agreed: Agreed): Column<SharedChild>[] {
  return [
    { heading: 'Regional id', cell: ({ id }) => html`<code>${id}</code>` },
    { heading: 'Authority', cell: ({ authorityName }) => authorityName, sort: 'authority' },
    ...(agreed.basic ? basic : []),
    ...(agreed.placement ? placement : []),
    ...(agreed.cost ? cost : []),
  ]
}

const basic: Column<SharedChild>[] = [
  { heading: 'Born in', cell: ({ bornMonth }) => monthOf(bornMonth), sort: 'age' },
  { heading: 'Sex', cell: ({ sex }) => says.sex(sex) },
  { heading: 'Ethnicity', cell: ({ ethnicity }) => says.ethnicity(ethnicity) },
  { heading: 'Legal status', cell: ({ legalStatus }) => says.legalStatus(legalStatus) },
]
const placement: Column<SharedChild>[] = [
  { heading: 'Home', cell: homeOf },
  { heading: 'Since', cell: ({ startedOn }) => dated(startedOn), sort: 'placed' },
  {
    heading: 'From home',
    cell: ({ distanceMiles }) => quietly(miles(distanceMiles)),
    numeric: true,
    sort: 'distance',
  },
  { heading: 'Home sector', cell: ({ homeSector }) => quietly(homeSector) },
  { heading: 'Placement sector', cell: ({ placementSector }) => quietly(placementSector) },
]
const cost: Column<SharedChild>[] = [
  { heading: 'Cost', cell: ({ weeklyFee }) => quietly(aWeek(weeklyFee)), numeric: true, sort: 'fee' },
]

function homeOf({ placeCode = '', providerCode }: SharedChild) {
  const kind = capitalised(kindOfPlacement(placeCode, providerCode))
  return isUnregistered(placeCode) ? stateTag(kind, 'attention') : kind
}

function filtersOf({ agreements, agreement, agreed }: RegionList): Filter[] {
  const named = (each: { id: string; name: string }) => ({ value: each.id, text: each.name })
  const group = {
    kind: agreed.placement,
    distance: agreed.placement,
    moves: agreed.placement,
    legalStatus: agreed.basic,
    ageBand: agreed.basic,
  }
  return [
    ...(agreements.length > 1
      ? [{ name: 'agreement', label: 'Agreement', choices: agreements.map(named) }]
      : []),
    { name: 'authority', label: 'Authority', choices: (agreement?.authorities ?? []).map(named) },
    ...sharedFilters.filter(({ name }) => group[name as keyof typeof group]),
    ...(agreed.placement ? [unregisteredOnly] : []),
  ]
}
const unregisteredOnly: Filter = {
  name: 'unregistered',
  label: 'Unregistered settings',
  choices: [{ value: 'yes', text: 'Only these' }],
}

const fileColumns = (agreed: Agreed): CsvColumn<SharedChild>[] => [
  { heading: 'Regional id', cell: ({ id }) => id },
  { heading: 'Authority', cell: ({ authorityName }) => authorityName },
  ...(agreed.basic ? basicInFile : []),
  ...(agreed.placement ? placementInFile : []),
  ...(agreed.cost ? [{ heading: 'Weekly cost in pounds', cell: poundsOf }] : []),
]
const poundsOf = ({ weeklyFee }: SharedChild) => (weeklyFee == null ? null : weeklyFee / 100)

const basicInFile: CsvColumn<SharedChild>[] = [
  { heading: 'Month of birth', cell: ({ bornMonth }) => bornMonth?.slice(0, 7) },
  { heading: 'Sex', cell: ({ sex }) => sex },
  { heading: 'Ethnicity', cell: ({ ethnicity }) => ethnicity },
  { heading: 'Seeks asylum alone', cell: ({ seeksAsylum }) => seeksAsylum },
  { heading: 'Legal status', cell: ({ legalStatus }) => legalStatus },
  { heading: 'Category of need', cell: ({ needCode }) => needCode },
]
const placementInFile: CsvColumn<SharedChild>[] = [
  { heading: 'Place code', cell: ({ placeCode }) => placeCode },
  { heading: 'Provider code', cell: ({ providerCode }) => providerCode },
  { heading: 'Episode began', cell: ({ startedOn }) => startedOn },
  { heading: 'Miles from home', cell: ({ distanceMiles }) => distanceMiles },
  { heading: 'In own area', cell: ({ inArea }) => inArea },
  { heading: 'Home sector', cell: ({ homeSector }) => homeSector },
  { heading: 'Placement sector', cell: ({ placementSector }) => placementSector },
  { heading: 'Placement area', cell: ({ placementArea }) => placementArea },
]

export const regionFile = ({ children, agreed }: RegionList, { today }: Viewer): Download =>
  download(
    { name: `children-in-the-region-${today}`, marking: 'OFFICIAL-SENSITIVE-PERSONAL' },
    fileColumns(agreed),
    children,
  )
