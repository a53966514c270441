/** One year's return: how ready it is, how that has changed, and what each rule found. */

import { type ReturnFile, returnFiles } from '#reference'
import { type Kind, ruleByCode } from '#rulebook'
import { lineChart } from '#web/charts/line'
import { buttonForm } from '#web/forms'
import { insetText, warningText } from '#web/govuk'
import { type Html, html } from '#web/html'
import { progress } from '#web/progress'
import type { Page, Viewer } from '#web/route'
import { headlines } from '#web/summary'
import { longTable } from '#web/tables'
import type { ShownYear } from '../actions/years.ts'
import type { CheckedReturn } from '../checking.ts'
import { paths } from '../paths.ts'
import { askedInPart } from './in-part.ts'
import { backTo, counted, severityTag, thousands, titleOf, when } from './words.ts'

export function yearPage(shown: ShownYear, viewer: Viewer): Page {
  const { year, newest, checked } = shown
  const waits = newest?.state === 'waiting'
  return {
    title: titleOf(year),
    wide: true,
    ...(waits && { refresh: 1 }),
    body: html`${backTo(paths.years, 'Put returns right')}
      <h1 class="govuk-heading-l">${titleOf(year)}</h1>
      ${waits && waiting(newest)} ${newest?.state === 'failed' && failed} ${checkAgain(shown, viewer)}
      ${checked && found(shown, checked)}`,
  }
}

const waiting = ({ phase, done, of }: { phase: string; done: number; of: number }): Html => html`
  ${progress({ phase, done, of, counted: phase === 'Reading the files' ? 'years' : 'rules' })}
  <p class="govuk-body">You can leave this page: the work goes on.</p>
`

const failed = warningText({
  text: 'Something went wrong on our side, and the return was not checked. Please tell us, then try again.',
  iconFallbackText: 'Warning',
})

function checkAgain({ year, newest, checked, isStale }: ShownYear, { actor }: Viewer): Html | false {
  if (newest?.state === 'waiting') return false
  const may = actor.permissions.has('return:correct')
  const button = may && buttonForm(paths.checking(year), checked ? 'Check it all again' : 'Check this return')
  if (!checked) {
    return html`<p class="govuk-body">
        This return has not been checked against the rules yet.
        ${!may && 'The data lead of your authority can check it.'}
        <a class="govuk-link" href="${paths.live(year)}">See it as Nearhome’s own record tells it</a>
      </p>
      ${button}`
  }
  return (
    isStale &&
    html`${insetText({ text: 'Newer files were brought since this return was checked.' })} ${button}`
  )
}

function found(shown: ShownYear, checked: CheckedReturn): Html {
  const { readiness } = checked
  const { year } = shown
  return html`
    <p class="govuk-body">
      Checked on ${when(checked.checkedAt)}, ${thousands(readiness.children)} children.
      ${readiness.errors === 0 && 'No errors are left.'}
    </p>
    ${headlines([
      { name: readiness.errors === 1 ? 'error' : 'errors', number: thousands(readiness.errors) },
      { name: 'queries to answer', number: thousands(readiness.queries) },
      { name: 'queries answered', number: thousands(readiness.waived), href: paths.waivers(year) },
      {
        name: 'children to look at',
        number: thousands(readiness.childrenFlagged),
        href: paths.children(year),
      },
      { name: 'children without a review', number: thousands(readiness.childrenWithoutReviews) },
    ])}
    ${notAsked(checked)} ${ways(year, checked)}
    <h2 class="govuk-heading-m">By rule</h2>
    ${ruleTable(shown)} ${trend(shown)}
  `
}

const ways = (year: number, { readiness }: CheckedReturn): Html =>
  html`<ul class="govuk-list">
    <li><a class="govuk-link" href="${paths.children(year)}">By child</a></li>
    <li><a class="govuk-link" href="${paths.workers(year)}">By social worker and team</a></li>
    <li><a class="govuk-link" href="${paths.corrections(year)}">What was put right</a></li>
    <li><a class="govuk-link" href="${paths.waivers(year)}">Queries answered</a></li>
    <li>
      <a class="govuk-link" href="${paths.live(year)}">The return as Nearhome’s own record tells it</a>
    </li>
    <li>
      <a class="govuk-link" href="${paths.sides(year)}">How your files and Nearhome’s record differ</a>
    </li>
    <li><a class="govuk-link" href="${paths.signing(year)}">Sign this return</a></li>
    <li>
      Every row to put right: <a class="govuk-link" href="${paths.flags(year, 'csv')}">CSV</a> or
      <a class="govuk-link" href="${paths.flags(year, 'xlsx')}">workbook (XLSX)</a>
    </li>
    <li>Your own files with what is wrong beside each row: ${fileLinks(year, readiness)}</li>
  </ul>`

const fileLinks = (year: number, { filesMissing }: CheckedReturn['readiness']): Html[] =>
  returnFiles
    .filter((file: ReturnFile) => year >= (file.from ?? 0) && !filesMissing.includes(file.name as Kind))
    .map(({ name }) => html`<a class="govuk-link" href="${paths.fileBack(year, name)}">${name}</a> `)

/** What was not asked has not been passed, and is said. */
function notAsked({ readiness, skipped, failed: broken }: CheckedReturn): Html {
  const [notAskedCount, brokenCount] = [Object.keys(skipped).length, Object.keys(broken).length]
  return html`
    ${
      readiness.filesMissing.length > 0 &&
      insetText({ text: `Files not in this return: ${readiness.filesMissing.join(', ')}.` })
    }
    ${
      brokenCount > 0 &&
      warningText({
        text: `${Object.keys(broken).join(', ')} went wrong and did not pass. Please tell us.`,
        iconFallbackText: 'Warning',
      })
    }
    ${
      notAskedCount > 0 &&
      html`<details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text"
            >${counted(notAskedCount, 'rule could not be asked', 'rules could not be asked')}</span
          >
        </summary>
        <div class="govuk-details__text">
          <ul class="govuk-list">
            ${Object.entries(skipped).map(([code, why]) => html`<li>${code}: ${why}</li>`)}
          </ul>
        </div>
      </details>`
    }
    ${askedInPart(readiness.partly)}
  `
}

const ruleTable = ({ year, byRule }: ShownYear): Html =>
  longTable({
    caption: 'What each rule found',
    hideCaption: true,
    rows: byRule,
    empty: 'No rule found anything.',
    columns: [
      {
        heading: 'Rule',
        cell: ({ rule }) => html`<a class="govuk-link" href="${paths.rule(year, rule)}">${rule}</a>`,
      },
      { heading: 'What is wrong', cell: ({ rule }) => ruleByCode.get(rule)?.says },
      { heading: 'Kind', cell: ({ rule }) => severityTag(ruleByCode.get(rule)?.severity ?? 'error') },
      { heading: 'Rows', cell: ({ rows }) => thousands(rows), numeric: true },
      { heading: 'Answered', cell: ({ waived }) => thousands(waived), numeric: true },
      { heading: 'Children', cell: ({ children }) => thousands(children), numeric: true },
    ],
  })

/** Two checks make a trend. */
function trend({ trend: checks, year }: ShownYear): Html | false {
  if (checks.length < 2) return false
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'Europe/London' })
  const [first, last] = [checks[0]!.readiness, checks.at(-1)!.readiness]
  const change = last.errors - first.errors
  const finding =
    change === 0
      ? 'as many as at the first check'
      : `${thousands(Math.abs(change))} ${change < 0 ? 'fewer' : 'more'}`
  return html`<h2 class="govuk-heading-m">Since the first check</h2>
    ${lineChart({
      id: 'trend',
      title: `Errors: ${thousands(last.errors)} now, ${finding}`,
      description: `A line of errors and a line of queries at each of ${checks.length} checks`,
      source: titleOf(year),
      definition:
        'Rows that a rule flags, each counted once for each rule; queries that were answered are left out',
      timesAre: 'Check of',
      times: checks.map(({ checkedAt }) => day.format(Date.parse(checkedAt))),
      lines: [
        { name: 'Errors', values: checks.map(({ readiness }) => readiness.errors) },
        { name: 'Queries', values: checks.map(({ readiness }) => readiness.queries) },
      ],
    })}`
}
