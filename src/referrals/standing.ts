/** How a request stands: its state in a word, who does what next, and how long there is. */

import { daysBetween, type PlainDate } from '#shared/dates'
import type { Referral } from './referral.ts'

type State = Referral['state']

export const stateWords: Record<State, string> = {
  draft: 'Being written',
  open: 'Looking for a home',
  matched: 'Home found',
  withdrawn: 'Withdrawn',
  'unable-to-place': 'No home found',
}

export const liveStates = ['draft', 'open'] as const satisfies readonly State[]
export const allStates = Object.keys(stateWords) as readonly State[]

/** How many homes were asked, how many of those are interested or have offered, and how many have offered. */
export type Answering = { readonly asked: number; readonly interested: number; readonly offers: number }
export type Next = { readonly who: string; readonly does: string }

export function nextStep({ state }: Pick<Referral, 'state'>, { asked, interested, offers }: Answering): Next {
  switch (state) {
    case 'draft':
      return { who: 'Social worker', does: 'answers the questions, then hands the request to brokerage' }
    case 'matched':
      return { who: 'Brokerage', does: 'agrees with the home the day the child moves in' }
    case 'withdrawn':
    case 'unable-to-place':
      return { who: 'Nobody', does: 'has anything more to do here' }
    case 'open':
      if (offers > 0) return { who: 'Brokerage', does: `compares ${count(offers, 'offer')} and chooses` }
      if (interested > 0) {
        return { who: 'Brokerage', does: `talks to ${count(interested, 'home')} that may say yes` }
      }
      if (asked > 0) return { who: 'Homes', does: `answer: ${count(asked, 'home')} asked so far` }
      return { who: 'Brokerage', does: 'searches for homes and asks those that suit' }
  }
}

/** Days until the home is needed, as somebody would say it. */
export function howSoon(neededBy: PlainDate | null, today: PlainDate): string {
  if (neededBy === null) return 'No date yet'
  const days = daysBetween(today, neededBy)
  if (days < 0) return `${count(-days, 'day')} ago`
  if (days === 0) return 'Today'
  return days === 1 ? 'Tomorrow' : `In ${days} days`
}

export const count = (number: number, thing: string): string =>
  `${number.toLocaleString('en-GB')} ${thing}${number === 1 ? '' : 's'}`
