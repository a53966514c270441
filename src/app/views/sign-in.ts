/** The sign-in page; with the demonstration, a list of invented people to be. */

import { type Person, type Role, kindOf, roles } from '#access'
import { button } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Page } from '#web/route'

type Facts = {
  readonly people: readonly Person[]
  readonly provider: boolean
  readonly demonstration: boolean
  readonly next: string
}

export const signInPage = ({ people, provider, demonstration, next }: Facts): Page => ({
  title: 'Sign in',
  body: html`<h1 class="govuk-heading-l">Sign in to Nearhome</h1>
    ${
      provider &&
      html`<p class="govuk-body">Use the account that your own organisation gave you.</p>
        ${button({ text: 'Sign in with your organisation', href: `/sign-in/start?next=${encodeURIComponent(next)}` })}`
    }
    ${demonstration && demonstrationChoice(people, next)}
    ${
      !provider &&
      !demonstration &&
      html`<p class="govuk-body">
        Signing in has not been set up. Whoever runs this Nearhome must name an identity provider.
      </p>`
    }`,
})

const demonstrationChoice = (people: readonly Person[], next: string): Html =>
  html`<h2 class="govuk-heading-m">Be an invented person</h2>
    <p class="govuk-body">
      This Nearhome was started with an invented region: every child, person and home in it is made up. Choose
      whose work to see. No password is asked for, so never put a real child’s record here.
    </p>
    ${groups(people).map(
      ({ title, people: group }) =>
        html`<h3 class="govuk-heading-s">${title}</h3>
          <ul class="govuk-list nearhome-people">
            ${group.map(person => choice(person, next))}
          </ul>`,
    )}`

const choice = ({ id, name, organisationName, roles: held }: Person, next: string): Html =>
  html`<li>
    <form method="post" action="/sign-in">
      <input type="hidden" name="person" value="${id}" />
      <input type="hidden" name="next" value="${next}" />
      <button class="nearhome-link-button" type="submit">${name}</button>
      <span class="govuk-hint nearhome-inline-hint"
        >${held.map(inWords).join(', ')}, ${organisationName}</span
      >
    </form>
  </li>`

const inWords = (role: Role): string => roles[role].says

/** The co-operative first, then one authority a group, then providers and partners. */
function groups(people: readonly Person[]): { title: string; people: Person[] }[] {
  const titled = people.map(person => ({ title: groupOf(person), person }))
  const titles = [...new Set(titled.map(({ title }) => title))].toSorted(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  )
  return titles.map(title => ({
    title,
    people: titled.filter(each => each.title === title).map(({ person }) => person),
  }))
}

const last = ['Providers', 'Health and justice partners']
const first = ['The co-operative']
const rank = (title: string): number => (first.includes(title) ? 0 : 1 + (last.indexOf(title) + 1))

function groupOf({ organisationKind, organisationName }: Person): string {
  const kind = kindOf(organisationKind)
  if (kind === 'region') return first[0]!
  if (kind === 'provider') return last[0]!
  return kind === 'partner' ? last[1]! : organisationName
}
