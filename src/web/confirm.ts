/** A page that stops a person before what cannot easily be undone. Rare, or people click through. */

import { hiddenFields, submitButton } from './forms.ts'
import { type Renderable, html } from './html.ts'
import type { Page } from './route.ts'

export type Confirmation = {
  /** A question or a warning, said plainly. */
  readonly title: string
  /** What will happen, to whom, and what cannot be undone. */
  readonly body: Renderable
  readonly action: string
  /** What the button does: Send to 4 homes. */
  readonly confirm: string
  readonly cancel: string
  readonly cancelText?: string
  readonly hidden?: Readonly<Record<string, string>>
}

export const confirmPage = (asked: Confirmation): Page => ({ title: asked.title, body: interruption(asked) })

export const interruption = ({
  title,
  body,
  action,
  confirm,
  cancel,
  cancelText,
  hidden = {},
}: Confirmation) =>
  html` <div class="nearhome-interruption">
    <h1 class="govuk-heading-l">${title}</h1>
    <div class="govuk-body">${body}</div>
    <form method="post" action="${action}" novalidate>
      ${hiddenFields(hidden)}
      <div class="govuk-button-group">
        ${submitButton(confirm)}
        <a class="govuk-link" href="${cancel}">${cancelText ?? 'Do not do this'}</a>
      </div>
    </form>
  </div>`
