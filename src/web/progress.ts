/** How far a long piece of work has come. The page asks again by itself, with or without a script. */

import { type Html, type Renderable, html } from './html.ts'
import type { Page } from './route.ts'

export type Progress = {
  /** What is being done now. */
  readonly phase: string
  readonly done: number
  readonly of: number
  readonly counted: string
  readonly more?: Renderable
}

export const progress = ({ phase, done, of, counted, more }: Progress): Html =>
  html` <div class="nearhome-progress">
    <p class="govuk-body govuk-!-margin-bottom-1" id="phase"><strong>${phase}</strong></p>
    <progress class="nearhome-progress__bar" max="${Math.max(of, 1)}" value="${done}" aria-labelledby="phase">
      ${Math.round((100 * done) / Math.max(of, 1))}%
    </progress>
    <p class="govuk-body">${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} ${counted}</p>
    ${more}
  </div>`

/** A page that shows progress until there is no more to show. */
export const progressPage = (title: string, now: Progress, refresh = 2): Page => ({
  title,
  refresh,
  body: html`<h1 class="govuk-heading-l">${title}</h1>
    ${progress(now)}
    <p class="govuk-body">
      You can leave this page: the work goes on, and this address shows how it ended.
    </p>`,
})
