/** A care leaver as OC3 tells of them, and what is known of their time in care. */

import { type Day, later } from '#shared/days'
import { isRespite } from '../history.ts'
import { birthday } from '../questions.ts'
import type { Episode, RowOf } from '../row.ts'

export type Leaver = RowOf<'OC3'>
export const items = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const

export const isAnyTold = (row: Leaver): boolean => items.some(item => row[item] !== null)

/** Thirteen weeks. Children Act 1989, Sch. 2, para. 19B; Children (Leaving Care) (England) Regulations 2001, reg. 3. */
const thirteenWeeks = 91

type Span = { readonly from: number; readonly until: number }

/**
 * Whether the time in care makes a relevant or former relevant child: thirteen weeks or more since the age of 14, some
 * of it at 16 or later. Short breaks do not count. `end` stands in for an end that is not known.
 */
export function isRelevant(born: Day | null, episodes: readonly Episode[], end: Day): boolean {
  if (born === null) return true
  const [fourteen, sixteen] = [birthday(born, 14)!, birthday(born, 16)!]
  const spans = joined(
    episodes.filter(each => !isRespite(each)),
    end,
  )
  const days = spans.reduce((sum, { from, until }) => sum + Math.max(0, until - Math.max(from, fourteen)), 0)
  return days >= thirteenWeeks && spans.some(({ until }) => until > sixteen)
}

/** Days told twice, by this year's return and the last, count once. */
function joined(episodes: readonly Episode[], end: Day): Span[] {
  const spans: Span[] = []
  const sorted = episodes
    .flatMap(({ DECOM, DEC }) =>
      DECOM === null ? [] : [{ from: DECOM as number, until: DEC ?? later(end, 1) }],
    )
    .toSorted((a, b) => a.from - b.from)
  for (const span of sorted) {
    const last = spans.at(-1)
    if (last && span.from <= last.until)
      spans[spans.length - 1] = { from: last.from, until: Math.max(last.until, span.until) }
    else spans.push(span)
  }
  return spans
}
