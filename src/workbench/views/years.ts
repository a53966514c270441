/** The years of an authority's returns; and the region's view of how ready each authority is. */

import { collectionYearOf } from '#reference'
import { years as known } from '#rulebook'
import type { PlainDate } from '#shared/dates'
import { button } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { stateTag } from '#web/summary'
import { longTable } from '#web/tables'
import type { RegionLine, YearLine, Years } from '../actions/years.ts'
import { paths } from '../paths.ts'
import { thousands, titleOf, when, yearOf } from './words.ts'

export const yearsPage = (years: Years, viewer: Viewer): Page =>
  years.of === 'years' ? ownYears(years.years, viewer) : regionYears(years.lines)

/** Or the last whose layout is known. */
const yearUnderWay = (today: PlainDate): number => Math.min(collectionYearOf(today), known.at(-1)!)

const ownYears = (years: readonly YearLine[], { actor, today }: Viewer): Page => ({
  title: 'Put returns right',
  wide: true,
  body: html`<h1 class="govuk-heading-l">Put returns right</h1>
    <p class="govuk-body">
      Every rule of the return, asked of the newest files you brought for each year. What you put right here
      is laid over your files, which stay as they came.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="${paths.live(yearUnderWay(today))}"
        >${titleOf(yearUnderWay(today))} from Nearhome’s own record, as it stands today</a
      >
    </p>
    ${
      actor.permissions.has('return:load') &&
      html`<div class="govuk-button-group">
        ${button({ text: 'Load a return', href: '/returns/new' })}
        <a class="govuk-link" href="${paths.privateCheck}">Check files without keeping them</a>
        <a class="govuk-link" href="${paths.history}">The years joined</a>
        <a class="govuk-link" href="${paths.rules()}">What each rule asks</a>
      </div>`
    }
    ${longTable({
      caption: 'Returns by year',
      hideCaption: true,
      rows: years,
      empty: 'No return has been brought yet. Load one, then check it here.',
      columns: [
        {
          heading: 'Year',
          cell: ({ year }) => html`<a class="govuk-link" href="${paths.year(year)}">${titleOf(year)}</a>`,
        },
        { heading: 'State', cell: ({ checking }) => stateOf(checking) },
        { heading: 'Errors', cell: ({ checking }) => count(checking, 'errors'), numeric: true },
        { heading: 'Queries', cell: ({ checking }) => count(checking, 'queries'), numeric: true },
        { heading: 'Files brought', cell: ({ startedAt }) => when(startedAt) },
      ],
    })}`,
})

type Seen = YearLine['checking']
const count = (checking: Seen, which: 'errors' | 'queries'): string =>
  checking?.state === 'checked' ? thousands(checking.readiness[which]) : 'Not known'

function stateOf(checking: Seen): Html {
  if (!checking) return stateTag('Not checked', 'stopped')
  if (checking.state === 'waiting') return stateTag('Being checked', 'waiting')
  if (checking.state === 'failed') return stateTag('Could not be checked', 'attention')
  return checking.readiness.errors === 0 ? stateTag('No errors', 'done') : stateTag('Has errors', 'attention')
}

const regionYears = (lines: readonly RegionLine[]): Page => ({
  title: 'How ready each return is',
  wide: true,
  body: html`<h1 class="govuk-heading-l">How ready each return is</h1>
    <p class="govuk-body">
      For each authority that shares its record, the last year checked: counts alone, and nothing of any
      child.
    </p>
    ${longTable({
      caption: 'Readiness by authority',
      hideCaption: true,
      rows: lines,
      empty: 'No authority shares its record yet.',
      columns: [
        { heading: 'Authority', cell: ({ authority }) => authority },
        { heading: 'Year', cell: ({ year }) => (year === null ? 'None checked yet' : yearOf(year)) },
        { heading: 'Checked', cell: ({ checkedAt }) => (checkedAt ? when(checkedAt) : 'Not yet') },
        { heading: 'Errors', cell: ({ readiness }) => said(readiness?.errors), numeric: true },
        {
          heading: 'Errors at each check, first to last',
          cell: ({ trend }) => trend.map(thousands).join(', '),
        },
        { heading: 'Queries', cell: ({ readiness }) => said(readiness?.queries), numeric: true },
        { heading: 'Answered', cell: ({ readiness }) => said(readiness?.waived), numeric: true },
        { heading: 'Files missing', cell: ({ readiness }) => readiness?.filesMissing.join(', ') || 'None' },
        { heading: 'Signed', cell: ({ signedAt }) => (signedAt ? when(signedAt) : 'Not yet') },
      ],
    })}`,
})

const said = (number: number | undefined): string => (number === undefined ? 'Not known' : thousands(number))
