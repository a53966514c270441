/** A profile as a home reads it: the child's words first, then the twelve facts, then the rest. */

import { insetText } from '#web/govuk'
import { type Html, type Renderable, html } from '#web/html'
import { summary } from '#web/summary'
import { firstFacts, restOf } from '../telling/facts.ts'
import { type Part, type Profile, voiceIn } from '../telling/profile.ts'
import { asTyped } from './requests.ts'

export const ownWordsIn = (profile: Profile): Html => {
  const words = voiceIn(profile)
  return words
    ? html`<h2 class="govuk-heading-m">In the child’s own words</h2>
        ${insetText({ html: html`${asTyped(words)}` })}`
    : html`<p class="govuk-body">Nobody has written down what the child says yet.</p>`
}

export const firstFactsIn = (profile: Profile): Html =>
  html`<h2 class="govuk-heading-m">The facts to say “maybe” or “no”</h2>
    ${summary(firstFacts(profile).map(({ label, value }) => ({ name: label, value: value || notSaid })))}`

const notSaid: Renderable = html`<span class="nearhome-quiet">Not said yet</span>`

export const partsOf = (parts: readonly Part[]): Html =>
  html`${parts.map(
    ({ title, lines }) =>
      html`<h3 class="govuk-heading-s">${title}</h3>
        ${summary(lines.map(({ label, value }) => ({ name: label, value: html`${asTyped(value)}` })))}`,
  )}`

/** Everything that was told, in the order it is read. */
export const wholeProfile = (profile: Profile): Html =>
  html`${ownWordsIn(profile)} ${firstFactsIn(profile)}
    <h2 class="govuk-heading-m">More about the child and what they need</h2>
    ${partsOf(restOf(profile))}`
