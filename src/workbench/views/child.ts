/** A child's rows in a return: faulty cells marked, the rule's sentence beside them, and where to put them right. */

import { returnFiles } from '#reference'
import { type Cells, type Kind, ruleByCode } from '#rulebook'
import { form, questions } from '#web/forms'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { identityBar } from '#web/summary'
import { longTable } from '#web/tables'
import type { ChildFlag, ShownChild } from '../actions/children.ts'
import { paths } from '../paths.ts'
import { correctionTable, waiverTable } from './corrections.ts'
import { backTo, severityTag, titleOf, when } from './words.ts'

export function childPage(shown: ShownChild, viewer: Viewer): Page {
  const { year, child, assignedTo, people, flags } = shown
  const held = returnFiles.filter(({ name }) => (shown.files[name] ?? []).length > 0)
  return {
    title: `A child’s rows: ${titleOf(year)}`,
    wide: true,
    body: html`${backTo(paths.children(year), 'Children to look at')}
      <h1 class="govuk-heading-l">Child ${child.localId}</h1>
      ${identityBar({
        label: 'Who looks at this child’s rows',
        name: titleOf(year),
        facts: [
          { name: 'Left to look at', value: String(flags.filter(({ waived }) => !waived).length) },
          {
            name: 'Assigned to',
            value: assignedTo ? (people.get(assignedTo) ?? 'Somebody who has left') : 'Nobody',
          },
        ],
      })}
      ${flags.length === 0 && html`<p class="govuk-body">No rule flags anything in this child’s rows.</p>`}
      ${held.map(({ name, columns }) => fileOf(shown, name, columns, viewer))}
      <h2 class="govuk-heading-m">What was put right</h2>
      ${correctionTable(shown.corrections, viewer)}
      <h2 class="govuk-heading-m">Queries answered</h2>
      ${waiverTable(shown.waivers, shown.people, viewer)} ${comments(shown, viewer)}`,
  }
}

function fileOf(shown: ShownChild, kind: Kind, columns: readonly string[], viewer: Viewer): Html {
  const rows = shown.files[kind]!.map((cells, i) => {
    const at = shown.places[kind]![i]!
    const flags = shown.flags.filter(each => each.file === kind && each.at === at)
    return { cells, came: shown.asCame[kind]![i]!, at, flags }
  })
  return html`<h2 class="govuk-heading-m">${kind}</h2>
    ${longTable({
      caption: `Rows in ${kind}`,
      hideCaption: true,
      rows,
      columns: [
        { heading: 'Row', cell: ({ at }) => at + 1 },
        ...columns
          .filter(column => column !== 'CHILD')
          .map(column => ({
            heading: column,
            cell: (row: Row) => cellOf(shown, { kind, column, row }, viewer),
          })),
      ],
    })}
    ${rows.flatMap(row => row.flags.map(flag => sentenceOf(shown.year, flag, viewer)))}`
}

type Row = {
  readonly cells: Cells
  readonly came: Cells
  readonly at: number
  readonly flags: readonly ChildFlag[]
}
type Spot = { readonly kind: Kind; readonly column: string; readonly row: Row }

/** Marked by words and a border, not by colour alone. */
function cellOf({ year, child }: ShownChild, { kind, column, row }: Spot, { actor }: Viewer): Html {
  const value = row.cells[column] ?? ''
  const codes = row.flags
    .filter(({ rule, waived }) => !waived && ruleByCode.get(rule)?.columns.includes(column))
    .map(({ rule }) => rule)
  const changed = value !== (row.came[column] ?? '')
  const may = actor.permissions.has('return:correct')
  const href = paths.cell(year, child.id, { file: kind, at: row.at, column })
  const link = html`<a class="govuk-link" href="${href}"
    >${value || 'Blank'}<span class="govuk-visually-hidden"
      >: put ${column} of row ${row.at + 1} right</span
    ></a
  >`
  return html`<div class="${codes.length > 0 ? 'nearhome-faulty' : ''}">
    ${may ? link : value} ${codes.length > 0 && html`<small>Rule ${codes.join(', ')}</small>`}
    ${changed && html`<small>Put right; the file says ${row.came[column] || 'nothing'}</small>`}
  </div>`
}

const sentenceOf = (year: number, { rule, at, waived }: ChildFlag, { actor }: Viewer): Html => {
  const found = ruleByCode.get(rule)!
  const mayWaive = found.severity === 'query' && !waived && actor.permissions.has('return:correct')
  return html`<p class="govuk-body">
    ${severityTag(found.severity)} Row ${at + 1},
    <a class="govuk-link" href="${paths.rule(year, rule)}">rule ${rule}</a>: ${found.says} ${found.fix}
    ${waived && html`<strong>Answered.</strong>`}
    ${mayWaive && html`<a class="govuk-link" href="${paths.waiving(year, rule)}">Answer this query</a>`}
  </p>`
}

function comments({ year, child, comments: said }: ShownChild, viewer: Viewer): Html {
  return html`<h2 class="govuk-heading-m">Comments</h2>
    ${said.length === 0 && html`<p class="govuk-body">Nobody has commented yet.</p>`}
    ${said.map(
      ({ words, by, saidAt }) =>
        html`<div class="nearhome-comment">
          <p class="govuk-body">${words}</p>
          <p class="govuk-hint">${by}, ${when(saidAt)}</p>
        </div>`,
    )}
    ${
      viewer.actor.permissions.has('return:correct') &&
      form({
        action: paths.comment(year, child.id),
        submit: 'Add this comment',
        body: questions(viewer).textarea({ name: 'words', label: 'Comment for your colleagues', rows: 3 }),
      })
    }`
}
