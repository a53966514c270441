/** What was put right and what was answered, each with the way back; and the forms for both. */

import type { PersonId } from '#access'
import { ruleByCode } from '#rulebook'
import { inWords } from '#shared/dates'
import { buttonForm, form, questions } from '#web/forms'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { summary } from '#web/summary'
import { longTable } from '#web/tables'
import type { ShownChild } from '../actions/children.ts'
import type { ShownCell } from '../actions/correcting.ts'
import type { KeptWaiver, ShownCorrections, ShownWaivers, Waivable } from '../actions/standing.ts'
import type { Standing } from '../correction.ts'
import { paths } from '../paths.ts'
import { kindOfKey } from '../row-key.ts'
import { backTo, thousands, titleOf, when } from './words.ts'

const standings: Record<Standing, string> = {
  applied: 'Laid over your file',
  agreed: 'Your file says the same by now',
  contested: 'Your file says something else now: look again',
  gone: 'Its row is no longer in your file',
}

type Correction = ShownChild['corrections'][number]

export const correctionTable = (corrections: readonly Correction[], { actor }: Viewer): Html =>
  longTable({
    caption: 'Values put right',
    hideCaption: true,
    rows: corrections,
    empty: 'Nothing has been put right.',
    columns: [
      { heading: 'File', cell: ({ row }) => kindOfKey(row) },
      { heading: 'Column', cell: ({ column }) => column },
      { heading: 'The file said', cell: ({ was }) => was || 'nothing' },
      { heading: 'Put right to', cell: ({ value }) => value || 'nothing' },
      { heading: 'Why', cell: ({ reason }) => reason },
      { heading: 'By', cell: ({ by, madeAt }) => html`${by}, ${when(madeAt)}` },
      { heading: 'How it stands', cell: ({ standing }) => standings[standing] },
      ...(actor.permissions.has('return:correct')
        ? [
            {
              heading: 'Undo',
              cell: ({ id }: Correction) => buttonForm(paths.correctionEnd(id), 'Take back'),
            },
          ]
        : []),
    ],
  })

export const waiverTable = (
  waivers: readonly KeptWaiver[],
  people: ReadonlyMap<PersonId, string>,
  { actor, today }: Viewer,
): Html =>
  longTable({
    caption: 'Queries answered',
    hideCaption: true,
    rows: waivers,
    empty: 'No query has been answered.',
    columns: [
      { heading: 'Rule', cell: ({ rule }) => `${rule}: ${ruleByCode.get(rule)?.says ?? ''}` },
      { heading: 'Child', cell: ({ localId }) => localId ?? 'None named' },
      { heading: 'Why it is so', cell: ({ reason }) => reason },
      {
        heading: 'Holds until',
        cell: ({ expiresOn }) => (expiresOn < today ? `Ended on ${inWords(expiresOn)}` : inWords(expiresOn)),
      },
      { heading: 'By', cell: ({ madeBy }) => people.get(madeBy) ?? 'somebody who has left' },
      ...(actor.permissions.has('return:correct')
        ? [{ heading: 'Undo', cell: ({ id }: KeptWaiver) => buttonForm(paths.waiverEnd(id), 'Withdraw') }]
        : []),
    ],
  })

export const correctionsPage = ({ year, corrections }: ShownCorrections, viewer: Viewer): Page => ({
  title: `What was put right: ${titleOf(year)}`,
  wide: true,
  body: html`${backTo(paths.year(year), titleOf(year))}
    <h1 class="govuk-heading-l">What was put right</h1>
    <p class="govuk-body">
      Your files stay as they came. What is put right is laid over the next files too, until these say the
      same.
    </p>
    ${correctionTable(corrections, viewer)}`,
})

export const waiversPage = ({ year, waivers, people }: ShownWaivers, viewer: Viewer): Page => ({
  title: `Queries answered: ${titleOf(year)}`,
  wide: true,
  body: html`${backTo(paths.year(year), titleOf(year))}
    <h1 class="govuk-heading-l">Queries answered</h1>
    <p class="govuk-body">An answer holds until its last day. After it, the query counts again.</p>
    ${waiverTable(waivers, people, viewer)}`,
})

export function cellPage({ year, child, row, column }: ShownCell, viewer: Viewer): Page {
  const { text, textarea } = questions(viewer)
  const now = row.cells[column]?.trim() ?? ''
  return {
    title: `Put ${column} right`,
    body: html`${backTo(paths.child(year, child), 'The child’s rows')}
      <h1 class="govuk-heading-l">Put ${column} right</h1>
      ${summary([
        { name: 'File', value: `${row.file}, row ${thousands(row.at + 1)}` },
        { name: 'Your file says', value: now || 'nothing' },
      ])}
      ${form({
        action: paths.cell(year, child, { file: row.file, at: row.at, column }),
        submit: 'Put it right',
        cancel: paths.child(year, child),
        body: [
          text({
            name: 'value',
            label: 'What it should say',
            hint: 'As the return writes it: a date as dd/mm/yyyy',
            value: now,
          }),
          textarea({
            name: 'reason',
            label: 'Why',
            hint: 'What you looked at, so that a colleague can follow',
            rows: 3,
          }),
        ],
      })}`,
  }
}

export function waivingPage({ year, code, rows, children }: Waivable, viewer: Viewer): Page {
  const { textarea, date } = questions(viewer)
  const rule = ruleByCode.get(code)!
  return {
    title: `Answer rule ${code}`,
    body: html`${backTo(paths.rule(year, code), `Rule ${code}`)}
      <h1 class="govuk-heading-l">Answer rule ${code}</h1>
      <p class="govuk-body">${rule.says}</p>
      <p class="govuk-body">
        Your answer covers ${thousands(rows)} rows of ${thousands(children)} children. They are not counted
        until its last day.
      </p>
      ${form({
        action: paths.waiving(year, code),
        submit: 'Answer this query',
        cancel: paths.rule(year, code),
        body: [
          textarea({ name: 'reason', label: 'Why it is so', rows: 3 }),
          date({
            name: 'expiresOn',
            label: 'The last day this answer holds',
            hint: 'For example, 31 7 2027',
          }),
        ],
      })}`,
  }
}
