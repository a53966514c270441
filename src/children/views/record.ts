/** A child's record: their own words first, then where they live, what they need and how they came here. */

import type { Permission } from '#access'
import { inWords } from '#shared/dates'
import { button, insetText, warningText } from '#web/govuk'
import { type Html, html } from '#web/html'
import { questions } from '#web/questions'
import type { Page, Viewer } from '#web/route'
import { headlines, identityBar } from '#web/summary'
import { longTable } from '#web/tables'
import { daysIn } from '../care-history.ts'
import { type Child, ageInWords, initialsOf, nameOf } from '../child.ts'
import { paths } from '../paths.ts'
import type { ChildRecord } from '../record.ts'
import { groupCards } from './groups.ts'
import { historyOf } from './history.ts'
import { aWeek, miles, quietly, says } from './words.ts'

/** The title, which a browser remembers, has initials alone. */
export function recordPage(record: ChildRecord, viewer: Viewer): Page {
  const { child, day, gaps } = record
  const body = html`${identity(record)}
    <h1 class="govuk-heading-l">${nameOf(child)}: the record</h1>
    ${day !== viewer.today && asItStood(record)} ${ownWords(record)}
    ${day === viewer.today && nextSteps(child, viewer)} ${now(record)} ${gaps.length > 0 && gapsOf(record)}
    ${historyOf(record)} ${groupCards(record)} ${siblingsOf(record)} ${onAnotherDay(record, viewer)}`
  return { title: `Record of ${initialsOf(child)}`, body, wide: true }
}

export const identityOf = (child: Child, facts: readonly { name: string; value: string }[]): Html =>
  identityBar({
    label: 'This page is about',
    name: nameOf(child),
    facts: [{ name: 'Number', value: child.localId }, ...facts],
  })

const identity = ({ child, day, current }: ChildRecord): Html =>
  identityOf(child, [
    { name: 'Age', value: ageInWords(child.born, day) },
    { name: 'Born', value: inWords(child.born) },
    { name: 'Legal status', value: quietly(says.legalStatus(current?.legalStatus), 'Not looked after') },
  ])

const asItStood = ({ child, day }: ChildRecord): Html =>
  html` ${insetText({
    html: html`This is the record as it stood on <strong>${inWords(day)}</strong>.
      <a class="govuk-link" href="${paths.child(child.id)}">See it as it is today</a>`,
  })}`

function ownWords({ child, assessment }: ChildRecord): Html {
  const whose = `In ${child.givenName ?? 'the child'}’s own words`
  if (!assessment?.voice) {
    return html`<h2 class="govuk-heading-m">${whose}</h2>
      <p class="govuk-body nearhome-quiet">Nobody has written them down yet.</p>`
  }
  return html`<section aria-labelledby="own-words">
    <h2 class="govuk-heading-m" id="own-words">${whose}</h2>
    <blockquote class="govuk-inset-text govuk-body-l">${assessment.voice}</blockquote>
    <p class="govuk-body-s nearhome-quiet">Written down on ${inWords(assessment.assessedOn)}</p>
  </section>`
}

function nextSteps({ id }: Child, { actor }: Viewer): Html {
  const may = (permission: Permission) => actor.permissions.has(permission)
  const name = 'Write their name'
  return html`<div class="govuk-button-group">
    ${may('referral:write') && button({ text: 'Request a home', href: paths.referral(id) })}
    ${may('child:write') && button({ text: 'Record what matters now', href: paths.assessment(id), classes: secondary })}
    ${may('child:write') && html`<a class="govuk-link" href="${paths.name(id)}">${name}</a>`}
  </div>`
}
const secondary = 'govuk-button--secondary'

function now({ placement, current, moves, day }: ChildRecord): Html {
  if (!placement || !current) return html`<p class="govuk-body">Not looked after on ${inWords(day)}.</p>`
  return headlines([
    { name: 'days in this home', number: daysIn(placement, day).toLocaleString('en-GB') },
    { name: 'moves in the last 12 months', number: String(moves) },
    { name: 'from home', number: quietly(miles(current.distanceMiles)) },
    { name: 'cost', number: quietly(aWeek(current.weeklyFee)) },
  ])
}

const gapsOf = ({ gaps }: ChildRecord): Html =>
  html` <section aria-labelledby="gaps">
    <h2 class="govuk-heading-m" id="gaps">What this record does not say</h2>
    ${warningText({ iconFallbackText: 'Missing', text: 'The region asks for these about every child.' })}
    <ul class="govuk-list govuk-list--bullet">
      ${gaps.map(({ group, message }) => html`<li>${message} <span class="nearhome-quiet">(${group})</span></li>`)}
    </ul>
  </section>`

const siblingsOf = ({ siblings, day }: ChildRecord): Html =>
  longTable({
    caption: 'Brothers and sisters looked after by us',
    rows: siblings,
    empty: 'None is recorded.',
    columns: [
      {
        heading: 'Name',
        cell: sibling => html`<a class="govuk-link" href="${paths.child(sibling.id)}">${nameOf(sibling)}</a>`,
      },
      { heading: 'Age', cell: ({ born }) => ageInWords(born, day), numeric: true },
      { heading: 'Number', cell: ({ localId }) => localId },
    ],
  })

const onAnotherDay = ({ child, day }: ChildRecord, viewer: Viewer): Html =>
  html` <form method="get" action="${paths.child(child.id)}" novalidate>
    ${questions(viewer).date({
      name: 'asAt',
      label: 'See the record on another day',
      hint: 'For example, 31 3 2025',
      value: day,
    })}
    ${button({ text: 'See that day', classes: secondary })}
  </form>`
