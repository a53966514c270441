/** The scorecard: how complete, timely and accurate, and who has not sent. Counts alone, and no child. */

import { inWords } from '#shared/dates'
import { download } from '#web/csv'
import { type Html, html } from '#web/html'
import type { Download, Page } from '#web/route'
import { type Tone, headlines, stateTag } from '#web/summary'
import { longTable } from '#web/tables'
import type { Scores } from '../actions/specification.ts'
import { type Timeliness, timelinessInWords } from '../calendar.ts'
import { paths } from '../paths.ts'
import { type Reminder, type Score, type Scorecard, totalOf } from '../scorecard.ts'
import { backTo, counted, percent, thousands } from './words.ts'

export const scorecardPage = (scores: Scores): Page => ({
  title: 'Data scorecard',
  wide: true,
  body: html`${backTo(paths.specification, 'Data specification')}
    <h1 class="govuk-heading-l">Data scorecard</h1>
    ${notSent(scores)} ${scores.of === 'own' ? scores.cards.map(ownCard) : members(scores)}
    <h2 class="govuk-heading-m">How we count</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>Complete: of the cells that must be filled, the share that is.</li>
      <li>
        Accurate: of the rows brought, the share with nothing wrong but what is empty. A row that could not be
        used counts as wrong.
      </li>
      <li>Timely: the days since the table was last loaded, against the day it was due.</li>
    </ul>
    <p class="govuk-body">
      <a class="govuk-link" href="${paths.scorecard}?format=csv">Download the scorecard (CSV)</a>
    </p>`,
})

const notSent = ({ of, reminders }: Scores): Html => html`
  <h2 class="govuk-heading-m">Who has not sent</h2>
  ${
    reminders.length === 0
      ? html`<p class="govuk-body">Nothing that was due is waited for.</p>`
      : html`<ul class="govuk-list govuk-list--bullet">
          ${(of === 'own' ? reminders.map(({ says }) => says) : owing(reminders)).map(
            says => html`<li>${says}</li>`,
          )}
        </ul>`
  }
`

/** A line for each authority, whatever it owes. */
const owing = (reminders: readonly Reminder[]): string[] =>
  [...Map.groupBy(reminders, ({ authority }) => authority)].map(([authority, owed]) => {
    const tables = owed.map(({ called }) => called).join(', ')
    return `${authority} has not sent ${tables}; the first was due on ${inWords(owed[0]!.due)}.`
  })

const ownCard = (card: Scorecard): Html => {
  const total = totalOf(card)
  return html`
    <h2 class="govuk-heading-m">${card.authority}</h2>
    ${headlines([
      { name: 'complete', number: percent(total.completeness) },
      { name: 'accurate', number: percent(total.accuracy) },
      { name: 'sent', number: `${total.sent} of ${counted(total.asked, 'table', 'tables')}` },
      { name: 'overdue', number: String(total.overdue) },
    ])}
    ${longTable({
      caption: 'Scores by table',
      stacks: true,
      hideCaption: true,
      rows: card.scores,
      columns: [
        { heading: 'Table', cell: ({ table }) => table.title },
        { heading: 'Complete', cell: ({ completeness }) => percent(completeness), numeric: true },
        { heading: 'Accurate', cell: ({ accuracy }) => percent(accuracy), numeric: true },
        { heading: 'Timely', cell: ({ timeliness }) => tagOf(timeliness) },
        { heading: 'Last sent', cell: lastSent },
        { heading: 'Next due', cell: ({ timeliness }) => inWords(timeliness.nextDue) },
        { heading: 'Rows', cell: ({ standing }) => thousands(standing?.rows ?? 0), numeric: true },
        { heading: 'Version', cell: ({ standing }) => standing?.version ?? '' },
      ],
    })}
  `
}

const tones: Record<Timeliness['state'], Tone> = {
  'in-time': 'done',
  late: 'waiting',
  overdue: 'attention',
  'not-yet-due': 'quiet',
}
const tagOf = ({ state }: Timeliness): Html => stateTag(timelinessInWords[state], tones[state])

function lastSent({ timeliness }: Score): string {
  if (timeliness.state === 'not-yet-due' || timeliness.sentOn === null) return 'Never'
  const days = timeliness.daysSince ?? 0
  return `${inWords(timeliness.sentOn)} (${days === 0 ? 'today' : counted(days, 'day ago', 'days ago')})`
}

const members = ({ cards }: Scores): Html =>
  longTable({
    caption: 'Every member',
    stacks: true,
    rows: cards.map(card => ({ card, total: totalOf(card) })),
    empty: 'No authority shares its record yet.',
    columns: [
      { heading: 'Authority', cell: ({ card }) => card.authority },
      { heading: 'Complete', cell: ({ total }) => percent(total.completeness), numeric: true },
      { heading: 'Accurate', cell: ({ total }) => percent(total.accuracy), numeric: true },
      { heading: 'Tables sent', cell: ({ total }) => `${total.sent} of ${total.asked}`, numeric: true },
      { heading: 'Overdue', cell: ({ total }) => total.overdue, numeric: true },
      {
        heading: 'Not in time',
        cell: ({ card }) =>
          card.scores
            .filter(({ timeliness }) => timeliness.state === 'overdue' || timeliness.state === 'late')
            .map(
              ({ table, timeliness }) =>
                `${table.title} (${timelinessInWords[timeliness.state].toLowerCase()})`,
            )
            .join(', ') || 'None',
      },
    ],
  })

export const scorecardFile = ({ cards }: Scores): Download =>
  download(
    { name: 'data-scorecard', marking: 'OFFICIAL' },
    [
      { heading: 'Authority', cell: ({ card }) => card.authority },
      { heading: 'Table', cell: ({ score }) => score.table.name },
      { heading: 'Complete, of 100', cell: ({ score }) => score.completeness },
      { heading: 'Accurate, of 100', cell: ({ score }) => score.accuracy },
      { heading: 'Timely', cell: ({ score }) => timelinessInWords[score.timeliness.state] },
      { heading: 'Last sent', cell: ({ score }) => score.standing?.sentOn },
      { heading: 'Next due', cell: ({ score }) => score.timeliness.nextDue },
      {
        heading: 'Days overdue',
        cell: ({ score: { timeliness } }) => (timeliness.state === 'overdue' ? timeliness.daysOverdue : null),
      },
      { heading: 'Rows', cell: ({ score }) => score.standing?.rows ?? 0 },
      { heading: 'Version', cell: ({ score }) => score.standing?.version },
    ],
    cards.flatMap(card => card.scores.map(score => ({ card, score }))),
  )
