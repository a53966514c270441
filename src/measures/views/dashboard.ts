/** The figures of a region or an authority: a few large ones, then pictures with their tables, then by authority. */

import { inWords } from '#shared/dates'
import { filterPanel } from '#web/filters'
import { insetText } from '#web/govuk'
import { type Html, html } from '#web/html'
import { pageOf, paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { headlines } from '#web/summary'
import { longTable } from '#web/tables'
import type { Dashboard, FigureRow } from '../dashboard.ts'
import { type MeasureCode, measures } from '../measure.ts'
import { paths } from '../paths.ts'
import { drawnOnce } from './drawn.ts'
import { pictures } from './pictures.ts'
import { type Narrowed, outOf, percent, rateInWords, rowsBehind, whole } from './words.ts'

export const dashboardPage = (dashboard: Dashboard, viewer: Viewer): Page =>
  drawnOnce(dashboard, viewer, draw)

function draw(dashboard: Dashboard, viewer: Viewer): Page {
  const { chosen, authorities, today } = dashboard
  const title = chosen ? `Figures for ${chosen.name}` : 'Figures for the region'
  const choices = authorities.map(({ code, name }) => ({ value: code, text: name }))
  return {
    title,
    wide: true,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">
        As they stand on ${inWords(today)}${!chosen && ', to within five seconds'}. Not for publication: small
        numbers are shown.
        <a class="govuk-link" href="${paths.csv(chosen?.code)}">Download these figures (CSV)</a>
        <a class="govuk-link" href="${paths.flowOf(chosen?.code)}">Who entered and left care</a>
      </p>
      ${coverage(dashboard)}
      ${authorities.length > 1 && filterPanel(viewer, [{ name: 'authority', label: 'Authority', choices }])}
      ${headlineFigures(dashboard, viewer)}
      <div class="nearhome-pictures">${pictures(dashboard, viewer)}</div>
      ${byAuthority(dashboard, viewer)}`,
  }
}

/** A figure that leaves somebody out says so before it is read. */
function coverage({ leftOut, authorities, chosen }: Dashboard): Html | false {
  if (authorities.length === 0) {
    return insetText({
      text: 'No authority shares its records with you today, so there is nothing to count.',
    })
  }
  if (chosen || leftOut.length === 0) return false
  const sharing =
    authorities.length === 1 ? 'One authority shares' : `${authorities.length} authorities share`
  const names = leftOut.map(({ name }) => name).join(', ')
  return insetText({ text: `${sharing} records with you. Not counted: ${names}.` })
}

type Shown = [measure: MeasureCode, number: string, note: string, rows?: Narrowed]

function headlineFigures(dashboard: Dashboard, viewer: Viewer): Html {
  const { looked, rate, over20, threeOrMore, unregistered, outOfArea, chosen } = dashboard
  const shown: readonly Shown[] = [
    ['looked-after', whole(looked), 'today', {}],
    ['rate', rateInWords(rate), 'of every 10,000 under 18; approximate'],
    ['over-20-miles', percent(over20), outOf(over20), { distance: 'over 20' }],
    ['out-of-area', percent(outOfArea), outOf(outOfArea), { distance: 'outside' }],
    ['three-placements', percent(threeOrMore), outOf(threeOrMore), { moves: 'three or more' }],
    ['unregistered', whole(unregistered.count), outOf(unregistered), { unregistered: true }],
  ]
  return headlines(
    shown.map(([measure, number, note, rows]) => {
      const { name } = measures[measure]
      const href = rows && rowsBehind(viewer, chosen, rows)
      return {
        name,
        number,
        href: paths.definition(measure),
        note: html`${note}
        ${
          href &&
          html`<br /><a class="govuk-link" href="${href}"
              >See these children<span class="govuk-visually-hidden">: ${name}</span></a
            >`
        }`,
      }
    }),
  )
}

const perPage = 40

function byAuthority({ byAuthority: rows }: Dashboard, viewer: Viewer): Html | false {
  const page = pageOf(viewer)
  return (
    rows.length > 1 &&
    html`${authorityTable(rows.slice((page - 1) * perPage, page * perPage))}
    ${rows.length > perPage && paging(viewer, { page, perPage, total: rows.length })}`
  )
}

const authorityTable = (rows: readonly FigureRow[]): Html =>
  longTable<FigureRow>({
    caption: 'By authority',
    rows,
    columns: [
      {
        heading: 'Authority',
        cell: ({ name, code }) => html`<a class="govuk-link" href="${paths.of(code)}">${name}</a>`,
      },
      { heading: 'Children looked after', cell: ({ looked }) => whole(looked), numeric: true },
      { heading: 'Per 10,000', cell: ({ rate }) => rateInWords(rate), numeric: true },
      { heading: 'Over 20 miles', cell: row => percent(row.over20), numeric: true },
      { heading: 'Outside the authority', cell: row => percent(row.outOfArea), numeric: true },
      { heading: 'Three or more placements', cell: row => percent(row.threeOrMore), numeric: true },
      { heading: 'Unregistered', cell: row => whole(row.unregistered.count), numeric: true },
    ],
  })
