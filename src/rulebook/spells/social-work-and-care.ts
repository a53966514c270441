/** Rules of social workers beside care: who is looked after has one, all the year. */

import type { Day } from '#shared/days'
import { historiesOf } from '../history.ts'
import { positions, where } from '../questions.ts'
import { type Rule, from, only, rule } from '../rule.ts'
import { mostDaysBetween } from './social-work-in-order.ts'
import type { Work } from './social-worker.ts'
import { timesInCare } from './spell.ts'

export const socialWorkAndCare: readonly Rule[] = [
  rule({
    code: 'SW01STG1',
    says: 'The child was looked after when the year ended, and has no episode of social work.',
    fix: 'Add the social worker in SWEpisodes.',
    live: only(2024),
    columns: ['SW_ID', 'DEC'],
    needs: ['Episodes', 'SWEpisodes'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2023',
        '! CHILD=b, DECOM=01/05/2023',
        'CHILD=c, DECOM=01/05/2023, DEC=31/03/2024',
      ],
      SWEpisodes: ['CHILD=a, SW_ID=SW01'],
    },
    run: ({ Episodes, SWEpisodes, end }) => ({
      Episodes: where(
        Episodes,
        ({ CHILD, DECOM, DEC }) =>
          DECOM !== null && DECOM <= end && (DEC === null || DEC > end) && !SWEpisodes.has(CHILD),
      ),
    }),
  }),
  rule({
    code: 'SW12STG2',
    says: "Episodes of social work do not cover all of the year's care of a child looked after when it ended.",
    fix: 'Add the social worker of the days that are not covered.',
    live: from(2024),
    columns: ['SW_DECOM', 'SW_DEC', 'DECOM', 'DEC'],
    needs: ['Episodes', 'SWEpisodes'],
    example: {
      Episodes: ['CHILD=a, DECOM=01/05/2025', '! CHILD=b, DECOM=01/05/2025'],
      SWEpisodes: ['CHILD=a, SW_DECOM=01/05/2025', '! CHILD=b, SW_DECOM=01/06/2026'],
    },
    run: ({ Episodes, SWEpisodes, start, end }) => {
      const found = [...historiesOf(Episodes)].flatMap(([child, history]) => {
        const care = timesInCare(history).find(
          ({ from: began, until }) => began <= end && (until === null || until > end),
        )
        return care && !isCovered(SWEpisodes.of(child), Math.max(care.from, start) as Day, end)
          ? [{ child, episode: care.last }]
          : []
      })
      return {
        Episodes: positions(found.map(({ episode }) => episode)),
        SWEpisodes: found.flatMap(({ child }) => positions(SWEpisodes.of(child))),
      }
    },
  }),
]

/** Whether the days from one to the other are covered, but for a few between two social workers. */
function isCovered(rows: readonly Work[], first: Day, last: Day): boolean {
  let reached: number = first
  for (const { SW_DECOM, SW_DEC } of rows.toSorted(
    (a, b) => (a.SW_DECOM ?? Infinity) - (b.SW_DECOM ?? Infinity) || 0,
  )) {
    if (SW_DECOM === null || SW_DECOM - reached > mostDaysBetween) continue
    reached = Math.max(reached, SW_DEC ?? last)
  }
  return last - reached <= mostDaysBetween
}
