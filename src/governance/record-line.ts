/** A line of an organisation's own record of access, as a person reads it. */

import type { Verdict } from '#access'

export type RecordLine = {
  readonly line: number
  readonly action: string
  /** A colleague's name; null for somebody of another organisation, or nobody. */
  readonly person: string | null
  readonly organisation: string | null
  readonly about: string | null
  readonly refused: boolean
  /** Milliseconds since 1970. */
  readonly recordedAt: number
}

/** Which lines are wanted: all, but for what is given. */
export type Sought = {
  readonly action?: string | undefined
  readonly person?: string | undefined
  readonly about?: string | undefined
  readonly refused?: 'yes' | 'no' | undefined
}

const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'medium',
  timeZone: 'Europe/London',
})

/** As a person says it: 3 November 2026 at 16:05:09. */
export const inWords = (recordedAt: number): string => moment.format(recordedAt)

export const verdictInWords = (verdict: Verdict): string =>
  verdict.state === 'whole'
    ? `All ${verdict.lines.toLocaleString('en-GB')} lines are as they were recorded.`
    : `The record has been tampered with: ${verdict.why}.`
