/** The questions asked of whoever runs a home. */

import { careNeeds } from '#reference'
import { form, hiddenFields, questions } from '#web/forms'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { type StatementOfPurpose, homeKinds, sectors, sexesTaken } from '../home.ts'
import { paths } from '../paths.ts'
import type { HomeId } from '../home.ts'
import type { Seen } from '../sight.ts'
import { choicesOf } from './words.ts'

export function addingPage({ home }: { home: HomeId }, viewer: Viewer): Page {
  const { text, radios, select } = questions(viewer)
  const title = 'Add a home'
  const isCouncil = viewer.actor.kind === 'authority'
  const others = choicesOf(sectors).filter(({ value }) => value !== 'local-authority')
  const foster = 'For a foster household, a name that does not say who they are'
  const number = typeof viewer.entered.home === 'string' ? viewer.entered.home : home
  const body = html`${hiddenFields({ home: number })}
  ${text({ name: 'name', label: 'Name of the home', hint: foster })}
  ${radios({ name: 'kind', label: 'What kind of home is it?', choices: choicesOf(homeKinds) })}
  ${!isCouncil && select({ name: 'sector', label: 'Who runs it?', choices: others })}
  ${text({ name: 'urn', label: 'Ofsted number, if it has one', hint: 'URN: SC and 6 digits, or 7 digits', width: 10 })}
  ${postcodeBox(viewer)} ${placesBox(viewer)} ${purposeQuestions(viewer)}`
  return {
    title,
    body: pageOf(title, form({ action: paths.adding, submit: 'Add the home', body, cancel: paths.mine })),
  }
}

export function changingPage({ home, stamp }: Seen & { stamp: string }, viewer: Viewer): Page {
  const { text } = questions(viewer)
  const title = `Change ${home.name}`
  const isFoster = home.kind === 'foster-household'
  const body = html`${hiddenFields({ stamp })}
  ${text({ name: 'name', label: 'Name of the home', value: home.name })}
  ${postcodeBox(viewer, isFoster ? '' : home.postcode, isFoster)} ${placesBox(viewer, home.registeredPlaces)}
  ${purposeQuestions(viewer, home.purpose)}`
  const asked = form({ action: paths.changing(home.id), submit: 'Save', body, cancel: paths.home(home.id) })
  return { title, body: pageOf(title, asked) }
}

const pageOf = (title: string, asked: Html) =>
  html`<h1 class="govuk-heading-l">${title}</h1>
    ${asked}`

const postcodeBox = (viewer: Viewer, value = '', mayStayEmpty = false) =>
  questions(viewer).text({
    name: 'postcode',
    label: 'Postcode',
    value,
    width: 10,
    hint: mayStayEmpty
      ? 'Never shown to anybody. Leave it empty if they have not moved'
      : 'Of a foster household, only the first half is ever shown',
  })

const placesBox = (viewer: Viewer, value?: number) =>
  questions(viewer).text({
    name: 'registeredPlaces',
    label: 'How many places is it registered or approved for?',
    width: 3,
    inputmode: 'numeric',
    value,
  })

function purposeQuestions(viewer: Viewer, purpose?: StatementOfPurpose): Html {
  const { text, radios, checkboxes, textarea } = questions(viewer)
  const age = { width: 2, inputmode: 'numeric' } as const
  const needs = { choices: choicesOf(careNeeds), small: true }
  const asked = [
    text({ name: 'ageFrom', label: 'Youngest age', ...age, value: purpose?.ageFrom }),
    text({ name: 'ageTo', label: 'Oldest age', ...age, value: purpose?.ageTo }),
    radios({
      name: 'sexes',
      label: 'Who is the home for?',
      choices: choicesOf(sexesTaken),
      value: purpose?.sexes,
    }),
    yesOrNo(viewer, 'takesSolo', 'May a child live here alone?', purpose),
    yesOrNo(viewer, 'takesSiblings', 'May brothers and sisters live here together?', purpose),
    checkboxes({ name: 'needsMet', label: 'Needs the home meets', ...needs, value: purpose?.needsMet }),
    checkboxes({
      name: 'needsNotMet',
      label: 'Needs the home cannot meet',
      ...needs,
      value: purpose?.needsNotMet,
    }),
    textarea({
      name: 'approachToCare',
      label: 'Approach to care, in your own words',
      value: purpose?.approachToCare,
    }),
  ]
  return html`<h2 class="govuk-heading-m">Statement of purpose</h2>
    ${asked}`
}

type Either = 'takesSolo' | 'takesSiblings'
function yesOrNo(viewer: Viewer, name: Either, label: string, purpose?: StatementOfPurpose): Html {
  const value = purpose && (purpose[name] ? 'yes' : 'no')
  return questions(viewer).radios({ name, label, choices: yesNo, inline: true, value })
}
const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]

export function closingPage({ home, places }: Seen, viewer: Viewer): Page {
  const title = `Close ${home.name}`
  const living = places.filter(
    ({ taken }) => taken !== null && (taken.until === null || taken.until > viewer.today),
  )
  const told = places.length === 1 ? 'place' : `${places.length} places`
  const stay = html`<strong>${living.length}</strong> with a child living there, or promised to one, stay as
    they are until that child’s authority says otherwise.`
  const asked = html`<p class="govuk-body">
      From that day no child is matched with its ${told}. ${living.length > 0 && stay} You can open it again
      at any time.
    </p>
    ${form({
      action: paths.closing(home.id),
      submit: 'Close the home',
      body: closingQuestions(viewer),
      cancel: paths.home(home.id),
      warning: true,
    })}`
  return { title, body: pageOf(title, asked) }
}

function closingQuestions(viewer: Viewer): Html {
  const { radios, textarea, date } = questions(viewer)
  return html`${radios({
    name: 'state',
    label: 'What is happening to the home?',
    choices: [
      { value: 'closed', text: 'It closes for a time' },
      { value: 'refurbishing', text: 'It is being refurbished' },
      { value: 'dormant', text: 'It becomes dormant', hint: 'Registered, with no day set for opening' },
    ],
  })}
  ${textarea({ name: 'reason', label: 'Why?', rows: 2, hint: 'Authorities that look at the home will see this' })}
  ${date({ name: 'from', label: 'When does it close?', value: viewer.today })}
  ${date({ name: 'until', label: 'When does it expect to open again?', hint: 'Leave it empty if nobody knows yet' })}`
}

export function openingPage({ home }: Seen, viewer: Viewer): Page {
  const title = `Open ${home.name}`
  const body = questions(viewer).date({ name: 'from', label: 'When does it open?', value: viewer.today })
  const asked = form({
    action: paths.opening(home.id),
    submit: 'Open the home',
    body,
    cancel: paths.home(home.id),
  })
  return { title, body: pageOf(title, asked) }
}
