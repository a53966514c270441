/** The words of the workbench: years, counts, moments, severities. */

import { type Html, html } from '#web/html'
import { stateTag } from '#web/summary'

export const yearOf = (year: number): string => `${year - 1}-${String(year).slice(2)}`
export const titleOf = (year: number): string => `Return of ${yearOf(year)}`

const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
})
/** 3 August 2026 at 14:05, in the time of England. */
export const when = (instant: string | Date): Html => {
  const day = new Date(instant)
  return html`<time datetime="${day.toISOString()}">${moment.format(day)}</time>`
}

export const thousands = (number: number): string => number.toLocaleString('en-GB')
export const counted = (number: number, one: string, more: string): string =>
  `${thousands(number)} ${number === 1 ? one : more}`

export const severityTag = (severity: 'error' | 'query'): Html =>
  severity === 'error' ? stateTag('Error', 'attention') : stateTag('Query', 'waiting')

export const backTo = (href: string, text: string): Html =>
  html`<a class="govuk-back-link" href="${href}">${text}</a>`
