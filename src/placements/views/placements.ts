/** What placements look like. */

import { categoriesOfNeed, changeReasons, codesIn, endReasons, labelOf, legalStatuses } from '#reference'
import { type PlainDate, inWords } from '#shared/dates'
import { form, questions } from '#web/forms'
import { button, warningText } from '#web/govuk'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import { type Tone, stateTag, summary } from '#web/summary'
import { longTable } from '#web/tables'
import { type PlacementList, type Shown, perPage } from '../actions/index.ts'
import type { Listed, LivesHere } from '../listing.ts'
import { paths } from '../paths.ts'
import type { Placement } from '../placement.ts'
import { pounds } from './money.ts'

const states: Record<Placement['state'], [string, Tone]> = {
  agreed: ['Agreed', 'waiting'],
  started: ['Living there', 'done'],
  ended: ['Ended', 'stopped'],
  cancelled: ['Did not happen', 'stopped'],
}
const stateOf = ({ state }: Pick<Placement, 'state'>): Html => stateTag(...states[state])

export const placementsPage = (list: PlacementList, viewer: Viewer): Page =>
  list.for === 'home' ? forHome(list.places) : forAuthority(list, viewer)

function forAuthority(
  { placements, page, total }: PlacementList & { for: 'authority' },
  viewer: Viewer,
): Page {
  const ended = viewer.query.state === 'ended'
  const title = ended ? 'Placements that have ended' : 'Placements'
  const table = longTable<Listed>({
    caption: title,
    hideCaption: true,
    rows: placements,
    empty: ended
      ? 'No placement made here has ended.'
      : 'No placement is agreed or under way. Placements appear here when an offer is accepted.',
    columns: [
      {
        heading: 'Child',
        cell: each => html`<a class="govuk-link" href="${paths.placement(each.id)}">${nameIn(each)}</a>`,
      },
      { heading: 'Home', cell: ({ homeName }) => homeName ?? 'No longer on the register' },
      { heading: 'State', cell: stateOf },
      { heading: 'From', cell: ({ startsOn }) => inWords(startsOn) },
      { heading: 'Until', cell: ({ endedOn }) => (endedOn ? inWords(endedOn) : '') },
      { heading: 'A week', cell: ({ weeklyFee }) => pounds(weeklyFee), numeric: true },
    ],
  })
  const other = ended
    ? html`<a class="govuk-link" href="${paths.placements}">Agreed and under way</a>`
    : html`<a class="govuk-link" href="${paths.placements}?state=ended">Ended</a>`
  return {
    title,
    wide: true,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">${other}</p>
      ${table} ${paging(viewer, { page, perPage, total })}`,
  }
}

const nameIn = ({ givenName, familyName, localId }: Listed) =>
  [givenName, familyName].filter(Boolean).join(' ') || `Child ${localId}`

const forHome = (places: readonly LivesHere[]): Page => ({
  title: 'Children who live with you',
  wide: true,
  body: html`<h1 class="govuk-heading-l">Children who live with you</h1>
    ${longTable<LivesHere>({
      caption: 'Placements in your homes',
      rows: places,
      empty: 'No child has been placed in your homes through Nearhome yet.',
      columns: [
        { heading: 'Home', cell: ({ homeName }) => homeName },
        { heading: 'Place', cell: ({ placeName }) => placeName },
        { heading: 'Reference', cell: referenceOf },
        { heading: 'Placed by', cell: ({ authorityName }) => authorityName },
        { heading: 'State', cell: stateOf },
        { heading: 'From', cell: ({ startsOn }) => inWords(startsOn) },
        { heading: 'A week', cell: ({ weeklyFee }) => pounds(weeklyFee), numeric: true },
      ],
    })}`,
})

const referenceOf = ({ approach, reference }: LivesHere) =>
  approach && reference
    ? html`<a class="govuk-link" href="/approaches/${approach}">${reference}</a>`
    : 'Not through Nearhome'

export function placementPage(shown: Shown, { actor }: Viewer): Page {
  const { placement, childName, homeName, runBy, placeName } = shown
  const title = `${childName} at ${homeName}`
  const writes = actor.permissions.has('placement:write')
  return {
    title,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
      <p>${stateOf(placement)}</p>
      ${summary([
        {
          name: 'Child',
          value: html`<a class="govuk-link" href="/children/${placement.child}">${childName}</a>`,
        },
        {
          name: 'Home',
          value: html`<a class="govuk-link" href="/homes/${placement.home}">${homeName}</a>, run by ${runBy}`,
        },
        { name: 'Place', value: placeName },
        { name: 'Agreed on', value: inWords(placement.agreedOn) },
        { name: placement.state === 'agreed' ? 'Moves in on' : 'From', value: inWords(placement.startsOn) },
        { name: 'Weekly fee', value: pounds(placement.weeklyFee) },
        ...endingFacts(placement),
      ])}
      ${writes && buttonsFor(placement)}
      ${placement.referral && html`<p class="govuk-body"><a class="govuk-link" href="/referrals/${placement.referral}">The request it came from</a></p>`}`,
  }
}

function endingFacts(placement: Placement) {
  if (placement.state === 'cancelled') return [{ name: 'Why it did not happen', value: placement.note }]
  if (placement.state !== 'ended') return []
  const why = placement.changeReason
    ? labelOf(changeReasons, placement.changeReason)
    : labelOf(endReasons, placement.endReason)
  return [
    { name: 'Left on', value: inWords(placement.endedOn) },
    { name: 'Why', value: why },
    ...(placement.note ? [{ name: 'Note', value: placement.note }] : []),
  ]
}

const buttonsFor = ({ state, id }: Placement): Html =>
  html`<div class="govuk-button-group">
    ${state === 'agreed' && button({ text: 'The child has arrived', href: paths.start(id) })}
    ${state === 'agreed' && html`<a class="govuk-link" href="${paths.cancellation(id)}">The child is not coming</a>`}
    ${state === 'started' && button({ text: 'The child has left care', href: paths.ending(id) })}
  </div>`

const choicesOf = (set: Parameters<typeof codesIn>[0], today: PlainDate) =>
  codesIn(set, collectionYearOf(today)).map(({ code, label }) => ({ value: code, text: label }))

/** The year of the return that a day falls in: it ends on 31 March. */
const collectionYearOf = (day: PlainDate): number =>
  Number(day.slice(0, 4)) + (day.slice(5) >= '04-01' ? 1 : 0)

export function arrivalPage({ placement, childName, homeName, livesElsewhere }: Shown, viewer: Viewer): Page {
  const ask = questions(viewer)
  const title = `${childName} has arrived`
  const { today } = viewer
  return {
    title,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">At ${homeName}. The placement the child left ends on the same day.</p>
      ${form({
        action: paths.start(placement.id),
        submit: 'Save',
        cancel: paths.placement(placement.id),
        body: html`${ask.date({ name: 'on', label: 'Which day did the child arrive?', value: placement.startsOn })}
        ${
          livesElsewhere
            ? ask.select({
                name: 'changeReason',
                label: 'Why did the child move?',
                choices: choicesOf(changeReasons, today),
                empty: 'Choose a reason',
              })
            : html`${ask.select({
                name: 'legalStatus',
                label: 'Under which legal status does the child come into care?',
                choices: choicesOf(legalStatuses, today),
                empty: 'Choose a legal status',
              })}
              ${ask.select({
                name: 'needCode',
                label: 'What is the main reason why the child needs care?',
                choices: choicesOf(categoriesOfNeed, today),
                empty: 'Choose the main reason',
              })}`
        }`,
      })}`,
  }
}

export function endingPage({ placement, childName, homeName }: Shown, viewer: Viewer): Page {
  const ask = questions(viewer)
  const choices = choicesOf(endReasons, viewer.today).filter(({ value }) => value !== 'X1')
  return {
    title: `${childName} has left care`,
    body: html`<h1 class="govuk-heading-l">${childName} has left care</h1>
      <p class="govuk-body">
        And left ${homeName}. If the child moved to another home, record the arrival there instead.
      </p>
      ${form({
        action: paths.ending(placement.id),
        submit: 'Save, and free the place',
        cancel: paths.placement(placement.id),
        warning: true,
        body: html`${ask.date({ name: 'on', label: 'Which day did the child leave?' })}
        ${ask.select({ name: 'endReason', label: 'Why did the child leave care?', choices, empty: 'Choose a reason' })}
        ${ask.textarea({ name: 'note', label: 'Is there anything to add?', hint: 'You can leave this empty.' })}`,
      })}`,
  }
}

export const cancellationPage = ({ placement, childName, homeName }: Shown, viewer: Viewer): Page => ({
  title: `${childName} is not coming`,
  body: html`<h1 class="govuk-heading-l">${childName} is not coming to ${homeName}</h1>
    ${warningText({ text: 'The place is given back, and the search for a home opens again.', iconFallbackText: 'Warning' })}
    ${form({
      action: paths.cancellation(placement.id),
      submit: 'Give the place back',
      cancel: paths.placement(placement.id),
      warning: true,
      body: questions(viewer).textarea({ name: 'note', label: 'Why is the child not coming?' }),
    })}`,
})
