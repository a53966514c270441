/** Signing a return: what is still in the way, the two signatures, and the versions signed before. */

import { ruleByCode } from '#rulebook'
import { buttonForm, form, questions } from '#web/forms'
import { insetText, warningText } from '#web/govuk'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { stateTag, summary } from '#web/summary'
import { longTable } from '#web/tables'
import { perPage } from '../actions/children.ts'
import type { ShownDifferences } from '../actions/differences.ts'
import type { ShownSigned } from '../actions/signed.ts'
import type { ShownSigning } from '../actions/signing.ts'
import { paths } from '../paths.ts'
import { backTo, counted, titleOf, when } from './words.ts'

export function signingPage(shown: ShownSigning, viewer: Viewer): Page {
  const { year, signOffs } = shown
  const waiting = signOffs.find(({ state }) => state === 'prepared')
  const may = viewer.actor.permissions.has('return:sign')
  return {
    title: `Sign the ${titleOf(year).toLowerCase()}`,
    wide: true,
    body: html`${backTo(paths.year(year), titleOf(year))}
      <h1 class="govuk-heading-l">Sign the ${titleOf(year).toLowerCase()}</h1>
      <p class="govuk-body">
        Two people sign: one says that the return is ready, another that it is true. Then it is frozen, and
        can be taken away as the exact files that are sent.
      </p>
      ${waiting ? second(waiting, shown, may) : may && first(shown, viewer)} ${versions(shown)}`,
  }
}

type Line = ShownSigning['signOffs'][number]

function second(
  { id, version, preparer, preparedAt, preparedBy, explanations }: Line,
  { you }: ShownSigning,
  may: boolean,
): Html {
  return html`<h2 class="govuk-heading-m">Version ${version} waits for its second signature</h2>
    ${summary([
      { name: 'Prepared by', value: preparer },
      { name: 'Prepared', value: when(preparedAt) },
    ])}
    ${explained(explanations)}
    ${
      may &&
      html`<div class="govuk-button-group">
        ${preparedBy !== you && buttonForm(paths.signature(id), 'Sign: this return is true')}
        ${buttonForm(paths.signingEnd(id), 'Withdraw it')}
      </div>`
    }
    ${preparedBy === you && insetText({ text: 'You prepared this return, so somebody else must sign it.' })}`
}

const explained = (explanations: Line['explanations']): Html | false =>
  Object.keys(explanations).length > 0 &&
  longTable({
    caption: 'Errors that remain, and why they are true',
    rows: Object.entries(explanations),
    columns: [
      { heading: 'Rule', cell: ([code]) => `${code}: ${ruleByCode.get(code)?.says ?? ''}` },
      { heading: 'Why', cell: ([, why]) => why },
    ],
  })

function first({ year, checked, errorsByRule }: ShownSigning, viewer: Viewer): Html {
  const { text } = questions(viewer)
  const open = Object.entries(errorsByRule)
  const { queries } = checked.readiness
  return html`<h2 class="govuk-heading-m">Prepare it</h2>
    ${queries > 0 && insetText({ text: `${counted(queries, 'query is', 'queries are')} not answered yet.` })}
    ${
      open.length > 0 &&
      warningText({
        text: 'Errors are left. Put them right, or say for each rule why the return is true all the same.',
        iconFallbackText: 'Warning',
      })
    }
    ${form({
      action: paths.signing(year),
      submit: 'It is ready: prepare it',
      cancel: paths.year(year),
      body: open.map(([code, rows]) =>
        text({
          name: `why-${code}`,
          label: `Rule ${code}, ${counted(rows, 'row', 'rows')}: why it is true`,
          hint: ruleByCode.get(code)?.says ?? '',
        }),
      ),
    })}`
}

const states: Record<Line['state'], Html> = {
  prepared: stateTag('Waits for its second signature', 'waiting'),
  withdrawn: stateTag('Withdrawn', 'stopped'),
  signed: stateTag('Signed', 'done'),
}

const versions = ({ signOffs }: ShownSigning): Html =>
  html`<h2 class="govuk-heading-m">Versions</h2>
    ${longTable({
      caption: 'Versions of this return',
      hideCaption: true,
      rows: signOffs,
      empty: 'Nothing has been prepared or signed yet.',
      columns: [
        {
          heading: 'Version',
          cell: ({ id, state, version }) =>
            state === 'signed'
              ? html`<a class="govuk-link" href="${paths.signed(id)}">Version ${version}</a>`
              : `Version ${version}`,
        },
        { heading: 'State', cell: ({ state }) => states[state] },
        {
          heading: 'Prepared by',
          cell: ({ preparer, preparedAt }) => html`${preparer}, ${when(preparedAt)}`,
        },
        {
          heading: 'Signed by',
          cell: each =>
            each.state === 'signed' ? html`${each.signer}, ${when(each.signedAt)}` : 'Nobody yet',
        },
      ],
    })}`

export const signedPage = ({ signOff, files, by }: ShownSigned): Page => ({
  title: `Version ${signOff.version} of the ${titleOf(signOff.year).toLowerCase()}`,
  wide: true,
  body: html`${backTo(paths.signing(signOff.year), 'Signing')}
    <h1 class="govuk-heading-l">Version ${signOff.version}, signed</h1>
    ${summary([
      { name: 'Prepared by', value: html`${by[0]}, ${when(signOff.preparedAt)}` },
      { name: 'Signed by', value: signOff.state === 'signed' && html`${by[1]}, ${when(signOff.signedAt)}` },
      {
        name: 'SHA-256 of all files',
        value: html`<code class="nearhome-hash">${signOff.fingerprint}</code>`,
      },
    ])}
    <p class="govuk-body">
      <a class="govuk-link" href="${paths.differences(signOff.id)}">What has changed since it was signed</a>
    </p>
    ${longTable({
      caption: 'Files, as they were signed',
      rows: files,
      columns: [
        {
          heading: 'File',
          cell: ({ name }) =>
            html`<a class="govuk-link" href="${paths.signedFile(signOff.id, name)}">${name}</a>`,
        },
        { heading: 'SHA-256', cell: ({ sha256 }) => html`<code class="nearhome-hash">${sha256}</code>` },
      ],
    })}
    ${explained(signOff.explanations)}`,
})

export const differencesPage = (
  { signOff, total, page, differences }: ShownDifferences,
  viewer: Viewer,
): Page => ({
  title: `Since version ${signOff.version} was signed`,
  wide: true,
  body: html`${backTo(paths.signed(signOff.id), `Version ${signOff.version}`)}
    <h1 class="govuk-heading-l">Since version ${signOff.version} was signed</h1>
    <p class="govuk-body">
      ${counted(total, 'row differs', 'rows differ')} between what was signed and what would be sent today.
    </p>
    ${longTable({
      caption: 'Rows that differ',
      hideCaption: true,
      rows: differences,
      empty: 'Nothing has changed: the return would be sent today just as it was signed.',
      columns: [
        { heading: 'Child', cell: ({ child }) => child || 'None named' },
        { heading: 'File', cell: ({ kind }) => kind },
        { heading: 'Row', cell: each => each.is },
        {
          heading: 'What differs',
          cell: each =>
            each.is === 'changed'
              ? each.cells
                  .map(({ column, before, after }) => `${column}: ${before || 'blank'} → ${after || 'blank'}`)
                  .join('; ')
              : '',
        },
      ],
    })}
    ${paging(viewer, { page, perPage, total })}`,
})
