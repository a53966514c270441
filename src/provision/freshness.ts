/** How lately somebody at the home said that what we show is right. */

import { type PlainDate, daysBetween } from '#shared/dates'

export type Freshness = { readonly days: number; readonly isStale: boolean; readonly sentence: string }

/** Two weeks: our own choice, which an operator may change; no regulation sets it. */
export const daysUntilStale = 14

export function freshness(confirmedOn: PlainDate, today: PlainDate, staleAfter = daysUntilStale): Freshness {
  const days = Math.max(0, daysBetween(confirmedOn, today))
  const isStale = days > staleAfter
  return { days, isStale, sentence: isStale ? `${said(days)}: ring first` : said(days) }
}

function said(days: number): string {
  if (days === 0) return 'Confirmed today'
  if (days === 1) return 'Confirmed yesterday'
  return `Confirmed ${days} days ago`
}
