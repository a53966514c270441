/** A care leaver as OC3 tells of them, and what is known of their time in care. */

import { type Day, later } from '#shared/days'
import { type History, isRespite } from '../history.ts'
import { birthday, codes, isOneOf } from '../questions.ts'
import type { Episode, RowOf } from '../row.ts'

export type Leaver = RowOf<'OC3'>
export const items = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const

export const isAnyTold = (row: Leaver): boolean => items.some(item => row[item] !== null)

/** Thirteen weeks. Children Act 1989, Sch. 2, para. 19B; Children (Leaving Care) (England) Regulations 2001, reg. 3. */
const thirteenWeeks = 91

const adopted = codes('E11 E12')
const goingOn = codes('L P T B U')

/**
 * Whether the first episode at hand goes on from one that is not: how long the child was in care is then not known.
 */
export const isCutOff = ([first]: History): boolean => isOneOf(first?.RNE, goingOn)

/** What a rule says of care leavers whom it neither flags nor passes. */
export const notJudged = (count: number, why: string): string | null =>
  count === 0
    ? null
    : `${count} ${count === 1 ? 'care leaver was' : 'care leavers were'} not judged: ${why}. Bring earlier returns.`

type Span = { readonly from: number; readonly until: number }

/**
 * Whether the time in care makes a relevant or former relevant child: thirteen weeks or more since the age of 14, some
 * of it at 16 or later, and not ended by adoption. Short breaks do not count. `end` stands in for an end not known.
 */
export function isRelevant(born: Day | null, episodes: History, end: Day): boolean {
  if (born === null) return true
  if (isOneOf(episodes.at(-1)?.REC, adopted)) return false
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
