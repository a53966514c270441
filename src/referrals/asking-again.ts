/** Whether a home may be asked about a child again, and what came of asking it before. */

import type { HomeId } from '#provision'
import { inWords } from '#shared/dates'
import { type Approach, isLive, reasonInWords } from './approach.ts'

/** How each home stands: by what it was asked last, in the order sent; what has ended gives way to what has not. */
export function newestOf(approaches: readonly Approach[]): ReadonlyMap<HomeId, Approach> {
  const newest = new Map<HomeId, Approach>()
  for (const approach of approaches) {
    const known = newest.get(approach.home)
    if (!known || mayAskAgain(known)) newest.set(approach.home, approach)
  }
  return newest
}

/** Once an approach has ended without a child: a room may be free now, or what stood against it may have changed. */
export const mayAskAgain = (approach: Approach): boolean => !isLive(approach) && approach.state !== 'accepted'

/** "Declined on 3 November 2026: There is no vacancy after all"; null while it may still be answered or decided. */
export function cameOf(approach: Approach): string | null {
  switch (approach.state) {
    case 'declined':
      return `Declined on ${inWords(approach.declinedOn)}: ${reasonInWords(approach.reason)}`
    case 'withdrawn':
      return `Asked on ${inWords(approach.sentOn)}, and withdrawn on ${inWords(approach.closedOn)}`
    case 'not-selected':
      return `Asked on ${inWords(approach.sentOn)}; another home was chosen on ${inWords(approach.closedOn)}`
    default:
      return null
  }
}

/** For the card of a home in a search: one that may be asked again is shown with what came of asking it. */
export function askedOf(approach: Approach | undefined) {
  if (!approach) return { asked: null, before: null }
  return { asked: mayAskAgain(approach) ? null : approach.state, before: cameOf(approach) }
}
