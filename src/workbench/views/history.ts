/** The years of an authority's returns joined: which rows were repaired or left out, and what could not be right. */

import { type Doubt, type Repair, doubtRules, repairRules } from '#rulebook'
import { type Day, toDate } from '#shared/days'
import { html } from '#web/html'
import { paging } from '#web/paging'
import type { Download, Page, Viewer } from '#web/route'
import { download } from '#web/csv'
import { longTable } from '#web/tables'
import { perPage } from '../actions/children.ts'
import type { ShownHistory } from '../actions/joined-history.ts'
import { paths } from '../paths.ts'
import { backTo, counted, thousands, yearOf } from './words.ts'

const dayIn = (day: Day | null): string =>
  day === null ? 'not ended' : toDate(day).split('-').toReversed().join('/')

type Line = {
  readonly child: string
  readonly year: string
  readonly row: number
  readonly begins: string
  readonly what: string
  readonly now: string
}

const repairLine = ({ told, rule, endedOn, reason, dropped }: Repair): Line => ({
  child: told.child,
  year: yearOf(told.year),
  row: told.row + 1,
  begins: dayIn(told.startedOn),
  what: repairRules[rule],
  now: dropped ? 'Left out' : `Ended ${dayIn(endedOn)}, ${reason ?? ''}`,
})

const doubtLine = ({ child, year, row, rule, file, dropped }: Doubt): Line => ({
  child,
  year: yearOf(year),
  row: row + 1,
  begins: file,
  what: doubtRules[rule],
  now: dropped ? 'Left out' : 'Kept',
})

export function historyPage(shown: ShownHistory, viewer: Viewer): Page {
  const { years, repairs, doubts, page } = shown
  const here = (page - 1) * perPage
  return {
    title: 'The years joined',
    wide: true,
    body: html`${backTo(paths.years, 'Put returns right')}
      <h1 class="govuk-heading-l">The years joined</h1>
      <p class="govuk-body">
        The newest return of each of ${counted(years.length, 'year', 'years')} joined into one history of each
        child: ${thousands(shown.children)} children, ${thousands(shown.episodes)} episodes. Your files stay
        as they came; put a return right and bring it again, and its repairs are gone.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="${viewer.path}?format=csv">Download all of this (CSV)</a>
      </p>
      <h2 class="govuk-heading-m">Rows repaired or left out: ${thousands(repairs.length)}</h2>
      ${lineTable('Rows repaired or left out', 'Begins', repairs.slice(here, here + perPage).map(repairLine))}
      <h2 class="govuk-heading-m">Rows that cannot be right: ${thousands(doubts.length)}</h2>
      ${lineTable('Rows that cannot be right', 'File', doubts.slice(here, here + perPage).map(doubtLine))}
      ${paging(viewer, { page, perPage, total: Math.max(repairs.length, doubts.length) })}`,
  }
}

const lineTable = (caption: string, third: string, rows: readonly Line[]) =>
  longTable({
    caption,
    hideCaption: true,
    rows,
    empty: 'None.',
    columns: [
      { heading: 'Child', cell: ({ child }) => child || 'None named' },
      { heading: 'Return', cell: ({ year }) => year },
      { heading: 'Row', cell: ({ row }) => thousands(row), numeric: true },
      { heading: third, cell: ({ begins }) => begins },
      { heading: 'Why', cell: ({ what }) => what },
      { heading: 'In the history', cell: ({ now }) => now },
    ],
  })

export const historyFile = ({ repairs, doubts }: ShownHistory): Download =>
  download(
    { name: 'years-joined', marking: 'OFFICIAL-SENSITIVE-PERSONAL' },
    [
      { heading: 'child', cell: ({ child }) => child },
      { heading: 'return', cell: ({ year }) => year },
      { heading: 'row', cell: ({ row }) => row },
      { heading: 'begins, or file', cell: ({ begins }) => begins },
      { heading: 'why', cell: ({ what }) => what },
      { heading: 'in the history', cell: ({ now }) => now },
    ],
    [...repairs.map(repairLine), ...doubts.map(doubtLine)],
  )
