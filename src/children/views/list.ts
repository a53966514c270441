/** An authority's children as a worklist, and the file of them. */

import { ageBands, isUnregistered, legalStatuses, placementKinds, kindOfPlacement } from '#reference'
import { type PlainDate, inWords } from '#shared/dates'
import { addressWith } from '#web/address'
import { type CsvColumn, download } from '#web/csv'
import { type Filter, filtered } from '#web/filters'
import { form, questions } from '#web/forms'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Download, Page, Viewer } from '#web/route'
import { headlines, stateTag } from '#web/summary'
import { type Column, longTable } from '#web/tables'
import type { ChildList } from '../actions/lists.ts'
import { ageInWords, nameOf } from '../child.ts'
import { isOver, farMiles } from '../distance.ts'
import type { Circumstance, Standing } from '../narrowing.ts'
import { paths } from '../paths.ts'
import { aWeek, capitalised, counted, miles, quietly, says } from './words.ts'

type Listed = ChildList['children'][number]

export function listPage(list: ChildList, viewer: Viewer): Page {
  const { total, over20, unregistered, words, page, perPage, children } = list
  const body = html`<h1 class="govuk-heading-l">Children</h1>
    ${searchForm(words, viewer)}
    ${headlines([
      { name: words ? 'found' : 'in this list', number: total.toLocaleString('en-GB') },
      { name: `over ${farMiles} miles from home`, number: over20.toLocaleString('en-GB') },
      { name: 'in an unregistered setting', number: unregistered.toLocaleString('en-GB') },
    ])}
    ${filtered(
      viewer,
      filters,
      html`${longTable({
        caption: words ? `Children found by “${words}”` : 'Children',
        columns: columnsOn(viewer.today),
        rows: children,
        at: viewer,
        sorted: list.sort,
        empty: words
          ? 'Nobody’s name or number begins like that. Try fewer letters.'
          : 'No child matches these filters. Take one away to see more.',
      })}
      ${paging(viewer, { page, perPage, total })} ${total > 0 && fileLink(total, viewer)}`,
    )}`
  return { title: 'Children', body, wide: true }
}

export const fileLink = (total: number, viewer: Viewer): Html =>
  html` <p class="govuk-body">
    <a class="govuk-link" href="${addressWith(viewer, { format: 'csv', page: null })}"
      >Download ${counted(total, 'child', 'children')} (CSV)</a
    >
  </p>`

/** Posted, so that a name never stands in an address. */
const searchForm = (words: string | null, viewer: Viewer): Html =>
  form({
    action: paths.children,
    submit: 'Look for a child',
    body: questions(viewer).text({
      name: 'words',
      label: 'Name or number',
      hint: 'The first few letters are enough',
      value: words,
      type: 'search',
      width: 20,
    }),
    ...(words && { cancel: paths.children }),
  })

const columnsOn = (today: PlainDate): Column<Listed>[] => [
  {
    heading: 'Name',
    cell: child => html`<a class="govuk-link" href="${paths.child(child.id)}">${nameOf(child)}</a>`,
    sort: 'name',
  },
  { heading: 'Number', cell: ({ localId }) => localId, sort: 'number' },
  { heading: 'Age', cell: ({ born }) => ageInWords(born, today), numeric: true, sort: 'age' },
  { heading: 'Home', cell: homeOf },
  { heading: 'Since', cell: since, sort: 'placed' },
  { heading: 'Legal status', cell: ({ legalStatus }) => quietly(says.legalStatus(legalStatus), '') },
  { heading: 'From home', cell: distanceOf, numeric: true, sort: 'distance' },
  { heading: 'Cost', cell: ({ weeklyFee }) => quietly(aWeek(weeklyFee), ''), numeric: true, sort: 'fee' },
]

function homeOf({ placeCode, providerCode, endedOn }: Listed) {
  if (!placeCode) return 'Never looked after'
  if (endedOn) return `Left care on ${inWords(endedOn)}`
  const kind = capitalised(kindOfPlacement(placeCode, providerCode))
  return isUnregistered(placeCode) ? stateTag(kind, 'attention') : kind
}

const since = ({ placedOn, endedOn }: Listed) => (placedOn && !endedOn ? inWords(placedOn) : '')

const distanceOf = ({ distanceMiles, endedOn }: Listed) => {
  if (endedOn) return ''
  const said = quietly(miles(distanceMiles))
  return isOver(distanceMiles, farMiles) ? html`<strong>${said}</strong>` : said
}

const choicesOf = (values: readonly string[]) => values.map(value => ({ value, text: capitalised(value) }))

export const sharedFilters: readonly Filter[] = [
  { name: 'kind', label: 'Kind of home', choices: choicesOf(placementKinds) },
  {
    name: 'legalStatus',
    label: 'Legal status',
    choices: [
      { value: 'care order', text: 'A care order, interim or full' },
      ...legalStatuses.map(({ code, label }) => ({ value: code, text: label })),
    ],
  },
  { name: 'ageBand', label: 'Age', choices: choicesOf(ageBands.map(({ band }) => band)) },
  {
    name: 'distance',
    label: 'Distance from home',
    choices: [
      { value: 'over 20', text: 'Over 20 miles' },
      { value: 'over 100', text: 'Over 100 miles' },
      { value: 'outside', text: 'Outside the authority' },
      { value: 'not known', text: 'Not known' },
    ],
  },
  {
    name: 'moves',
    label: 'Placements in the last 12 months',
    choices: [{ value: 'three or more', text: 'Three or more' }],
  },
]

const standingWords: Record<Exclude<Standing, 'now'>, string> = {
  before: 'Have left care',
  ever: 'Now or before',
}
const circumstanceWords: Record<Circumstance, string> = {
  unregistered: 'In an unregistered setting',
  health: 'In a health setting',
  'youth justice': 'In the youth justice system',
  plan: 'With an education, health and care plan',
  'not assessed': 'Nobody has recorded what matters to them',
}
const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

const filters: readonly Filter[] = [
  { name: 'standing', label: 'Looked after', choices: choices(standingWords), otherwise: 'Now' },
  ...sharedFilters,
  { name: 'circumstance', label: 'Circumstances', choices: choices(circumstanceWords) },
]

const fileColumns = (today: PlainDate): CsvColumn<Listed>[] => [
  { heading: 'Number', cell: ({ localId }) => localId },
  { heading: 'Given name', cell: ({ givenName }) => givenName },
  { heading: 'Family name', cell: ({ familyName }) => familyName },
  { heading: 'Born', cell: ({ born }) => born },
  { heading: 'Age', cell: ({ born }) => ageInWords(born, today) },
  { heading: 'Place code', cell: ({ placeCode }) => placeCode },
  { heading: 'Provider code', cell: ({ providerCode }) => providerCode },
  { heading: 'Legal status', cell: ({ legalStatus }) => legalStatus },
  { heading: 'In this home since', cell: ({ placedOn }) => placedOn },
  { heading: 'Left care on', cell: ({ endedOn }) => endedOn },
  { heading: 'Miles from home', cell: ({ distanceMiles }) => distanceMiles },
  { heading: 'Weekly cost in pounds', cell: ({ weeklyFee }) => weeklyFee !== null && weeklyFee / 100 },
]

export const childrenFile = ({ children }: ChildList, { today }: Viewer): Download =>
  download(
    { name: `children-${today}`, marking: 'OFFICIAL-SENSITIVE-PERSONAL' },
    fileColumns(today),
    children,
  )
