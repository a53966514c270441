/** The pages that anybody may read: accessibility, privacy, and what is logged. */

import { type Html, html } from '#web/html'
import type { Page } from '#web/route'

const page = (title: string, body: Html): Page => ({
  title,
  body: html`<h1 class="govuk-heading-l">${title}</h1>
    ${body}`,
})
const part = (title: string, ...paragraphs: readonly string[]): Html =>
  html`<h2 class="govuk-heading-m">${title}</h2>
    ${paragraphs.map(text => html`<p class="govuk-body">${text}</p>`)}`
const list = (...points: readonly string[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${points.map(point => html`<li>${point}</li>`)}
  </ul>`

const accessibility = page(
  'Accessibility',
  html`<p class="govuk-body">We want everybody to be able to use Nearhome. You should be able to:</p>
    ${list(
      'zoom in to 400% without anything running off the screen',
      'do everything with a keyboard alone, or with speech',
      'do everything with JavaScript turned off',
      'listen to it with a screen reader, charts and maps included: each has a table beside it',
    )}
    ${part(
      'How accessible it is',
      'Nearhome is built to meet the Web Content Accessibility Guidelines 2.2 at level AA, and its pages are checked ' +
        'by a program each time that it is changed. No person with a disability has tested it yet, so there may be ' +
        'faults that a program cannot find.',
    )}
    ${part(
      'If something does not work for you',
      'Tell your co-operative’s administrator: they can give you what you need in another form, and see that it is ' +
        'put right.',
    )}`,
)

const privacy = page(
  'Privacy',
  html`<p class="govuk-body">
      Nearhome holds what councils need to find a home for a child, and no more. Each council answers for the
      records of its own children.
    </p>
    ${part('Who can see a child’s record')}
    ${list(
      'the people of the child’s own council, as far as their roles allow',
      'a home that was asked about the child: only what was sent to it, and only while the question is open',
      'the co-operative: age, sex and history under a number that names nobody, and only while the council has ' +
        'signed an agreement that is in force',
      'other councils: nothing',
    )}
    ${part(
      'If you are in care, or were',
      'You may ask to see what is held about you, who has looked at it, and to have mistakes put right. Ask your ' +
        'social worker, your independent reviewing officer, or your council’s data protection officer.',
    )}
    ${part(
      'Cookies',
      'One cookie keeps you signed in. It says nothing about you, nobody else can read it, and it is gone when you ' +
        'sign out. Nothing here follows you to other websites.',
    )}`,
)

const lineParts = [
  'who asked, and for which organisation',
  'what they asked for',
  'which record',
  'when, and whether it was refused',
]

const logged = page(
  'What is logged',
  html`<p class="govuk-body">
      Each time that somebody reads or changes a child’s record, and each time that they are refused, one line
      is written. It holds:
    </p>
    ${list(...lineParts)}
    <p class="govuk-body">
      It holds no name of a child, nothing that was searched for, and nothing that was written.
    </p>
    ${part(
      'Nobody can change it unseen',
      'Every line is sealed with the line before it. If one is changed, added or taken away, the seals no longer ' +
        'match, and the first line that is wrong can be named. Nobody, the co-operative’s administrator included, ' +
        'has a way to change a line here.',
    )}
    ${part(
      'Who reads it',
      'Each council reads its own lines, keeps them as a file, and can check them at any time.',
    )}`,
)

/** By their addresses. */
export const aboutPages: Readonly<Record<string, Page>> = {
  '/accessibility': accessibility,
  '/privacy': privacy,
  '/what-is-logged': logged,
}
