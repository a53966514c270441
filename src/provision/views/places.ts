/** The questions asked of one place, and the thirty-second update of them all. */

import { details } from '#web/govuk'
import { buttonForm, form, hiddenFields, questions, submitButton } from '#web/forms'
import { type Html, html } from '#web/html'
import { paging } from '#web/paging'
import type { Page, Viewer } from '#web/route'
import type { OwnPlaces } from '../actions/vacancies.ts'
import type { KeptPlace } from '../actions/places.ts'
import { paths } from '../paths.ts'
import type { Place } from '../place.ts'
import type { Seen, SeenPlace } from '../sight.ts'
import { stampOfPlace } from '../stamp.ts'
import { tellings } from '../telling.ts'
import { livingQuestions } from './living.ts'
import { choicesOf, freshnessWords, stateOfPlace } from './words.ts'

export function addingPlacePage({ home }: Seen, viewer: Viewer): Page {
  const title = `Add a place to ${home.name}`
  const body = placeQuestions(viewer)
  const asked = form({
    action: paths.addingPlace(home.id),
    submit: 'Add the place',
    body,
    cancel: paths.home(home.id),
  })
  return { title, body: pageOf(title, asked) }
}

export function changingPlacePage(seen: KeptPlace, viewer: Viewer): Page {
  const { place, home, stamp } = seen
  const title = `${place.name} at ${home.name}`
  const body = html`${hiddenFields({ stamp })} ${placeQuestions(viewer, place)}`
  const asked = html`${placeState(seen)}
  ${form({ action: paths.place(place.id), submit: 'Save', body, cancel: paths.home(home.id) })}`
  return { title, body: pageOf(title, asked) }
}

/** How it stands, and what can be done with one press. */
function placeState({ places, place: { id, closure } }: KeptPlace): Html {
  const today = places.find(each => each.id === id)
  return html`<p class="govuk-body">
      ${today && stateOfPlace(today.vacancy)} ${today && freshnessWords(today.freshness)}
    </p>
    ${buttonForm(paths.confirming(id), 'This is still right')}
    ${
      closure === null
        ? html`<p class="govuk-body">
            <a class="govuk-link" href="${paths.closingPlace(id)}">Close this place</a>
          </p>`
        : buttonForm(paths.openingPlace(id), 'Open this place today')
    }`
}

export function closingPlacePage({ place, home }: KeptPlace, viewer: Viewer): Page {
  const { textarea, date } = questions(viewer)
  const title = `Close ${place.name} at ${home.name}`
  const body = html`<p class="govuk-body">No child is matched with it until it opens again.</p>
    ${textarea({ name: 'reason', label: 'Why?', rows: 2 })}
    ${date({ name: 'from', label: 'When does it close?', value: viewer.today })}
    ${date({ name: 'until', label: 'When does it open again?', hint: 'Leave it empty if nobody knows yet' })}`
  const asked = form({
    action: paths.closingPlace(place.id),
    submit: 'Close the place',
    body,
    cancel: paths.home(home.id),
  })
  return { title, body: pageOf(title, asked) }
}

const pageOf = (title: string, asked: Html) =>
  html`<h1 class="govuk-heading-l">${title}</h1>
    ${asked}`

function placeQuestions(viewer: Viewer, place?: Place): Html {
  const { text, money, date } = questions(viewer)
  const fee = place && (place.weeklyFee / 100).toFixed(2)
  const hint = 'Such as “The blue room”'
  return html`${text({ name: 'name', label: 'Name of the place', hint, value: place?.name })}
  ${money({ name: 'weeklyFee', label: 'Weekly fee', value: fee })}
  ${date({ name: 'availableFrom', label: 'Free from', value: place?.availableFrom ?? viewer.today })}`
}

/** Everything is already answered “still right”, so that most weeks it takes one press. */
export function vacanciesPage({ homes, total, page, perPage }: OwnPlaces, viewer: Viewer): Page {
  const title = 'Your vacancies'
  const body =
    total === 0
      ? html`<p class="govuk-body">You have told us of no place yet. Add one to a home of yours first.</p>
          <p class="govuk-body"><a class="govuk-link" href="${paths.mine}">Your homes</a></p>`
      : html`<p class="govuk-body">
            If everything below is right, confirm it and you are done. Otherwise change what is not, then
            confirm.
          </p>
          <form method="post" action="${viewer.path}${page > 1 && `?page=${page}`}" novalidate>
            ${submitButton(confirmWords(homes))} ${homes.map(seen => homePlaces(seen, viewer))}
            ${submitButton(confirmWords(homes))}
          </form>
          ${paging(viewer, { page, perPage, total })}`
  return { title, body: pageOf(title, body) }
}

function confirmWords(homes: readonly Seen[]): string {
  const count = homes.reduce((sum, { places }) => sum + places.length, 0)
  return count === 1 ? 'Confirm this place' : `Confirm all ${count} places`
}

const homePlaces = ({ home, places, living }: OwnPlaces['homes'][number], viewer: Viewer): Html =>
  html`<h2 class="govuk-heading-m">${home.name}</h2>
    ${places.map(place => placeTelling(place, viewer))} ${livingQuestions(home, living, viewer)}`

function placeTelling(place: SeenPlace, viewer: Viewer): Html {
  const { select, date, text } = questions(viewer)
  const { id, name } = place
  const wrong = viewer.problems.some(({ field }) => field?.endsWith(id))
  const said = viewer.entered[`is-${id}`] ?? 'right'
  return html`<fieldset class="govuk-fieldset govuk-form-group">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${name}</legend>
    <p class="govuk-body">${stateOfPlace(place.vacancy)} ${freshnessWords(place.freshness)}</p>
    ${hiddenFields({ [`stamp-${id}`]: stampOfPlace(place) })}
    ${select({
      name: `is-${id}`,
      label: 'Today it is',
      choices: choicesOf(tellings),
      value: said,
    })}
    ${details({
      summaryText: 'Free from a later day, or closed: say when and why',
      open: wrong || said === 'closed' || said === 'later',
      html: html`${date({ name: `freeFrom-${id}`, label: 'Free from', hint: 'Where a child leaves, that day' })}
      ${text({ name: `reason-${id}`, label: 'Why is it closed?' })}
      ${date({ name: `until-${id}`, label: 'When does it open again?', hint: 'Leave it empty if nobody knows yet' })}`,
    })}
  </fieldset>`
}
