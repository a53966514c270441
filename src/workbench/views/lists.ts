/** Children with something wrong in their rows, and social workers and teams with such children. */

import { hiddenFields, submitButton } from '#web/forms'
import { filtered } from '#web/filters'
import { select } from '#web/govuk'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { longTable } from '#web/tables'
import { type ListedChildren, type WorkerLine, perPage } from '../actions/children.ts'
import { paths } from '../paths.ts'
import { backTo, thousands, titleOf } from './words.ts'

export function childrenPage(listed: ListedChildren, viewer: Viewer): Page {
  const { year, total, page, people, teams } = listed
  const rules = [...new Set(listed.children.flatMap(({ rules: found }) => found))].toSorted()
  const filters = [
    { name: 'rule', label: 'Rule', choices: rules.map(code => ({ value: code, text: code })) },
    { name: 'team', label: 'Team', choices: [...new Set(teams.map(({ name }) => name))].map(asChoice) },
    { name: 'worker', label: 'Social worker (SW_ID)' },
    { name: 'person', label: 'Assigned to', choices: [...people].map(([value, text]) => ({ value, text })) },
  ].filter(({ choices }) => !choices || choices.length > 0)
  return {
    title: `Children to look at: ${titleOf(year)}`,
    wide: true,
    body: html`${backTo(paths.year(year), titleOf(year))}
      <h1 class="govuk-heading-l">Children to look at</h1>
      ${filtered(viewer, filters, html`${childTable(listed, viewer)} ${paging(viewer, { page, perPage, total })}`)}`,
  }
}

const asChoice = (text: string) => ({ value: text, text })

/** A list in which some may be chosen, and then assigned all at once. */
function childTable({ year, children, people }: ListedChildren, { actor }: Viewer): Html {
  const may = actor.permissions.has('return:correct')
  const table = longTable({
    caption: 'Children with something wrong in their rows',
    hideCaption: true,
    rows: children,
    empty: 'No child has anything wrong, of those you asked for.',
    columns: [
      {
        heading: 'Child',
        cell: ({ child, localId }) =>
          html`<a class="govuk-link" href="${paths.child(year, child)}">${localId}</a>`,
      },
      ...(may ? [{ heading: 'Choose', cell: tick }] : []),
      { heading: 'Errors', cell: ({ errors }) => thousands(errors), numeric: true },
      { heading: 'Queries', cell: ({ queries }) => thousands(queries), numeric: true },
      { heading: 'Rules', cell: ({ rules }) => rules.join(', ') },
      {
        heading: 'Social worker',
        cell: ({ worker, team }) => [worker, team].filter(Boolean).join(', ') || 'Not named',
      },
      {
        heading: 'Assigned to',
        cell: ({ assignedTo }) =>
          assignedTo ? (people.get(assignedTo) ?? 'somebody who has left') : 'Nobody',
      },
    ],
  })
  if (!may || children.length === 0) return table
  return html`<form method="post" action="${paths.assigning(year)}" novalidate>
    ${hiddenFields({ year: String(year) })} ${table}
    ${select({
      id: 'assignee',
      name: 'person',
      label: { text: 'Assign the chosen children to', classes: 'govuk-label--s' },
      items: [{ value: '', text: 'Nobody' }, ...[...people].map(([value, text]) => ({ value, text }))],
    })}
    ${submitButton('Assign')}
  </form>`
}

const tick = ({ child, localId }: ListedChildren['children'][number]): Html =>
  html`<div class="govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        type="checkbox"
        name="children"
        value="${child}"
        id="choose-${child}"
      />
      <label class="govuk-label govuk-checkboxes__label" for="choose-${child}"
        ><span class="govuk-visually-hidden">Choose ${localId}</span></label
      >
    </div>
  </div>`

export const workersPage = (
  { year, lines }: { year: number; lines: readonly WorkerLine[] },
  { actor }: Viewer,
): Page => ({
  title: `By social worker and team: ${titleOf(year)}`,
  wide: true,
  body: html`${backTo(paths.year(year), titleOf(year))}
    <h1 class="govuk-heading-l">By social worker and team</h1>
    ${
      actor.permissions.has('return:correct') &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${paths.teams(year)}">Say which team each social worker is in</a>
      </p>`
    }
    <h2 class="govuk-heading-m">Teams</h2>
    ${workTable('Teams', 'team', byTeam(lines), year)}
    <h2 class="govuk-heading-m">Social workers</h2>
    ${workTable(
      'Social workers',
      'worker',
      lines.map(line => ({ ...line, name: line.worker })),
      year,
    )}`,
})

type Work = Pick<WorkerLine, 'children' | 'errors' | 'queries'> & { readonly name: string | null }

function byTeam(lines: readonly WorkerLine[]): Work[] {
  const teams = new Map<string | null, Work>()
  for (const { team, children, errors, queries } of lines) {
    const sum = teams.get(team) ?? { name: team, children: 0, errors: 0, queries: 0 }
    teams.set(team, {
      name: team,
      children: sum.children + children,
      errors: sum.errors + errors,
      queries: sum.queries + queries,
    })
  }
  return [...teams.values()].toSorted((a, b) => b.errors - a.errors)
}

const workTable = (caption: string, filter: 'team' | 'worker', rows: readonly Work[], year: number): Html =>
  longTable({
    caption,
    hideCaption: true,
    rows,
    empty: 'Nothing is wrong with anybody’s children.',
    columns: [
      {
        heading: caption,
        cell: ({ name }) =>
          name === null
            ? 'Not named'
            : html`<a class="govuk-link" href="${paths.children(year)}?${filter}=${encodeURIComponent(name)}"
                >${name}</a
              >`,
      },
      { heading: 'Children', cell: ({ children }) => thousands(children), numeric: true },
      { heading: 'Errors', cell: ({ errors }) => thousands(errors), numeric: true },
      { heading: 'Queries', cell: ({ queries }) => thousands(queries), numeric: true },
    ],
  })
