/** Narrowing a list: a form that asks by GET, and what was chosen as tags that can be taken away. */

import { type Asked, addressWith } from './address.ts'
import { button, input, select } from './govuk.ts'
import { type Html, type Renderable, html } from './html.ts'
import { hiddenFields } from './forms.ts'

export type Filter = {
  readonly name: string
  readonly label: string
  /** What may be chosen; without choices it is a box to search in. */
  readonly choices?: readonly { readonly value: string; readonly text: string }[]
  readonly hint?: string
  /** What is shown when nothing is chosen, where that is not any. */
  readonly otherwise?: string
}

/** A list beside its filters. On a narrow screen the filters fold away above it. */
export const filtered = (at: Asked, filters: readonly Filter[], list: Renderable): Html =>
  html` <div class="nearhome-with-filters">
    ${filterPanel(at, filters)}
    <div>${chosenFilters(at, filters)} ${list}</div>
  </div>`

export function filterPanel(at: Asked, filters: readonly Filter[]): Html {
  const own = new Set([...filters.map(({ name }) => name), 'page'])
  const kept = Object.fromEntries(Object.entries(at.query).filter(([name]) => !own.has(name)))
  return html`<details class="nearhome-filters" open>
    <summary>Filter</summary>
    <form class="nearhome-filters__body" method="get" action="${at.path}" novalidate>
      ${hiddenFields(kept)} ${filters.map(filter => control(filter, at.query[filter.name] ?? ''))}
      ${button({ text: 'Apply filters' })}
    </form>
  </details>`
}

export function chosenFilters(at: Asked, filters: readonly Filter[]): Html {
  const chosen = filters.filter(({ name }) => at.query[name])
  if (chosen.length === 0) return html``
  const none = Object.fromEntries([...chosen.map(({ name }) => [name, null]), ['page', null]])
  return html`<ul class="nearhome-chosen" aria-label="Filters chosen">
    ${chosen.map(filter => html`<li>${removeTag(at, filter)}</li>`)}
    <li><a class="govuk-link" href="${addressWith(at, none)}">Clear filters</a></li>
  </ul>`
}

function removeTag(at: Asked, { name, label, choices }: Filter): Html {
  const value = at.query[name]!
  const text = choices?.find(choice => choice.value === value)?.text ?? value
  const href = addressWith(at, { [name]: null, page: null })
  return html`<a class="nearhome-chosen__tag" href="${href}"
    ><span class="govuk-visually-hidden">Remove filter </span>${label}: ${text}</a
  >`
}

function control({ name, label, choices, hint, otherwise = 'Any' }: Filter, value: string): Html {
  const common = {
    id: name,
    name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: hint ? { text: hint } : undefined,
  }
  if (!choices) return input({ ...common, value, type: 'search', autocomplete: 'off' })
  const items = choices.map(choice => ({ ...choice, selected: choice.value === value }))
  return select({ ...common, items: [{ value: '', text: otherwise }, ...items] })
}
