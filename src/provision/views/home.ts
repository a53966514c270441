/** One home: what it is for, its places, its quality and who runs it. */

import { inWords } from '#shared/dates'
import { inPounds } from '#shared/money'
import { button, insetText } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { type Fact, summary } from '#web/summary'
import { type Column, longTable } from '#web/tables'
import { paths } from '../paths.ts'
import type { Seen, SeenHome, SeenListing, SeenPlace } from '../sight.ts'
import type { ShownHome } from '../actions/homes.ts'
import type { WhoLives } from '../living.ts'
import { livingWords } from './living.ts'
import * as say from './words.ts'

export function homePage(seen: ShownHome, viewer: Viewer): Page {
  const { home, runBy, isOurs } = seen
  const mayChange = isOurs && viewer.actor.permissions.has('home:write')
  const shut = say.whyNotOpen(home)
  return {
    title: home.name,
    wide: true,
    body: html`<span class="govuk-caption-l">${say.kindWords(home.kind)}, ${say.whereWords(home)}</span>
      <h1 class="govuk-heading-l">${home.name}</h1>
      <p class="govuk-body">${say.stateOfHome(home)}</p>
      ${shut && insetText({ text: shut })} ${mayChange && changes(home)} ${placesOf(seen, mayChange)}
      ${seen.living !== undefined && summary(livingFacts(seen.living), 'Who lives here')}
      ${summary(purposeFacts(home), 'What the home is for')} ${summary(qualityFacts(home), 'Quality')}
      ${summary(runFacts(home, runBy), 'Who runs it')}`,
  }
}

const changes = (home: SeenHome): Html =>
  html`<div class="govuk-button-group">
    ${secondary('Change what the home is for', paths.changing(home.id))}
    ${
      home.state === 'open'
        ? secondary('Close the home', paths.closing(home.id))
        : secondary('Open the home', paths.opening(home.id))
    }
    ${secondary('Add a place', paths.addingPlace(home.id))}
  </div>`

const secondary = (text: string, href: string) => button({ text, href, classes: 'govuk-button--secondary' })

function placesOf({ home, places }: Seen, mayChange: boolean): Html {
  const columns: Column<SeenPlace>[] = [
    { heading: 'Place', cell: ({ name }) => name },
    { heading: 'Today', cell: ({ vacancy }) => say.stateOfPlace(vacancy) },
    { heading: 'Confirmed', cell: ({ freshness }) => say.freshnessWords(freshness) },
    { heading: 'Weekly fee', cell: ({ weeklyFee }) => inPounds(weeklyFee), numeric: true },
  ]
  const own: Column<SeenPlace> = { heading: 'Change', cell: placeLink }
  return longTable({
    caption: `Places: ${places.length} told of, registered for ${home.registeredPlaces}`,
    columns: mayChange ? [...columns, own] : columns,
    rows: places,
    empty: 'The home has not told us of any place.',
  })
}

const placeLink = ({ id, name }: SeenPlace): Html =>
  html`<a class="govuk-link" href="${paths.place(id)}"
    >Change<span class="govuk-visually-hidden"> ${name}</span></a
  >`

const list = (codes: readonly string[]) => codes.map(say.needWords).join(', ')

const purposeFacts = ({ purpose, registeredPlaces }: SeenHome): Fact[] => [
  { name: 'Ages', value: say.agesWords(purpose) },
  { name: 'For', value: say.sexesWords(purpose.sexes) },
  { name: 'Registered places', value: registeredPlaces },
  { name: 'Needs met', value: list(purpose.needsMet) },
  { name: 'Needs not met', value: list(purpose.needsNotMet) },
  { name: 'A child may live here alone', value: purpose.takesSolo ? 'Yes' : 'No' },
  { name: 'Brothers and sisters together', value: purpose.takesSiblings ? 'Yes' : 'No' },
  { name: 'Approach to care', value: purpose.approachToCare },
]

/** Ages and sexes, and never who. */
const livingFacts = (living: WhoLives | null): Fact[] => [
  { name: 'Children who live here', value: livingWords(living) },
]

const qualityFacts = ({ judgement, inspectedOn, urn }: SeenHome): Fact[] => [
  { name: 'Ofsted’s judgement', value: judgement && say.judgementWords(judgement) },
  { name: 'Inspected on', value: inspectedOn && inWords(inspectedOn) },
  { name: 'Ofsted number (URN)', value: urn },
]

const runFacts = (home: SeenHome, runBy: string): Fact[] => [
  { name: 'Run by', value: runBy },
  { name: 'Sector', value: say.sectorWords(home.sector) },
  { name: home.kind === 'foster-household' ? 'Area' : 'Postcode', value: say.whereWords(home) },
]

const ownColumns: readonly Column<SeenListing>[] = [
  {
    heading: 'Home',
    cell: ({ home }) => html`<a class="govuk-link" href="${paths.home(home.id)}">${home.name}</a>`,
  },
  { heading: 'State', cell: ({ home }) => say.stateOfHome(home) },
  { heading: 'Places', cell: ({ places }) => places, numeric: true },
  { heading: 'Vacant', cell: ({ vacant }) => vacant, numeric: true },
  { heading: 'Confirmed', cell: ({ confirmed }) => confirmed && say.freshnessWords(confirmed) },
]

export const ownHomesPage = (listings: readonly SeenListing[], { actor }: Viewer): Page => ({
  title: 'Your homes',
  wide: true,
  body: html`<span class="govuk-caption-l">${actor.organisationName}</span>
    <h1 class="govuk-heading-l">Your homes</h1>
    <div class="govuk-button-group">
      ${button({ text: 'Update your vacancies', href: paths.vacancies })}
      ${button({ text: 'Add a home', href: paths.adding, classes: 'govuk-button--secondary' })}
    </div>
    ${longTable({
      caption: 'Homes you run',
      columns: ownColumns,
      rows: listings,
      empty: 'You have not added a home yet. Add one, then say which of its places are vacant.',
    })}`,
})
