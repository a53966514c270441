/** Forms that do something, and their buttons; the questions inside them are in `questions.ts`. */

import * as govuk from './govuk.ts'
import { type Html, type Renderable, html } from './html.ts'

export { type Answered, type Choice, type Question, questions } from './questions.ts'

export type FormOptions = {
  readonly action: string
  readonly submit: string
  readonly body: Renderable
  readonly cancel?: string
  readonly files?: boolean
  /** For what cannot be undone. */
  readonly warning?: boolean
}

/** A form that does something: a POST, checked by us and never by the browser's own bubbles. */
export const form = ({ action, submit, body, cancel, files, warning }: FormOptions): Html =>
  html` <form method="post" action="${action}" ${files && html`enctype="multipart/form-data"`} novalidate>
    ${body}
    <div class="govuk-button-group">
      ${submitButton(submit, { warning })}
      ${cancel && html`<a class="govuk-link" href="${cancel}">Cancel</a>`}
    </div>
  </form>`

type ButtonOptions = { warning?: boolean | undefined; secondary?: boolean; name?: string; value?: string }
export const submitButton = (text: string, { warning, secondary, name, value }: ButtonOptions = {}): Html =>
  govuk.button({
    text,
    name,
    value,
    classes: warning ? 'govuk-button--warning' : secondary ? 'govuk-button--secondary' : undefined,
    preventDoubleClick: true,
  })

/** One button that does one thing, with nothing more to ask. */
export const buttonForm = (
  action: string,
  text: string,
  hidden: Readonly<Record<string, string>> = {},
): Html =>
  html` <form method="post" action="${action}" novalidate>
    ${hiddenFields(hidden)} ${submitButton(text, { secondary: true })}
  </form>`

export const hiddenFields = (fields: Readonly<Record<string, string | null | undefined>>): Html =>
  html`${Object.entries(fields).map(
    ([name, value]) => value != null && html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`
