/** What loading a return would change, or did: the numbers, and the first of each kind. */

import { type PlainDate, inWords, parseDate } from '#shared/dates'
import { details } from '#web/govuk'
import { type Html, html } from '#web/html'
import { headlines } from '#web/summary'
import { longTable } from '#web/tables'
import type { Change } from '../merging/merging.ts'
import type { Examples, Named, Outcome, Part } from '../outcome.ts'
import { counted, thousands } from './words.ts'

export const effectHeadlines = ({ counts, rows, leftOut }: Outcome): Html =>
  headlines([
    { name: 'New children', number: thousands(counts.newChildren) },
    { name: 'Children changed', number: thousands(counts.changedChildren) },
    { name: 'New episodes', number: thousands(counts.newEpisodes) },
    { name: 'Episodes ended', number: thousands(counts.endedEpisodes) },
    { name: 'Episodes changed', number: thousands(counts.changedEpisodes + counts.removedEpisodes) },
    {
      name: 'Rows left out',
      number: thousands(leftOut),
      note: `of ${counted(rows, 'row', 'rows')}`,
    },
  ])

const parts: Record<Part, readonly [title: string, says: string]> = {
  newChildren: ['New children', 'Children we do not yet know.'],
  changedChildren: ['Children whose facts change', 'Each with what is held now and what the return says.'],
  newEpisodes: ['New episodes', 'Episodes we do not yet know.'],
  endedEpisodes: ['Episodes that end', 'Open until now, ended in the return.'],
  changedEpisodes: ['Episodes that change otherwise', 'Fees and homes are kept as they are.'],
  removedEpisodes: ['Episodes that go', 'This return tells those days otherwise.'],
  absent: [
    'Children not in the return',
    'We hold them as looked after in the year. Nothing becomes of their records.',
  ],
  possibleDuplicates: ['Children who may be one child', 'Two numbers with one day of birth, sex and UPN.'],
  twins: ['Children who may be twins', 'Born on one day, from one address.'],
}

export const effectInFull = (outcome: Outcome): Html => html`
  ${(Object.keys(parts) as Part[]).map(part => section(part, outcome))}
  <p class="govuk-body">
    ${counted(outcome.sameChildren, 'child', 'children')} and
    ${counted(outcome.sameEpisodes, 'episode', 'episodes')} are as we hold them already.
  </p>
`

function section(part: Part, { counts, examples }: Outcome): Html | false {
  const [title, says] = parts[part]
  const count = counts[part]
  if (count === 0) return false
  const shown = examples[part].length
  return details({
    summaryHtml: html`${title} (${thousands(count)})`,
    html: html`<p class="govuk-body">
        ${says} ${shown < count && `The first ${thousands(shown)} are shown.`}
      </p>
      ${tableOf(part, examples, title)}`,
  })
}

function tableOf(part: Part, examples: Examples, caption: string): Html {
  if (part === 'possibleDuplicates' || part === 'twins') {
    const columns = [
      { heading: 'Child', cell: ([one]: readonly [string, string]) => one },
      { heading: 'And child', cell: ([, other]: readonly [string, string]) => other },
    ]
    return longTable({ caption, hideCaption: true, rows: examples[part], columns })
  }
  if (part === 'changedChildren') return changes(caption, examples[part])
  if (part === 'changedEpisodes' || part === 'endedEpisodes') return changes(caption, examples[part])
  const born = part === 'newChildren' || part === 'absent'
  return longTable<Named>({
    caption,
    hideCaption: true,
    rows: examples[part],
    columns: [
      { heading: 'Child', cell: ({ child }) => child },
      { heading: born ? 'Born' : 'Began', cell: ({ day }) => inWords(day) },
    ],
  })
}

type Changed = { readonly child: string; readonly startedOn?: PlainDate; readonly changes: readonly Change[] }
type ChangedField = Change & Pick<Changed, 'child' | 'startedOn'>

const changes = (caption: string, all: readonly Changed[]): Html =>
  longTable<ChangedField>({
    caption,
    hideCaption: true,
    rows: all.flatMap(({ child, startedOn, changes: fields }) =>
      fields.map(field => ({ ...field, child, ...(startedOn && { startedOn }) })),
    ),
    columns: [
      { heading: 'Child', cell: ({ child }) => child },
      { heading: 'Episode from', cell: ({ startedOn }) => (startedOn ? inWords(startedOn) : '') },
      { heading: 'What', cell: ({ field }) => fieldInWords(field) },
      { heading: 'Now', cell: ({ before }) => valueInWords(before) },
      { heading: 'After', cell: ({ after }) => valueInWords(after) },
    ],
  })

/** `placementPostcode` as people say it: Placement postcode. */
const fieldInWords = (field: string): string => {
  const words = field.replace(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Nothing'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, each]) => `${fieldInWords(name)}: ${valueInWords(each)}`)
      .join(', ')
  }
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : ''
  const day = parseDate(value)
  return day ? inWords(day) : value
}
