/** Facts as rows, and who or what a page is about. */

import { summaryList, tag } from './govuk.ts'
import { type Html, type Renderable, html } from './html.ts'

export type Fact = {
  readonly name: string
  readonly value: Renderable
  /** Where it can be changed. */
  readonly change?: string | undefined
  readonly changeText?: string
}

/** What is empty is said to be empty, never left blank. */
export function summary(facts: readonly Fact[], title?: string): Html {
  const rows = facts.map(({ name, value, change, changeText = 'Change' }) => ({
    key: { text: name },
    value: { html: isEmpty(value) ? html`<span class="nearhome-quiet">Not recorded</span>` : html`${value}` },
    actions: change
      ? { items: [{ href: change, text: changeText, visuallyHiddenText: name.toLowerCase() }] }
      : undefined,
  }))
  return summaryList({ rows, card: title ? { title: { text: title } } : undefined })
}

const isEmpty = (value: Renderable) =>
  value === null || value === undefined || value === '' || value === false

export type Identity = {
  readonly name: string
  readonly facts: readonly { readonly name: string; readonly value: Renderable }[]
  /** Initials alone, for a screen that others can see, are for the caller to give. */
  readonly label: string
}

/** Who a page is about, at its head: the fewest facts that tell one person from another. */
export const identityBar = ({ name, facts, label }: Identity): Html =>
  html` <section class="nearhome-identity" aria-label="${label}">
    <p class="nearhome-identity__name">${name}</p>
    <dl>
      ${facts.map(
        fact =>
          html`<div>
            <dt>${fact.name}</dt>
            <dd>${fact.value}</dd>
          </div>`,
      )}
    </dl>
  </section>`

export type Tone = 'done' | 'waiting' | 'attention' | 'stopped' | 'new' | 'quiet'
const colours: Record<Tone, string> = {
  done: 'green',
  waiting: 'yellow',
  attention: 'red',
  stopped: 'grey',
  new: 'teal',
  quiet: 'grey',
}

/** A state in a word. The colour only repeats what the word says. */
export const stateTag = (text: string, tone: Tone = 'quiet'): Html =>
  tag({ text, classes: `govuk-tag--${colours[tone]} nearhome-tag` })

export type Headline = {
  readonly name: string
  readonly number: string
  readonly note?: Renderable
  readonly href?: string
}

/** The three to five figures that a page opens with. */
export const headlines = (figures: readonly Headline[]): Html =>
  html` <ul class="nearhome-figures">
    ${figures.map(
      ({ name, number, note, href }) =>
        html`<li>
          <span class="nearhome-figures__number">${number}</span>
          ${href ? html`<a class="govuk-link" href="${href}">${name}</a>` : name}
          ${note && html`<span class="nearhome-figures__note">${note}</span>`}
        </li>`,
    )}
  </ul>`
