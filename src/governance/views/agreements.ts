/** Agreements as pages: what is shared with whom and why, each agreement, drawing one up, signing and ending. */

import { type PlainDate, inWords } from '#shared/dates'
import { confirmPage } from '#web/confirm'
import { form, questions } from '#web/forms'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { type Tone, stateTag, summary } from '#web/summary'
import { longTable } from '#web/tables'
import type { AllAgreements } from '../actions/agreements.ts'
import { type Agreement, type Standing, partyOf, sharedParts, standing, unsigned } from '../agreement.ts'
import type { Organisation } from '../member.ts'
import * as paths from '../paths.ts'
import { type Membership, type Sharing, isMember } from '../sharing.ts'

const tones: Record<Standing, Tone> = {
  'in force': 'done',
  'waiting for signatures': 'waiting',
  'not begun': 'new',
  ended: 'stopped',
}
const standingTag = (agreement: Agreement, today: PlainDate) => {
  const word = standing(agreement, today)
  return stateTag(word, tones[word])
}
const partsInWords = (parts: Sharing['parts']) =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${parts.map(part => html`<li>${sharedParts[part]}</li>`)}
  </ul>`
const names = (parties: readonly { name: string }[]) => parties.map(({ name }) => name).join(', ')

export const agreementsPage = (all: AllAgreements, { today, actor }: Viewer): Page => ({
  title: 'Sharing',
  wide: true,
  body: html`<h1 class="govuk-heading-l">What is shared, with whom, and why</h1>
    ${sharingTable(all.sharings)} ${agreementTable(all.agreements, today)}
    ${
      actor.permissions.has('agreement:write') &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${paths.drawingUpPath}">Draw up an agreement</a>
      </p>`
    }
    ${membershipTable(all.memberships, today)}`,
})

const sharingTable = (rows: readonly Sharing[]): Html =>
  longTable({
    caption: 'Shared today',
    rows,
    columns: [
      { heading: 'Whose children', cell: ({ whose }) => whose },
      { heading: 'Seen by', cell: ({ seenBy }) => seenBy },
      { heading: 'What is seen', cell: ({ parts }) => partsInWords(parts) },
      { heading: 'Why', cell: ({ purpose, lawfulBasis }) => html`${purpose}<br />${lawfulBasis}` },
      { heading: 'Until', cell: ({ until }) => inWords(until) },
    ],
    empty: 'Nothing is shared: no agreement is in force that two parties have signed.',
  })

const agreementTable = (rows: readonly Agreement[], today: PlainDate): Html =>
  longTable({
    caption: 'Agreements',
    rows,
    columns: [
      {
        heading: 'Agreement',
        cell: ({ id, name }) => html`<a class="govuk-link" href="${paths.agreementPath(id)}">${name}</a>`,
      },
      { heading: 'State', cell: agreement => standingTag(agreement, today) },
      { heading: 'From', cell: ({ from }) => inWords(from) },
      { heading: 'Until', cell: ({ until }) => inWords(until) },
      { heading: 'Not yet signed by', cell: agreement => names(unsigned(agreement)) || 'All have signed' },
    ],
    empty: 'No agreement has been drawn up.',
  })

const membershipTable = (rows: readonly Membership[], today: PlainDate): Html =>
  longTable({
    caption: 'Members of the co-operative',
    rows,
    columns: [
      { heading: 'Authority', cell: ({ name }) => name },
      { heading: 'Hub', cell: ({ hub }) => hub },
      { heading: 'Member', cell: each => (isMember(each, today) ? 'Yes' : 'No') },
      { heading: 'From', cell: ({ from }) => inWords(from) },
      { heading: 'Until', cell: ({ until }) => (until ? inWords(until) : 'No end') },
    ],
    empty: 'No authority is a member.',
  })

export const agreementPage = (agreement: Agreement, { today, actor }: Viewer): Page => {
  const own = partyOf(agreement, actor.organisation)
  const live = agreement.until > today
  return {
    title: agreement.name,
    body: html`<h1 class="govuk-heading-l">${agreement.name}</h1>
      <p class="govuk-body">${standingTag(agreement, today)}</p>
      ${terms(agreement)} ${partyTable(agreement)}
      ${
        live &&
        own?.signedOn === null &&
        actor.permissions.has('agreement:sign') &&
        linkTo(paths.signaturePath(agreement.id), 'Sign for your organisation')
      }
      ${
        live &&
        actor.permissions.has('agreement:write') &&
        linkTo(paths.agreementEndingPath(agreement.id), 'End this agreement')
      }`,
  }
}

const linkTo = (href: string, text: string): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`

const terms = ({ purpose, lawfulBasis, parts, from, until, dpiaReference }: Agreement): Html =>
  summary([
    { name: 'Purpose', value: purpose },
    { name: 'Lawful basis', value: lawfulBasis },
    { name: 'What may be seen', value: partsInWords(parts) },
    { name: 'From', value: inWords(from) },
    { name: 'Until', value: `${inWords(until)}: nothing is shared from that day` },
    { name: 'Impact assessment', value: dpiaReference },
  ])

const partyTable = ({ parties }: Agreement): Html =>
  longTable({
    caption: 'Parties',
    rows: parties,
    columns: [
      { heading: 'Organisation', cell: ({ name }) => name },
      { heading: 'Signed', cell: ({ signedOn }) => (signedOn ? inWords(signedOn) : 'Not yet') },
    ],
  })

export const signingPage = (agreement: Agreement, { path, actor }: Viewer): Page =>
  confirmPage({
    title: `Sign “${agreement.name}” for ${actor.organisationName}?`,
    body: html`<p>
        From ${inWords(agreement.from)} until ${inWords(agreement.until)} its other signed parties may see:
      </p>
      ${partsInWords(agreement.parts)}
      <p>${agreement.purpose}. ${agreement.lawfulBasis}.</p>`,
    action: path,
    confirm: 'Sign',
    cancel: paths.agreementPath(agreement.id),
    cancelText: 'Do not sign',
  })

export const agreementEndingPage = (agreement: Agreement, { path }: Viewer): Page =>
  confirmPage({
    title: `End “${agreement.name}”?`,
    body: html`<p>Nothing more is shared under it from today, between ${names(agreement.parties)}.</p>
      <p>This cannot be undone: to share again, all must sign a new agreement.</p>`,
    action: path,
    confirm: 'End the agreement',
    cancel: paths.agreementPath(agreement.id),
    cancelText: 'Keep it',
  })

export function drawingUpPage(organisations: readonly Organisation[], viewer: Viewer): Page {
  const ask = questions(viewer)
  const choices = Object.entries(sharedParts).map(([value, text]) => ({ value, text }))
  return {
    title: 'Draw up an agreement',
    body: html`<h1 class="govuk-heading-l">Draw up an agreement</h1>
      ${form({
        action: viewer.path,
        submit: 'Draw up',
        cancel: paths.agreementsPath,
        body: [
          ask.text({ name: 'name', label: 'What it is called' }),
          ask.textarea({ name: 'purpose', label: 'What the records are shared for', maxlength: 500 }),
          ask.textarea({
            name: 'lawfulBasis',
            label: 'Lawful basis',
            hint: 'Under Article 6 of the UK GDPR, and Article 9 for what is sensitive',
            maxlength: 500,
          }),
          ask.checkboxes({ name: 'parts', label: 'What may be seen', choices }),
          ask.date({ name: 'from', label: 'First day' }),
          ask.date({ name: 'until', label: 'First day on which nothing may be shared' }),
          ask.text({ name: 'dpiaReference', label: 'Reference of the impact assessment, if there is one' }),
          ask.checkboxes({
            name: 'parties',
            label: 'Between',
            small: true,
            choices: organisations.map(({ id, name }) => ({ value: id, text: name })),
          }),
        ],
      })}`,
  }
}
