/** The words of loads under the specification: states, counts, moments. */

import { type Html, html } from '#web/html'
import { type Tone, stateTag } from '#web/summary'
import type { Extract } from '../extract.ts'
import { tableNamed } from '../specification.ts'

const states: Record<Extract['state'], readonly [string, Tone]> = {
  ready: ['Checked, not loaded', 'new'],
  committed: ['Loaded', 'done'],
  undone: ['Undone', 'stopped'],
  cancelled: ['Cancelled', 'stopped'],
}
export const stateOf = (state: Extract['state']): Html => stateTag(...states[state])
export const stateInWords = (state: Extract['state']): string => states[state][0]

const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
})
/** 3 August 2026 at 14:05, in the time of England. */
export const when = (instant: string): Html =>
  html`<time datetime="${instant}">${moment.format(Date.parse(instant))}</time>`

export const thousands = (number: number): string => number.toLocaleString('en-GB')
export const counted = (number: number, one: string, more: string): string =>
  `${thousands(number)} ${number === 1 ? one : more}`

export const titleOf = (table: string | null): string =>
  table === null ? 'Not known' : (tableNamed(table)?.title ?? table)

/** 97.5%; what is not known is said to be. */
export const percent = (share: number | null): string => (share === null ? 'Not known' : `${share}%`)

export const backTo = (href: string, text: string): Html =>
  html`<a class="govuk-back-link" href="${href}">${text}</a>`
