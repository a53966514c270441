/** The rules of the return: the list of a year's, and each explained by an example. */

import {
  type Example,
  type Rule,
  type Source,
  cellsIn,
  certainties,
  deciders,
  tablesIn,
  years,
} from '#rulebook'
import { filtered } from '#web/filters'
import { insetText } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { summary } from '#web/summary'
import { longTable } from '#web/tables'
import type { ListedRules } from '../actions/rules.ts'
import { paths } from '../paths.ts'
import { backTo, severityTag, thousands, yearOf } from './words.ts'

export function rulesPage({ year, groups }: ListedRules, viewer: Viewer): Page {
  const total = groups.reduce((sum, { rules }) => sum + rules.length, 0)
  const choices = years.map(each => ({ value: String(each), text: yearOf(each) }))
  const lists = groups.map(
    ({ name, rules }) =>
      html`<h2 class="govuk-heading-m">${name}</h2>
        ${longTable({
          caption: `Rules of ${name}`,
          hideCaption: true,
          rows: rules,
          empty: 'None in this year.',
          columns: [
            {
              heading: 'Rule',
              cell: ({ code }) => html`<a class="govuk-link" href="${paths.explained(code)}">${code}</a>`,
            },
            { heading: 'What it finds', cell: ({ says }) => says },
            { heading: 'Kind', cell: ({ severity }) => severityTag(severity) },
            { heading: 'Columns', cell: ({ columns }) => columns.join(', ') },
          ],
        })}`,
  )
  return {
    title: `Rules of the return of ${yearOf(year)}`,
    wide: true,
    body: html`<h1 class="govuk-heading-l">Rules of the return of ${yearOf(year)}</h1>
      <p class="govuk-body">${thousands(total)} rules, each asked by itself of every row.</p>
      ${filtered(viewer, [{ name: 'year', label: 'Year', choices, otherwise: yearOf(year) }], lists)}`,
  }
}

export const rulePageExplained = (rule: Rule): Page => ({
  title: `Rule ${rule.code}`,
  wide: true,
  body: html`${backTo(paths.rules(), 'Rules of the return')}
    <h1 class="govuk-heading-l">Rule ${rule.code}</h1>
    <p class="govuk-body-l">${rule.says}</p>
    ${summary([
      { name: 'How to put it right', value: rule.fix },
      { name: 'Kind', value: severityTag(rule.severity) },
      { name: 'Columns', value: rule.columns.join(', ') },
      { name: 'Years', value: liveIn(rule) },
      { name: 'What it needs', value: rule.needs.map(inWords).join(', ') },
      ...alsoRead(rule),
      { name: 'Source', value: rule.source },
      { name: 'What decides', value: groundOf(rule) },
      { name: 'How sure we are', value: certainties[rule.ground.sure] },
    ])}
    ${rule.note && insetText({ text: rule.note })}
    <h2 class="govuk-heading-m">An example</h2>
    <p class="govuk-body">The rows marked “flagged” are wrong by this rule; the others are not.</p>
    ${tablesIn(rule.example).map(name => exampleTable(inWords(name), rule.example[name] ?? []))}
    ${earlierTables(rule.example)}`,
})

const groundOf = ({ ground }: Rule): Html =>
  html`${deciders[ground.decides]}.${ground.why && html`<br />${ground.why}`}`

/** What it looks at besides: without the first it is not asked in full. */
const alsoRead = ({ reaches, uses }: Rule): { name: string; value: string }[] => [
  ...(reaches.length > 0 ? [{ name: 'Not in full without', value: reaches.map(inWords).join(', ') }] : []),
  ...(uses.length > 0 ? [{ name: 'What it also looks at', value: uses.map(inWords).join(', ') }] : []),
]

const earlierTables = ({ earlier = {} }: Example): Html[] =>
  Object.entries(earlier).flatMap(([year, files]) =>
    Object.entries(files).map(([name, rows]) => exampleTable(`${name} of ${yearOf(Number(year))}`, rows)),
  )

const liveIn = ({ live }: Rule): string =>
  live === null ? 'Written, and never made live' : `${yearOf(live.from)} to ${yearOf(live.until)}`

function inWords(source: Source): string {
  if (source === 'earlier') return 'the returns before last year’s'
  if (source === 'providers') return 'Ofsted’s lists'
  if (source === 'postcodes') return 'the directory of postcodes'
  return source.endsWith('_last') ? `last year’s ${source.slice(0, -5)}` : source
}

function exampleTable(title: string, example: readonly string[]): Html {
  const rows = example.map((text, at) => ({
    flagged: text.startsWith('!'),
    cells: { CHILD: `X${at}`, ...cellsIn(text) } as Record<string, string>,
  }))
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  return longTable({
    caption: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    rows,
    columns: [
      ...columns.map(column => ({
        heading: column,
        cell: ({ cells }: (typeof rows)[number]) => cells[column] || 'blank',
      })),
      {
        heading: 'By this rule',
        cell: ({ flagged }) => (flagged ? html`<strong>Flagged</strong>` : 'Right'),
      },
    ],
  })
}
