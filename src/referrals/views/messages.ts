/** Questions and answers, oldest first, and the form to write the next one. */

import { newId } from '#shared/ids'
import { form, hiddenFields, questions } from '#web/forms'
import { type Html, html } from '#web/html'
import type { Viewer } from '#web/route'
import type { Message } from '../telling/message.ts'
import { asTyped } from './requests.ts'

type Names = { readonly home: string; readonly authority: string }

export const thread = (messages: readonly Message[], { home, authority }: Names): Html =>
  messages.length === 0
    ? html`<p class="govuk-body">Nobody has asked anything yet.</p>`
    : html`<ol class="nearhome-timeline">
        ${messages.map(
          ({ fromHome, text, sent }) =>
            html`<li class="nearhome-timeline__event">
              <h3 class="nearhome-timeline__what">${fromHome ? `${home} asked` : `${authority} answered`}</h3>
              <p class="nearhome-timeline__who">${sent}</p>
              <div class="govuk-body">${asTyped(text)}</div>
            </li>`,
        )}
      </ol>`

type Writing = {
  readonly action: string
  readonly label: string
  readonly hint: string
  readonly submit: string
}

/** The message has its number before it is sent, so that pressing twice says it once. */
export const writeForm = ({ action, label, hint, submit }: Writing, viewer: Viewer): Html =>
  form({
    action,
    submit,
    body: html`${hiddenFields({ message: numberOf(viewer) })}
    ${questions(viewer).textarea({ name: 'text', label, hint, maxlength: 2000 })}`,
  })

const numberOf = ({ entered: { message } }: Viewer): string =>
  typeof message === 'string' ? message : newId<'Message'>()
