/** Rules that were asked, but not in full: what they did not flag they have not passed. */

import { type Html, html } from '#web/html'
import { paths } from '../paths.ts'
import { counted } from './words.ts'

export function askedInPart(partly: Readonly<Record<string, string>>): Html | false {
  const all = Object.entries(partly)
  return (
    all.length > 0 &&
    html`<details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text"
          >${counted(all.length, 'rule was not asked in full', 'rules were not asked in full')}</span
        >
      </summary>
      <div class="govuk-details__text">
        <ul class="govuk-list">
          ${all.map(
            ([code, why]) =>
              html`<li><a class="govuk-link" href="${paths.explained(code)}">${code}</a>: ${why}</li>`,
          )}
        </ul>
      </div>
    </details>`
  )
}
