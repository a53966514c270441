/** Figures as they are said, and where the children behind them are listed. */

import type { Viewer } from '#web/route'
import type { CountedAuthority } from '../dashboard.ts'
import type { Share } from '../count.ts'

export const whole = (number: number): string => number.toLocaleString('en-GB')
export const rateInWords = (rate: number | null): string => (rate === null ? 'not known' : rate.toFixed(1))
export const percent = ({ share }: Pick<Share, 'share'>): string =>
  share === null ? 'not known' : `${Math.round(share * 100)}%`
export const outOf = ({ count, of }: Share): string => `${whole(count)} of ${whole(of)} children`

/** As the two lists of children name what they can be narrowed by. */
export type Narrowed = {
  readonly kind?: string
  readonly ageBand?: string
  readonly distance?: 'over 20' | 'outside'
  readonly moves?: 'three or more'
  readonly unregistered?: true
}

/** The rows behind a figure, for whoever may see them: one's own children in full, the region's without their names. */
export function rowsBehind(
  { actor }: Pick<Viewer, 'actor'>,
  chosen: CountedAuthority | null,
  { unregistered, ...narrowed }: Narrowed,
): string | undefined {
  if (actor.permissions.has('child:read')) {
    return withQuery('/children', { ...narrowed, ...(unregistered && { circumstance: 'unregistered' }) })
  }
  if (!actor.permissions.has('region:read')) return undefined
  const authority = chosen && { authority: chosen.id }
  return withQuery('/region/children', {
    ...narrowed,
    ...authority,
    ...(unregistered && { unregistered: 'yes' }),
  })
}

export const withQuery = (path: string, query: Readonly<Record<string, string>>): string => {
  const asked = new URLSearchParams(query).toString()
  return asked ? `${path}?${asked}` : path
}
