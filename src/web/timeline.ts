/** What happened, newest first: what, who did it, and when. */

import { type Html, type Renderable, html } from './html.ts'

export type Happening = {
  readonly what: string
  readonly who?: string | undefined
  /** As a person says it: 3 November 2026 at 4:05pm. */
  readonly when: string
  /** For programs: an ISO date or instant. */
  readonly at?: string
  readonly more?: Renderable
}

export const timeline = (happenings: readonly Happening[]): Html =>
  html` <ol class="nearhome-timeline">
    ${happenings.map(
      ({ what, who, when, at, more }) =>
        html`<li class="nearhome-timeline__event">
          <h3 class="nearhome-timeline__what">${what}</h3>
          <p class="nearhome-timeline__who">
            ${who && html`${who}, `}${at ? html`<time datetime="${at}">${when}</time>` : when}
          </p>
          ${more && html`<div class="govuk-body-s">${more}</div>`}
        </li>`,
    )}
  </ol>`
