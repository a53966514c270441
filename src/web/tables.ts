/** Long tables: quick to make, sorted by the server, and wide only inside their own pane. */

import { type Asked, addressWith } from './address.ts'
import { type Html, type Renderable, html } from './html.ts'

export type Column<Row> = {
  readonly heading: string
  readonly cell: (row: Row) => Renderable
  readonly numeric?: boolean
  /** Names the row, for those who hear the table. The first column does unless another says so. */
  readonly header?: boolean
  /** The word in `?sort=`; a minus before it turns the order round. */
  readonly sort?: string
}

export type LongTable<Row> = {
  /** What the table holds: also the name of its pane. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** The page the table is on, when its headings sort. A Viewer is one. */
  readonly at?: Asked | undefined
  /** The present order, when the address does not say: `name`, or `-name` for the last first. */
  readonly sorted?: string | undefined
  /** What is said when there is nothing: why, and what to do next. */
  readonly empty?: Renderable
  readonly hideCaption?: boolean
  /** On a narrow screen each row becomes a card, every cell under its heading. */
  readonly stacks?: boolean
}

export function longTable<Row>(options: LongTable<Row>): Html {
  const { caption, columns, rows, empty = 'Nothing to show.', hideCaption, stacks } = options
  if (rows.length === 0) return emptyState(caption, empty)
  const size = hideCaption ? 'govuk-visually-hidden' : 'govuk-table__caption--s'

  return html`<div class="nearhome-table-pane" role="region" aria-label="${caption}" tabindex="0">
    <table
      class="govuk-table nearhome-table ${stacks && 'nearhome-table--stacks'}"
      ${roleOf('table', stacks)}
    >
      <caption class="govuk-table__caption ${size}">
        ${caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row" ${roleOf('row', stacks)}>
          ${columns.map(column => headingCell(column, options))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${rows.map(row => rowOf(columns, row, stacks === true))}
      </tbody>
    </table>
  </div>`
}

export const emptyState = (caption: string, empty: Renderable): Html =>
  html` <h2 class="govuk-heading-s">${caption}</h2>
    <div class="nearhome-empty"><p class="govuk-body">${empty}</p></div>`

/** The order now in force: what the address asks, if the table has it, or else the usual. */
export const sortOf = (asked: Asked, known: readonly string[], usual: string): string =>
  known.includes(bare(asked.query.sort ?? '')) ? asked.query.sort! : usual

function headingCell<Row>(column: Column<Row>, { at, sorted, stacks }: LongTable<Row>): Html {
  const classes = `govuk-table__header ${column.numeric ? 'govuk-table__header--numeric' : ''}`
  const { heading, sort } = column
  const role = roleOf('columnheader', stacks)
  if (!at || !sort) return html`<th scope="col" class="${classes}" ${role}>${heading}</th>`

  const now = at.query.sort ?? sorted ?? ''
  const order = now === sort ? 'ascending' : now === `-${sort}` ? 'descending' : 'none'
  const href = addressWith(at, { sort: order === 'ascending' ? `-${sort}` : sort, page: null })
  return html`<th scope="col" ${role} class="${classes}" aria-sort="${order}">
    <a class="govuk-link govuk-link--no-visited-state nearhome-sort" href="${href}">${heading}</a>
    ${mark(order)}
  </th>`
}

function rowOf<Row>(columns: readonly Column<Row>[], row: Row, stacks: boolean): Html {
  const naming = Math.max(
    columns.findIndex(({ header }) => header),
    0,
  )
  return html`<tr class="govuk-table__row" ${roleOf('row', stacks)}>
    ${columns.map((column, i) => cellOf(column, row, { naming: i === naming, stacks }))}
  </tr>`
}

/** Rows drawn as cards are a table still, and some browsers must be told. */
const roleOf = (role: string, stacks: boolean | undefined): Renderable => stacks && html`role="${role}"`

type Cell = { readonly naming: boolean; readonly stacks: boolean }

/** A stacked cell repeats its heading for the eye alone: those who hear the table hear the column's own. */
function cellOf<Row>({ heading, cell, numeric }: Column<Row>, row: Row, { naming, stacks }: Cell): Html {
  const name = naming ? 'govuk-table__header' : 'govuk-table__cell'
  const classes = numeric ? `${name} ${name}--numeric nearhome-numeric` : name
  const value = cell(row)
  const isLabelled = stacks && !naming && value !== '' && value !== null && value !== false
  const label = isLabelled && html`<span class="nearhome-table__label" aria-hidden="true">${heading}</span>`
  const shown = html`${label}${value}`
  return naming
    ? html`<th scope="row" class="${classes}" ${roleOf('rowheader', stacks)}>${shown}</th>`
    : html`<td class="${classes}" ${roleOf('cell', stacks)}>${shown}</td>`
}

const arrows = {
  ascending: 'M2 9 6 5l4 4z',
  descending: 'M2 7l4 4 4-4z',
  none: 'M3 6 6 3l3 3zM3 10l3 3 3-3z',
}
const mark = (order: keyof typeof arrows): Html =>
  html`<svg class="nearhome-sort__mark" viewBox="0 0 12 16" width="12" height="16" aria-hidden="true">
    <path d="${arrows[order]}" />
  </svg>`
const bare = (sort: string) => sort.replace(/^-/, '')
