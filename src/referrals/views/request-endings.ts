/** The pages that ask before a request ends: no longer needed, or no home can be found. */

import { form, questions } from '#web/forms'
import { warningText } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import type { Shown } from '../actions/requests.ts'
import { paths } from '../paths.ts'
import { unableReasons } from '../referral.ts'
import { count, stateWords } from '../standing.ts'
import { backTo, firstNameOf, whoThisIsAbout } from './requests.ts'
import { linkButton } from './request-tasks.ts'

export function withdrawalPage(shown: Shown, viewer: Viewer): Page {
  const { referral, child } = shown
  const title = 'A home is no longer needed'
  if (referral.state !== 'draft' && referral.state !== 'open') return ended(shown, title)
  return asked(shown, viewer, {
    title,
    says: html`<p class="govuk-body">
      The request for ${firstNameOf(child)} ends, and nobody looks any further. It stays on the record.
    </p>`,
    body: questions(viewer).textarea({
      name: 'reason',
      label: 'Why is a home no longer needed?',
      hint: 'For example: she is going to live with her aunt',
      maxlength: 1000,
    }),
    action: paths.withdrawal(referral.id),
    submit: 'Withdraw the request',
  })
}

export function closurePage(shown: Shown, viewer: Viewer): Page {
  const { referral, child } = shown
  const title = 'No home can be found'
  if (referral.state !== 'open') {
    return referral.state === 'draft'
      ? refused(shown, title, 'Brokerage does not have this request yet, so nobody has looked.')
      : ended(shown, title)
  }
  return asked(shown, viewer, {
    title,
    says: html`<p class="govuk-body">
      The search for ${firstNameOf(child)} ends without a home. What ${firstNameOf(child)} needs is counted,
      so that such a home may be made. If a home is still needed, begin a new request.
    </p>`,
    body: questions(viewer).radios({
      name: 'reason',
      label: 'What is the main reason?',
      choices: unableReasons.map(({ code, label }) => ({ value: code, text: label })),
    }),
    action: paths.closure(referral.id),
    submit: 'End the search',
  })
}

type Asking = {
  readonly title: string
  readonly says: Html
  readonly body: Html
  readonly action: string
  readonly submit: string
}

function asked(shown: Shown, viewer: Viewer, { title, says, body, action, submit }: Asking): Page {
  const { referral, answering } = shown
  const warning = `${count(answering.asked, 'home')} asked can no longer read what was sent. This cannot be undone.`
  return {
    title,
    body: html`${backTo(paths.referral(referral.id), 'The request')} ${whoThisIsAbout(shown, viewer)}
      <h1 class="govuk-heading-l">${title}</h1>
      ${says} ${answering.asked > 0 && warningText({ text: warning, iconFallbackText: 'Warning' })}
      ${form({ action, submit, body, cancel: paths.referral(referral.id), warning: true })}`,
  }
}

const ended = (shown: Shown, title: string): Page =>
  refused(shown, title, `This request has already ended: ${stateWords[shown.referral.state].toLowerCase()}.`)

const refused = ({ referral }: Shown, title: string, sentence: string): Page => ({
  title,
  body: html`${backTo(paths.referral(referral.id), 'The request')}
    <h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">${sentence}</p>
    ${linkButton(paths.referral(referral.id), 'Go to the request')}`,
})
