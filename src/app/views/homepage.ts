/** A home page: what is most pressing first, and plainly said where nothing waits. */

import { roles } from '#access'
import { inWords } from '#shared/dates'
import { insetText } from '#web/govuk'
import { type Html, html } from '#web/html'
import type { Page, Viewer } from '#web/route'
import { headlines, stateTag } from '#web/summary'
import type { Headline, Homepage, Row, Worklist } from '../homepage/homepage.ts'

export const homepagePage = (
  { today, headlines: figures, lists, notes }: Homepage,
  viewer: Viewer,
): Page => ({
  title: 'Home',
  wide: true,
  body: html`<span class="govuk-caption-l">${whoLooks(viewer)}</span>
    <h1 class="govuk-heading-l">${lists.length > 0 ? 'What needs you today' : 'Welcome to Nearhome'}</h1>
    <p class="govuk-body">${inWords(today)}</p>
    ${figures.length > 0 && headlines(figures.map(besideOthers))} ${notes.map(text => insetText({ text }))}
    <div class="nearhome-worklists">${lists.map(worklist)}</div>`,
})

const besideOthers = ({ note, beside, ...figure }: Headline) => ({
  ...figure,
  note: html`${note}${beside && html`<br /><strong>${beside}</strong>`}`,
})

const whoLooks = ({ actor }: Viewer): string =>
  `${actor.roles.map(role => roles[role].says).join(', ')}, ${actor.organisationName}`

function worklist({ title, count, rows, whole, quiet }: Worklist, index: number): Html {
  const id = `list-${index + 1}`
  return html`<section class="nearhome-worklist" aria-labelledby="${id}">
    <h2 class="govuk-heading-m" id="${id}">
      ${title}
      ${count !== null && html`<span class="nearhome-worklist__count">${count.toLocaleString('en-GB')}</span>`}
    </h2>
    ${
      rows.length > 0
        ? html`<ul class="nearhome-worklist__rows">
            ${rows.map(rowOf)}
          </ul>`
        : html`<p class="govuk-body nearhome-quiet">${quiet}</p>`
    }
    ${
      whole &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${whole.href}"
          >${whole.text}<span class="govuk-visually-hidden">: ${title}</span></a
        >
      </p>`
    }
  </section>`
}

const rowOf = ({ name, href, note, mark }: Row): Html =>
  html`<li>
    <span class="nearhome-worklist__name"
      >${href ? html`<a class="govuk-link" href="${href}">${name}</a>` : name}</span
    >
    ${mark && stateTag(mark.text, mark.tone)}
    <span class="nearhome-worklist__note">${note}</span>
  </li>`
