/** The pages on which an authority does one thing about one home: answers it, shares more with it, or withdraws. */

import { form } from '#web/forms'
import { insetText, warningText } from '#web/govuk'
import { type Renderable, html } from '#web/html'
import { interruption } from '#web/confirm'
import type { Page, Viewer } from '#web/route'
import type { Ours } from '../actions/offers.ts'
import { paths } from '../paths.ts'
import { thread, writeForm } from './messages.ts'
import { partsOf } from './profile.ts'
import { backTo } from './requests.ts'

const page = ({ referral, homeName, runBy, reference }: Ours, title: string, body: Renderable): Page => ({
  title,
  body: html`${backTo(paths.offers(referral), 'Back to answers and offers')}
    <span class="govuk-caption-l">${homeName}, run by ${runBy}, request ${reference}</span>
    <h1 class="govuk-heading-l">${title}</h1>
    ${body}`,
})

export const answersPage = (ours: Ours, viewer: Viewer): Page =>
  page(
    ours,
    `Questions from ${ours.homeName}`,
    html`<h2 class="govuk-heading-m">What has been said</h2>
      ${thread(ours.messages, { home: ours.homeName, authority: viewer.actor.organisationName })}
      ${
        ours.isLive &&
        writeForm(
          {
            action: paths.answers(ours.approach),
            label: 'Your answer',
            hint: ours.isFull
              ? 'Only this home reads it.'
              : 'Only this home reads it. It has no full profile, so write nothing that tells who the child is.',
            submit: 'Send the answer',
          },
          viewer,
        )
      }`,
  )

const notNow: Partial<Record<Ours['state'], string>> = {
  sent: 'This home has not said that it is interested, so it has no need to know who the child is.',
  shared: 'The full profile has been shared with this home.',
  offered: 'The full profile has been shared with this home, and it has made an offer.',
}

export function sharingPage(ours: Ours): Page {
  const { approach, referral, homeName, childName, adds, state } = ours
  if (state !== 'interested') {
    return page(
      ours,
      'Share the full profile',
      insetText({ text: notNow[state] ?? 'This request has ended.' }),
    )
  }
  return page(
    ours,
    `Share ${childName}’s full profile with ${homeName}`,
    html`${warningText({
        text: `${homeName} will know who the child is. The record of access of both keeps who shared it, and when.`,
        iconFallbackText: 'Warning',
      })}
      <h2 class="govuk-heading-m">What is added to what it has read</h2>
      ${partsOf(adds)}
      <p class="govuk-body">It is kept as it is now. If an answer changes later, tell the home.</p>
      ${form({
        action: paths.sharing(approach),
        submit: `Share with ${homeName}`,
        cancel: paths.offers(referral),
        body: '',
      })}`,
  )
}

export function takingBackPage(ours: Ours): Page {
  const { approach, referral, homeName, isLive } = ours
  if (!isLive)
    return page(ours, `Withdraw the request to ${homeName}`, insetText({ text: 'This request has ended.' }))
  const title = `Withdraw the request to ${homeName}?`
  return {
    title,
    body: interruption({
      title,
      body: html`The home can no longer read anything of what it was sent, from this moment. Other homes are
      not told.`,
      action: paths.takingBack(approach),
      confirm: 'Withdraw it',
      cancel: paths.offers(referral),
    }),
  }
}
