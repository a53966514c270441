/** The rows of a return that one rule flags. */

import { ruleByCode } from '#rulebook'
import { insetText } from '#web/govuk'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { longTable } from '#web/tables'
import { type FlaggedRow, type ShownRule, perPage } from '../actions/children.ts'
import { paths } from '../paths.ts'
import { backTo, severityTag, thousands, titleOf } from './words.ts'

export function rulePage(shown: ShownRule, viewer: Viewer): Page {
  const { year, code, total, page, partly } = shown
  const rule = ruleByCode.get(code)!
  const mayWaive = rule.severity === 'query' && total > 0 && viewer.actor.permissions.has('return:correct')
  return {
    title: `Rule ${code}: ${titleOf(year)}`,
    wide: true,
    body: html`${backTo(paths.year(year), titleOf(year))}
      <h1 class="govuk-heading-l">Rule ${code}</h1>
      <p class="govuk-body">${severityTag(rule.severity)} ${rule.says}</p>
      <p class="govuk-body">
        ${rule.fix} <a class="govuk-link" href="${paths.explained(code)}">See an example</a>
      </p>
      ${partly !== null && insetText({ text: `This rule was not asked in full. ${partly}` })}
      ${
        mayWaive &&
        html`<p class="govuk-body">
          <a class="govuk-link" href="${paths.waiving(year, code)}">Answer this query for every row</a>
        </p>`
      }
      ${flaggedTable(shown, rule.columns)} ${paging(viewer, { page, perPage, total })}`,
  }
}

/** The rows flagged; where the rule was asked only in part, "nothing" is said of what it saw. */
const flaggedTable = ({ year, rows, partly }: ShownRule, columns: readonly string[]): Html =>
  longTable({
    caption: 'Rows that this rule flags',
    hideCaption: true,
    rows,
    empty:
      partly === null ? 'This rule flags nothing in this return.' : 'This rule flags nothing of what it saw.',
    columns: [
      { heading: 'Child', cell: row => childLink(year, row) },
      { heading: 'File', cell: ({ file }) => file },
      { heading: 'Row', cell: ({ at }) => thousands(at + 1), numeric: true },
      ...columns.map(column => ({
        heading: column,
        cell: ({ cells }: FlaggedRow) => cells[column] ?? '',
      })),
      { heading: 'Answered', cell: ({ waived }) => (waived ? 'Yes' : 'No') },
    ],
  })

const childLink = (year: number, { child, localId }: FlaggedRow): Html | string =>
  child ? html`<a class="govuk-link" href="${paths.child(year, child)}">${localId}</a>` : 'None named'
