/** The words for loads: their years, their states, and when things happened. */

import { type Html, html } from '#web/html'
import { type Tone, stateTag } from '#web/summary'
import type { Load } from '../load.ts'

export const yearInWords = (year: number): string => `year to 31 March ${year}`
export const titleOf = ({ year }: Pick<Load, 'year'>): string => `Return for the ${yearInWords(year)}`

const states: Record<Load['state'], readonly [string, Tone]> = {
  checking: ['Being checked', 'waiting'],
  refused: ['Cannot be used', 'attention'],
  ready: ['Checked, not loaded', 'new'],
  committing: ['Being loaded', 'waiting'],
  committed: ['Loaded', 'done'],
  undone: ['Undone', 'stopped'],
  cancelled: ['Cancelled', 'stopped'],
}
export const stateOf = (state: Load['state']): Html => stateTag(...states[state])
export const stateInWords = (state: Load['state']): string => states[state][0]

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
