/** Rules of social workers beside care: who is looked after has one, all the year. */

import { byCoding, byMessage } from '../ground.ts'
import type { Day } from '#shared/days'
import { type History, historiesOf, isRespite } from '../history.ts'
import { isFilled, positions } from '../questions.ts'
import { type Rule, from, only, rule } from '../rule.ts'
import { mostDaysBetween } from './social-work-in-order.ts'
import type { Work } from './social-worker.ts'
import { type Care, timesInCare } from './spell.ts'

/**
 * The time in care of a child who is looked after when the year ends. Short breaks do not count: DfE's coding takes a
 * child to be looked after on 31 March whose episode has not ended and is neither V3 nor V4.
 */
const careAt = (history: History, end: Day): Care | undefined =>
  timesInCare(history.filter(each => !isRespite(each))).find(
    ({ from: began, until }) => began <= end && (until === null || until > end),
  )

const asked = ['SW_ID', 'SW_DECOM', 'SW_REASON'] as const

export const socialWorkAndCare: readonly Rule[] = [
  rule({
    code: 'SW01STG1',
    ground: byCoding('The coding says what must be told, and that short breaks do not count.'),
    says: 'The child was looked after when the year ended, and the social worker, first day or reason is nowhere told.',
    fix: 'Add the social worker in SWEpisodes, with SW_ID, SW_DECOM and SW_REASON.',
    live: only(2024),
    columns: ['DEC', ...asked],
    needs: ['Episodes', 'SWEpisodes'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2023',
        '! CHILD=b, DECOM=01/05/2023',
        'CHILD=c, DECOM=01/05/2023, DEC=31/03/2024',
        'CHILD=d, DECOM=01/05/2023, LS=V4',
      ],
      SWEpisodes: ['CHILD=a, SW_ID=SW01, SW_DECOM=01/05/2023, SW_REASON=FCONTA', 'CHILD=b, SW_ID=SW02'],
    },
    run: ({ Episodes, SWEpisodes, end }) => ({
      Episodes: positions(
        [...historiesOf(Episodes)]
          .filter(([child]) => asked.some(column => !SWEpisodes.of(child).some(row => isFilled(row, column))))
          .map(([, history]) => careAt(history, end)?.last),
      ),
    }),
  }),
  rule({
    code: 'SW12STG2',
    ground: byMessage(
      'It asks for the whole year; we ask for the days in care, short breaks apart. Others read it in other ways.',
      'not sure',
    ),
    says: "Episodes of social work do not cover all of the year's care of a child looked after when it ended.",
    fix: 'Add the social worker of the days that are not covered.',
    live: from(2024),
    columns: ['SW_DECOM', 'SW_DEC', 'DECOM', 'DEC'],
    needs: ['Episodes', 'SWEpisodes'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2025',
        '! CHILD=b, DECOM=01/05/2025',
        'CHILD=c, DECOM=01/05/2025, LS=V4',
      ],
      SWEpisodes: ['CHILD=a, SW_DECOM=01/05/2025', '! CHILD=b, SW_DECOM=01/06/2026'],
    },
    run: ({ Episodes, SWEpisodes, start, end }) => {
      const found = [...historiesOf(Episodes)].flatMap(([child, history]) => {
        const care = careAt(history, end)
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
