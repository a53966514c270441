/** The list of loads; the region's view of who is ready; and the form that starts a load. */

import { inWords } from '#shared/dates'
import { button, insetText } from '#web/govuk'
import { type Html, html } from '#web/html'
import { form, questions } from '#web/forms'
import type { Page, Viewer } from '#web/route'
import { longTable } from '#web/tables'
import type { Listed } from '../actions/lists.ts'
import type { Years } from '../actions/loads.ts'
import { lastDay } from '../collection-year.ts'
import { paths } from '../paths.ts'
import { stateOf, when, yearInWords } from './words.ts'

export const listPage = (listed: Listed, viewer: Viewer): Page =>
  listed.of === 'loads' ? loadsPage(listed.loads, viewer) : readinessPage(listed.readiness)

const loadsPage = (loads: Extract<Listed, { of: 'loads' }>['loads'], { actor }: Viewer): Page => ({
  title: 'Returns',
  wide: true,
  body: html`<h1 class="govuk-heading-l">Returns on children looked after</h1>
    <div class="govuk-button-group">
      ${actor.permissions.has('return:load') && button({ text: 'Load a return', href: paths.start })}
      <a class="govuk-link" href="${paths.years}">Check returns against every rule, and put them right</a>
    </div>
    ${longTable({
      caption: 'Returns brought so far',
      hideCaption: true,
      rows: loads,
      empty: 'No return has been brought yet. The data lead of your authority can load one.',
      columns: [
        {
          heading: 'Return',
          cell: ({ id, year }) =>
            html`<a class="govuk-link" href="${paths.load(id)}">${sentence(yearInWords(year))}</a>`,
        },
        { heading: 'State', cell: ({ state }) => stateOf(state) },
        { heading: 'Brought by', cell: ({ by }) => by },
        { heading: 'When', cell: ({ startedAt }) => when(startedAt) },
      ],
    })}`,
})

const readinessPage = (readiness: Extract<Listed, { of: 'readiness' }>['readiness']): Page => ({
  title: 'Returns',
  wide: true,
  body: html`<h1 class="govuk-heading-l">How ready each return is</h1>
    <p class="govuk-body">
      For each authority that shares its record, how far each year’s return has come.
      <a class="govuk-link" href="${paths.years}">How many errors each still has</a>
    </p>
    ${longTable({
      caption: 'Returns by authority and year',
      hideCaption: true,
      rows: readiness,
      empty: 'No authority that shares its record has brought a return yet.',
      columns: [
        { heading: 'Authority', cell: ({ authority }) => authority },
        { heading: 'Return', cell: ({ year }) => sentence(yearInWords(year)) },
        { heading: 'State', cell: ({ state }) => stateOf(state) },
        { heading: 'Since', cell: ({ since }) => when(since) },
      ],
    })}`,
})

export function startPage({ years, loads }: Years, viewer: Viewer): Page {
  const { file } = questions(viewer)
  return {
    title: 'Load a return',
    body: html`<h1 class="govuk-heading-l">Load a return</h1>
      <p class="govuk-body">
        Bring the files of one year’s return, CSV or XML, on children looked after (SSDA903). Nothing changes
        until you have seen what is wrong and what would change.
      </p>
      ${insetText({
        text:
          'We know each file by its columns, so it does not matter what it is called. The Header and the ' +
          'Episodes matter most; the others may come with them.',
      })}
      ${form({
        action: paths.start,
        submit: 'Check these files',
        cancel: paths.returns,
        files: true,
        body: [
          chooseYear(years, loads, viewer),
          file({
            name: 'files',
            label: 'Files of the return',
            hint: 'Up to 20 CSV files, of up to 50,000 rows each, or the return as XML',
            multiple: true,
            accept: '.csv,.xml,text/csv,application/xml',
          }),
        ],
      })}`,
  }
}

function chooseYear(years: Years['years'], loads: Years['loads'], viewer: Viewer): Html {
  const loaded = new Set(loads.flatMap(({ year, state }) => (state === 'committed' ? [year] : [])))
  return questions(viewer).select({
    name: 'year',
    label: 'Which year is the return for?',
    value: String(years[1] ?? ''),
    choices: years.map(year => ({
      value: String(year),
      text: `${sentence(yearInWords(year))}${yearNote(year, viewer, loaded)}`,
    })),
  })
}

function yearNote(year: number, { today }: Viewer, loaded: ReadonlySet<number>): string {
  const soFar = lastDay(year) > today ? `, as far as ${inWords(today)}` : ''
  return soFar + (loaded.has(year) ? ' (loaded before)' : '')
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
