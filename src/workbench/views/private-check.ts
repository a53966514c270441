/** A check of files that are not kept: the form, and what came of it. */

import { collectionYearOf } from '#reference'
import { ruleByCode } from '#rulebook'
import { form, questions } from '#web/forms'
import { insetText } from '#web/govuk'
import { html } from '#web/html'
import { aboutChildren } from '#web/marking'
import type { Download, Page, Viewer } from '#web/route'
import { headlines } from '#web/summary'
import { longTable } from '#web/tables'
import type { Privately } from '../actions/private-check.ts'
import { paths } from '../paths.ts'
import { askedInPart } from './in-part.ts'
import { backTo, severityTag, thousands, yearOf } from './words.ts'

const nothingKept =
  'Nothing of these files is stored. Only that you checked some is recorded, and no name or number.'

export function checkPage({ years }: { readonly years: readonly number[] }, viewer: Viewer): Page {
  const { select, radios, file } = questions(viewer)
  return {
    title: 'Check files without keeping them',
    body: html`${backTo(paths.years, 'Put returns right')}
      <h1 class="govuk-heading-l">Check files without keeping them</h1>
      ${insetText({ text: nothingKept })}
      ${form({
        action: paths.privateCheck,
        submit: 'Check these files',
        cancel: paths.years,
        files: true,
        body: [
          select({
            name: 'year',
            label: 'Which year are the files for?',
            value: String(years.find(year => year <= collectionYearOf(viewer.today)) ?? years[0]),
            choices: years.map(year => ({ value: String(year), text: yearOf(year) })),
          }),
          file({
            name: 'files',
            label: 'Files of the return',
            hint: 'CSV or XML',
            multiple: true,
            accept: '.csv,.xml',
          }),
          radios({
            name: 'form',
            label: 'What do you want back?',
            value: 'page',
            choices: [
              { value: 'page', text: 'A page, rule by rule' },
              { value: 'csv', text: 'Every row to put right, as CSV' },
              { value: 'xlsx', text: 'Every row to put right, as a workbook' },
            ],
          }),
        ],
      })}`,
  }
}

export const checkedPage = (found: Privately): Page | Download =>
  found.as === 'file' ? aboutChildren(found.file) : asPage(found)

const asPage = ({
  year,
  readiness,
  byRule,
  skipped,
  failed,
  remarks,
  beside,
}: Extract<Privately, { as: 'page' }>): Page => ({
  title: 'What the rules found',
  wide: true,
  body: html`${backTo(paths.privateCheck, 'Check other files')}
    <h1 class="govuk-heading-l">What the rules of ${yearOf(year)} found</h1>
    <p class="govuk-body">Nothing of your files was kept: when you leave this page, it is gone.</p>
    <p class="govuk-body">
      ${
        beside.length > 0
          ? `They were put beside your returns of ${beside.map(yearOf).join(', ')}.`
          : 'No return of an earlier year was there to put them beside.'
      }
    </p>
    ${headlines([
      { name: 'errors', number: thousands(readiness.errors) },
      { name: 'queries', number: thousands(readiness.queries) },
      { name: 'children to look at', number: thousands(readiness.childrenFlagged) },
    ])}
    ${remarks.map(({ file, says }) => insetText({ text: `${file}: ${says}` }))}
    ${
      readiness.filesMissing.length > 0 &&
      insetText({ text: `Files that were not among them: ${readiness.filesMissing.join(', ')}.` })
    }
    ${longTable({
      caption: 'What each rule found',
      hideCaption: true,
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
    })}
    ${Object.keys({ ...failed, ...skipped }).length > 0 && html`<h2 class="govuk-heading-m">Not asked</h2>`}
    <ul class="govuk-list">
      ${Object.entries(failed).map(([code, why]) => html`<li>${code} went wrong, and did not pass: ${why}</li>`)}
      ${Object.entries(skipped).map(([code, why]) => html`<li>${code}: ${why}</li>`)}
    </ul>
    ${askedInPart(readiness.partly)}`,
})
