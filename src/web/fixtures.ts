/** Every component in every state, on one page, for tests that look. */

import { type PlainDate, parseDate } from '#shared/dates'
import { areaMap } from './charts/area-map.ts'
import { barChart, stackedBarChart } from './charts/bar.ts'
import { lineChart } from './charts/line.ts'
import { periodChart } from './charts/periods.ts'
import { interruption } from './confirm.ts'
import { type Filter, filtered } from './filters.ts'
import { buttonForm, form } from './forms.ts'
import * as govuk from './govuk.ts'
import { type Html, html } from './html.ts'
import { paging } from './paging.ts'
import { progress } from './progress.ts'
import { type Answered, questions } from './questions.ts'
import type { Page } from './route.ts'
import { headlines, identityBar, stateTag, summary } from './summary.ts'
import { longTable } from './tables.ts'
import { timeline } from './timeline.ts'

const day = (iso: string): PlainDate => parseDate(iso)!
export const fixtureToday = day('2026-08-30')

/** What a person typed, and what was wrong with it. */
export const refused: Answered = {
  problems: [
    { field: 'fullName', message: 'Enter a name' },
    { field: 'startsOn', message: 'Enter the day it starts' },
    { field: 'fee', message: 'Enter the fee in pounds, like 1,250.00' },
    { field: 'colour', message: 'Choose a colour' },
    { field: 'wishes', message: 'Choose at least one' },
    { message: 'This has been changed by someone else since you opened it' },
  ],
  entered: {
    fullName: '',
    'startsOn-day': '31',
    'startsOn-month': '2',
    'startsOn-year': '2026',
    fee: 'lots',
  },
}
export const untouched: Answered = { problems: [], entered: {} }

const colours = [
  { value: 'green', text: 'Green', hint: 'Like grass' },
  { value: 'blue', text: 'Blue' },
  {
    value: 'other',
    text: 'Another colour',
    reveals: questions(untouched).text({ name: 'other', label: 'Which?' }),
  },
]

export const componentsPage = (answered: Answered): Page => ({
  title: 'Components',
  wide: true,
  body: html`${govuk.breadcrumbs({ items: [{ text: 'Home', href: '/' }, { text: 'Components' }] })}
    <h1 class="govuk-heading-l">Components</h1>
    ${lists} ${words} ${charts} ${formOf(answered)} ${interruptions}`,
})

type Row = { name: string; town: string; places: number; fee: string; state: Html }
const rows: Row[] = [
  {
    name: 'Larch House',
    town: 'Upper Nettlebury',
    places: 4,
    fee: '£5,120.00',
    state: stateTag('Open', 'done'),
  },
  {
    name: 'The Old Bakery',
    town: 'Wexcombe',
    places: 12,
    fee: '£980.50',
    state: stateTag('Not confirmed', 'waiting'),
  },
  {
    name: 'Number 9',
    town: 'Saint Osric',
    places: 1,
    fee: '£12,004.00',
    state: stateTag('Closed', 'stopped'),
  },
  {
    name: 'Heron Cottage',
    town: 'Wexcombe',
    places: 2,
    fee: '£4,410.25',
    state: stateTag('Late', 'attention'),
  },
]
const at = { path: '/components', query: { town: 'Wexcombe', q: 'house', sort: '-places' } }
const filters: Filter[] = [
  { name: 'q', label: 'Search', hint: 'A name or part of one' },
  {
    name: 'town',
    label: 'Town',
    choices: [
      { value: 'Wexcombe', text: 'Wexcombe' },
      { value: 'other', text: 'Elsewhere' },
    ],
  },
]

const columns = [
  { heading: 'Name', cell: (row: Row) => html`<a class="govuk-link" href="/">${row.name}</a>`, sort: 'name' },
  { heading: 'Town', cell: (row: Row) => row.town },
  { heading: 'Places', cell: (row: Row) => row.places, numeric: true, sort: 'places' },
  { heading: 'Weekly fee', cell: (row: Row) => row.fee, numeric: true },
  { heading: 'State', cell: (row: Row) => row.state },
]

const lists = html`<h2 class="govuk-heading-m">Lists</h2>
  ${headlines([
    { name: 'open places', number: '312', note: '14 more than last week', href: '/' },
    { name: 'confirmed this week', number: '88%' },
    { name: 'waiting longer than a day', number: '7', note: 'of 41' },
  ])}
  ${filtered(
    at,
    filters,
    html`${longTable({ caption: 'Houses', columns, rows, at })}
    ${paging(at, { page: 2, perPage: 25, total: 312 })}`,
  )}
  ${longTable({ caption: 'Nothing yet', columns, rows: [], empty: 'No houses match. Take away a filter to see more.' })}`

const words = html`<h2 class="govuk-heading-m">Words</h2>
  ${identityBar({
    name: 'Robin A',
    label: 'Who this is',
    facts: [
      { name: 'Age', value: '11' },
      { name: 'Reference', value: 'NH-4821' },
    ],
  })}
  ${summary([
    { name: 'Name', value: 'Robin', change: '/' },
    { name: 'Likes', value: '' },
  ])}
  ${summary([{ name: 'Town', value: 'Wexcombe', change: '/' }], 'A card')}
  ${govuk.taskList({
    idPrefix: 'tasks',
    items: [
      { title: { text: 'Say what matters' }, href: '/', status: { text: 'Completed' } },
      {
        title: { text: 'Choose who sees it' },
        href: '/',
        status: { tag: { text: 'Not yet', classes: 'govuk-tag--teal' } },
      },
    ],
  })}
  ${timeline([
    {
      what: 'Sent to four homes',
      who: 'Jo Field',
      when: '3 November 2026 at 4:05pm',
      at: '2026-11-03T16:05',
    },
    { what: 'Written', who: 'Sam Reed', when: '2 November 2026', more: 'With 12 facts.' },
  ])}
  ${progress({ phase: 'Checking rows', done: 1250, of: 4000, counted: 'rows' })}
  ${govuk.notificationBanner({ text: 'Saved.', type: 'success' })}
  ${govuk.insetText({ text: 'A quiet aside.' })}
  ${govuk.warningText({ text: 'This cannot be undone.', iconFallbackText: 'Warning' })}
  ${govuk.panel({ titleText: 'Placed', text: 'Reference NH-4821' })}
  ${govuk.tabs({
    items: [
      { label: 'One', id: 'one', panel: { text: 'First' } },
      { label: 'Two', id: 'two', panel: { text: 'Second' } },
    ],
  })}`

const told = {
  source: 'Invented for this page',
  definition: 'Counted on 31 March',
  csv: '/f.csv',
  method: '/m',
}
const square = (x: number, y: number) => `M${x} ${y}h120v90h-120z`
const charts = html`<h2 class="govuk-heading-m">Charts</h2>
  ${barChart({
    ...told,
    id: 'bars',
    title: 'Wexcombe has most of the open places',
    description: 'Bar chart of open places by town, from 40 to 1,210.',
    names: 'Town',
    counted: 'Open places',
    bars: [
      { name: 'Wexcombe and the villages beside it', value: 1210, focus: true },
      { name: 'Saint Osric', value: 640 },
      { name: 'Upper Nettlebury', value: 40 },
    ],
  })}
  ${stackedBarChart({
    ...told,
    id: 'stack',
    title: 'Most children in each town live with a family',
    description: 'Stacked bar chart of children by kind of home in two towns.',
    names: 'Town',
    parts: ['Foster family', 'Children’s home', 'Supported', 'Elsewhere'],
    bars: [
      { name: 'Wexcombe', values: [620, 180, 90, 40] },
      { name: 'Saint Osric', values: [310, 120, 30, 12] },
    ],
  })}
  ${lineChart({
    ...told,
    id: 'line',
    title: 'More children need a home each year',
    description: 'Line chart from 2021 to 2027: need rises from 310 to 480, places from 300 to 390.',
    timesAre: 'Year',
    times: ['2021', '2022', '2023', '2024', '2025', '2026', '2027'],
    lines: [
      { name: 'Need', values: [310, 335, 350, 390, 420, 455, 480] },
      { name: 'Places', values: [300, 310, 305, 340, 355, 380, 390] },
    ],
    band: { name: 'Likely need', values: [null, null, null, null, null, [430, 480], [430, 530]] },
  })}
  ${periodChart({
    ...told,
    id: 'periods',
    title: 'Robin has lived in two homes since 2021',
    description: 'Two lanes of periods from 2021 to now.',
    today: fixtureToday,
    lanes: [
      {
        name: 'Where Robin lives',
        spans: [
          { name: 'Larch House', from: day('2021-03-01'), until: day('2023-07-14') },
          { name: 'Heron Cottage', from: day('2023-07-14'), until: null, kind: 1 },
        ],
      },
      {
        name: 'Legal status',
        spans: [{ name: 'Care order', from: day('2021-05-20'), until: null, kind: 2 }],
      },
    ],
  })}
  ${areaMap({
    ...told,
    id: 'map',
    title: 'Places are scarcest in the east',
    description: 'Map of four invented areas; the east has 3 places and the west 44.',
    width: 250,
    height: 190,
    names: 'Area',
    counted: 'Open places',
    pointsAre: 'A home',
    areas: [
      { name: 'West', path: square(3, 3), value: 44, label: { text: 'West', x: 63, y: 50 } },
      { name: 'East', path: square(125, 3), value: 3, label: { text: 'East', x: 185, y: 50 } },
      { name: 'South', path: square(3, 95), value: 20, label: { text: 'South', x: 63, y: 142 } },
      { name: 'Marsh', path: square(125, 95), value: null, label: { text: 'Marsh', x: 185, y: 142 } },
    ],
    points: [
      { name: 'Larch House', x: 40, y: 70 },
      { name: 'School', x: 150, y: 120, main: true },
    ],
  })}`

function formOf(answered: Answered): Html {
  const ask = questions(answered)
  const body = [
    ask.text({ name: 'fullName', label: 'Full name', autocomplete: 'name', width: 20 }),
    ask.date({
      name: 'startsOn',
      label: 'When does it start?',
      hint: 'For example, 31 3 2026',
      value: '2026-09-01',
    }),
    ask.money({ name: 'fee', label: 'Weekly fee', value: '1250.00' }),
    ask.textarea({ name: 'story', label: 'Anything else', maxlength: 200 }),
    ask.radios({ name: 'colour', label: 'Which colour?', choices: colours, value: 'blue' }),
    ask.checkboxes({ name: 'wishes', label: 'Wishes', choices: colours.slice(0, 2), value: ['green'] }),
    ask.select({ name: 'town', label: 'Town', choices: [{ value: 'w', text: 'Wexcombe' }], value: 'w' }),
    ask.file({ name: 'files', label: 'Your files', hint: 'CSV files', multiple: true }),
  ]
  return html`<h2 class="govuk-heading-m">A form</h2>
    ${form({ action: '/components', submit: 'Save and continue', body, cancel: '/', files: true })}
    ${buttonForm('/components', 'Confirm again', { id: '1' })}`
}

const interruptions = interruption({
  title: 'Send to all 312 homes?',
  body: html`<p>This interrupts 312 people tonight. Four homes match well.</p>`,
  action: '/components',
  confirm: 'Send to 312 homes',
  cancel: '/',
})
