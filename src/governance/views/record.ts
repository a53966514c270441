/** The record of access and one's own account, as pages and as a file. */

import { type Verdict, roles } from '#access'
import { download } from '#web/csv'
import { filtered } from '#web/filters'
import { buttonForm } from '#web/forms'
import { notificationBanner } from '#web/govuk'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Download, Page, Viewer } from '#web/route'
import { summary } from '#web/summary'
import { longTable } from '#web/tables'
import { addressWith } from '#web/address'
import type { Account, RecordRead } from '../actions/record.ts'
import * as paths from '../paths.ts'
import { type RecordLine, inWords, verdictInWords } from '../record-line.ts'

export const recordPage = (read: RecordRead, viewer: Viewer): Page => ({
  title: 'Record of access',
  wide: true,
  body: html`<h1 class="govuk-heading-l">Record of access</h1>
    <p class="govuk-body">
      Every time that a record of ${viewer.actor.organisationName} was read or changed, and every time that it
      was refused.
      <a class="govuk-link" href="${paths.verificationPath}">Check that nothing in it was altered</a>, or
      <a class="govuk-link" href="${addressWith(viewer, { format: 'csv', page: null })}"
        >download these lines (CSV)</a
      >.
    </p>
    ${filtered(viewer, filters(read), [lineTable(read.lines), paging(viewer, read)])}`,
})

const filters = ({ actions }: RecordRead) => [
  { name: 'action', label: 'What was done', choices: actions.map(value => ({ value, text: value })) },
  { name: 'person', label: 'Colleague’s name' },
  { name: 'about', label: 'Number of the record' },
  {
    name: 'refused',
    label: 'Refused',
    choices: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  },
]

const lineTable = (rows: readonly RecordLine[]): Html =>
  longTable({
    caption: 'Newest first',
    rows,
    columns: [
      { heading: 'Line', cell: ({ line }) => line, numeric: true },
      { heading: 'When', cell: ({ recordedAt }) => inWords(recordedAt) },
      {
        heading: 'Who',
        cell: ({ person, organisation }) => [person ?? 'Somebody', ', ', organisation ?? 'unknown'],
      },
      { heading: 'What', cell: ({ action }) => action },
      { heading: 'Record', cell: ({ about }) => about ?? '' },
      { heading: 'Outcome', cell: ({ refused }) => (refused ? 'Refused' : 'Done') },
    ],
    empty: 'No line is like this.',
  })

export const recordFile = ({ lines }: RecordRead): Download =>
  download(
    { name: 'record-of-access', marking: 'OFFICIAL-SENSITIVE-PERSONAL' },
    [
      { heading: 'Line', cell: ({ line }) => line },
      { heading: 'When (UTC)', cell: ({ recordedAt }) => new Date(recordedAt).toISOString() },
      { heading: 'Person', cell: ({ person }) => person },
      { heading: 'Organisation', cell: ({ organisation }) => organisation },
      { heading: 'Action', cell: ({ action }) => action },
      { heading: 'Record', cell: ({ about }) => about },
      { heading: 'Refused', cell: ({ refused }) => (refused ? 'yes' : 'no') },
    ],
    lines,
  )

export const verificationPage = (verdict: Verdict): Page => ({
  title: 'Is the record whole?',
  body: html`<h1 class="govuk-heading-l">Is the record whole?</h1>
    ${notificationBanner({
      text: verdictInWords(verdict),
      ...(verdict.state === 'whole' && { type: 'success' }),
    })}
    ${
      verdict.state === 'whole' &&
      html`<p class="govuk-body">
          Keep these two somewhere else. If the record is ever written anew, its last line will no longer
          match them.
        </p>
        ${summary([
          { name: 'Last line', value: verdict.lines },
          { name: 'Its seal', value: html`<code class="nearhome-seal">${verdict.hash}</code>` },
        ])}`
    }
    <p class="govuk-body"><a class="govuk-link" href="${paths.auditPath}">Back to the record</a></p>`,
})

export const accountPage = ({ name, organisation, roles: held }: Account): Page => ({
  title: 'Your account',
  body: html`<h1 class="govuk-heading-l">Your account</h1>
    ${summary([
      { name: 'Name', value: name },
      { name: 'Organisation', value: organisation },
    ])}
    ${held.map(
      ({ role, allows }) =>
        html`<h2 class="govuk-heading-m">${roles[role].says}</h2>
          <p class="govuk-body">In this role you may:</p>
          <ul class="govuk-list govuk-list--bullet">
            ${allows.map(each => html`<li>${each}</li>`)}
          </ul>`,
    )}
    <p class="govuk-body">If something is missing, ask your co-operative’s administrator.</p>
    <h2 class="govuk-heading-m">Signed in elsewhere?</h2>
    ${buttonForm('/sign-out-everywhere', 'Sign out everywhere')}`,
})
