/** How one figure is counted: what, out of what, by whose rule, and what it cannot say. */

import { html } from '#web/html'
import type { Page } from '#web/route'
import { summary } from '#web/summary'
import type { Measure } from '../measure.ts'
import { paths } from '../paths.ts'

export const definitionPage = (measure: Measure): Page => {
  const { name, numerator, denominator, definition, source, caution } = measure
  return {
    title: name,
    body: html`<h1 class="govuk-heading-l">${name}</h1>
      <p class="govuk-body-l">${definition}</p>
      ${summary([
        { name: 'Counted', value: numerator },
        { name: 'Out of', value: denominator ?? 'Nothing: it is a count' },
        { name: 'Source of the rule', value: source },
        { name: 'Take care', value: caution ?? 'Nothing in particular' },
      ])}
      <p class="govuk-body"><a class="govuk-link" href="${paths.figures}">See the figures</a></p>`,
  }
}
