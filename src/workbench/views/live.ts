/** The return as Nearhome's own record tells it, and how the council's extract differs from that. */

import { columnsOf } from '#filing'
import { ruleByCode } from '#rulebook'
import { insetText, warningText } from '#web/govuk'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { headlines, stateTag } from '#web/summary'
import { longTable } from '#web/tables'
import { perPage } from '../actions/children.ts'
import type { ShownLive } from '../actions/live.ts'
import type { ShownSides, Sided } from '../actions/sides.ts'
import { paths } from '../paths.ts'
import type { Side } from '../side.ts'
import { askedInPart } from './in-part.ts'
import { backTo, counted, severityTag, thousands, titleOf, when, yearOf } from './words.ts'

export const livePage = (shown: ShownLive): Page => ({
  title: `${titleOf(shown.year)} from Nearhome’s record`,
  wide: true,
  body: html`${backTo(paths.years, 'Put returns right')}
    <h1 class="govuk-heading-l">${titleOf(shown.year)} from Nearhome’s record</h1>
    <p class="govuk-body">
      This is the return as the record stands today: what your returns told, and every placement started,
      moved and ended in Nearhome since.
    </p>
    ${headlines([
      { name: shown.readiness.errors === 1 ? 'error' : 'errors', number: thousands(shown.readiness.errors) },
      { name: 'queries', number: thousands(shown.readiness.queries) },
      { name: 'children', number: thousands(shown.readiness.children) },
      { name: 'children to look at', number: thousands(shown.readiness.childrenFlagged) },
      { name: 'children without a review', number: thousands(shown.readiness.childrenWithoutReviews) },
    ])}
    <p class="govuk-body">
      <a class="govuk-link" href="${paths.sides(shown.year)}">How your files and Nearhome’s record differ</a>
    </p>
    ${filesOf(shown)} ${found(shown)} ${notAsked(shown)} ${askedInPart(shown.readiness.partly)}`,
})

const filesOf = ({ year, rows }: ShownLive): Html => html`
  ${longTable({
    caption: 'Files to take away',
    rows,
    columns: [
      {
        heading: 'File',
        cell: ([name]) =>
          html`<a class="govuk-link" href="${paths.liveFile(year, `${name}.csv`)}">${name}.csv</a>`,
      },
      { heading: 'Rows', cell: ([, number]) => thousands(number), numeric: true },
    ],
  })}
  <p class="govuk-body">
    <a class="govuk-link" href="${paths.liveFile(year, 'return.xml')}">All of them as one XML file</a>
  </p>
`

const found = ({ byRule }: ShownLive): Html =>
  longTable({
    caption: 'What each rule found',
    rows: byRule,
    empty: 'No rule found anything.',
    columns: [
      {
        heading: 'Rule',
        cell: ({ rule }) => html`<a class="govuk-link" href="${paths.explained(rule)}">${rule}</a>`,
      },
      { heading: 'What is wrong', cell: ({ rule }) => ruleByCode.get(rule)?.says },
      { heading: 'Kind', cell: ({ rule }) => severityTag(ruleByCode.get(rule)?.severity ?? 'error') },
      { heading: 'Rows', cell: ({ rows }) => thousands(rows), numeric: true },
      { heading: 'Children', cell: ({ children }) => thousands(children), numeric: true },
    ],
  })

function notAsked({ failed, skipped }: ShownLive): Html | false {
  const all = Object.entries({ ...failed, ...skipped })
  return (
    all.length > 0 &&
    html`<h2 class="govuk-heading-m">Rules that were not asked, and did not pass</h2>
      <ul class="govuk-list">
        ${all.map(([code, why]) => html`<li>${code}: ${why}</li>`)}
      </ul>`
  )
}

const fixes: Record<Side['fix'], Html> = {
  'case-system': stateTag('Your case system', 'attention'),
  load: stateTag('Load the extract', 'waiting'),
  look: stateTag('Look at both', 'waiting'),
}

export const sidesPage = (shown: ShownSides, viewer: Viewer): Page => ({
  title: `Your files and Nearhome’s record, ${yearOf(shown.year)}`,
  wide: true,
  body: html`${backTo(paths.live(shown.year), `${titleOf(shown.year)} from Nearhome’s record`)}
    <h1 class="govuk-heading-l">Your files and Nearhome’s record, ${yearOf(shown.year)}</h1>
    <p class="govuk-body">
      The extract brought on ${when(shown.broughtAt)} beside what Nearhome would send today:
      ${counted(shown.total, 'row differs', 'rows differ')}, of
      ${counted(shown.children, 'child', 'children')}.
    </p>
    ${
      !shown.isLoaded &&
      warningText({
        text: 'This extract was checked and has not been loaded. Load it first: most of what differs then goes.',
        iconFallbackText: 'Warning',
      })
    }
    ${
      shown.toFix['case-system'] > 0 &&
      insetText({
        text: `${counted(shown.toFix['case-system'], 'row is', 'rows are')} likelier wrong in your case system.`,
      })
    }
    ${longTable({
      caption: 'Rows that differ, child by child',
      hideCaption: true,
      rows: shown.differences,
      empty: 'Nothing differs: your extract and Nearhome’s record tell the same.',
      columns: [
        { heading: 'Child', cell: ({ difference }) => difference.child || 'None named' },
        { heading: 'File', cell: ({ difference }) => difference.kind },
        { heading: 'What differs', cell: whatDiffers },
        { heading: 'Likelier to need fixing', cell: ({ side }) => fixes[side.fix] },
        { heading: 'Why', cell: ({ side }) => side.why },
      ],
    })}
    ${paging(viewer, { page: shown.page, perPage, total: shown.total })}`,
})

function whatDiffers({ difference }: Sided): string {
  if (difference.is === 'changed') {
    return difference.cells
      .map(({ column, before, after }) => `${column}: ${before || 'blank'} → ${after || 'blank'}`)
      .join('; ')
  }
  const cells = difference.is === 'added' ? difference.after : difference.before
  const told = columnsOf(difference.kind).filter(column => column !== 'CHILD' && cells[column])
  const first = told.slice(0, 3).map(column => `${column} ${cells[column]}`)
  return `${difference.is === 'added' ? 'Only in Nearhome' : 'Only in your extract'}: ${first.join(', ')}`
}
