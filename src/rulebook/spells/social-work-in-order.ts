/** Rules of how one episode of social work follows another, and covers the child's care. */

import { byCoding, byMessage, carriedOut } from '../ground.ts'
import { later, yearsLater } from '#shared/days'
import { isAfter, isBefore, positions, where } from '../questions.ts'
import { type Rule, from, only, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { type Work, inOrder } from './social-worker.ts'

const wherePair = (table: Table<'SWEpisodes'>, asks: (before: Work, row: Work) => boolean): number[] =>
  inOrder(table).flatMap(own => positions(own.filter((row, i) => i > 0 && asks(own[i - 1]!, row))))

/** For so long a child may be between two social workers: both examples of the rule and its counter-examples fit. */
export const mostDaysBetween = 5
const mostDaysTogether = 7

export const socialWorkInOrder: readonly Rule[] = [
  rule({
    code: 'SW08STG2',
    ground: carriedOut,
    says: 'The episode of social work began while the one before it had not ended.',
    fix: 'Enter SW_DEC of the episode before.',
    live: from(2024),
    columns: ['SW_DECOM', 'SW_DEC'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: [
        'CHILD=a, SW_DECOM=01/05/2026, SW_DEC=01/06/2026',
        'CHILD=a, SW_DECOM=01/06/2026',
        '! CHILD=a, SW_DECOM=01/07/2026',
      ],
    },
    run: ({ SWEpisodes }) => ({
      SWEpisodes: wherePair(
        SWEpisodes,
        (before, row) => before.written.SW_DEC === null && row.SW_DECOM !== null,
      ),
    }),
  }),
  rule({
    code: 'SW10STG2',
    ground: byMessage(
      'It speaks of a start before the end; the tool that councils use also flags one a week after.',
    ),
    says: 'Two episodes of social work overlap by more than seven days.',
    fix: 'Correct SW_DEC of the episode before, or SW_DECOM of this one.',
    live: from(2024),
    columns: ['SW_DECOM', 'SW_DEC', 'SW_REASON'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: [
        'CHILD=a, SW_DECOM=01/05/2026, SW_DEC=08/06/2026, SW_REASON=LEFTRL',
        'CHILD=a, SW_DECOM=01/06/2026, SW_REASON=LEFTRL',
        'CHILD=b, SW_DECOM=01/05/2026, SW_DEC=09/06/2026, SW_REASON=LEFTRL',
        '! CHILD=b, SW_DECOM=01/06/2026, SW_REASON=LEFTRL',
      ],
    },
    run: ({ SWEpisodes }) => ({
      SWEpisodes: wherePair(
        SWEpisodes,
        (before, row) =>
          row.SW_DECOM !== null &&
          row.SW_REASON !== 'FCONTA' &&
          isAfter(before.SW_DEC, later(row.SW_DECOM, mostDaysTogether)),
      ),
    }),
  }),
  rule({
    code: 'SW11aSTG2',
    ground: byMessage(
      'It does not say how many days may lie between; we take five, which fits the cases of the tool.',
      'not sure',
    ),
    says: 'An episode of social work ended, and this one did not follow it within a few days.',
    fix: 'Correct SW_DEC of the episode before, or SW_DECOM of this one; or add the one between.',
    live: only(2024),
    columns: ['SW_DECOM', 'SW_DEC'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: [
        'CHILD=a, SW_DECOM=01/05/2023, SW_DEC=01/06/2023',
        'CHILD=a, SW_DECOM=04/06/2023',
        'CHILD=b, SW_DECOM=01/05/2023, SW_DEC=01/06/2023',
        '! CHILD=b, SW_DECOM=10/06/2023',
      ],
    },
    run: ({ SWEpisodes, end }) => ({
      SWEpisodes: wherePair(SWEpisodes, (before, row) => {
        if (before.SW_DEC === null || before.SW_DEC >= end) return false
        return (row.SW_DECOM ?? end) - before.SW_DEC > mostDaysBetween
      }),
    }),
  }),
  rule({
    code: 'SW11bSTG2',
    ground: byMessage('The tool that councils use counts only ends in the last five days of the year.'),
    says: 'The last episode of social work ended before the year did, and none follows it.',
    fix: 'Add the social worker who follows, or clear SW_DEC if nobody has taken over.',
    live: from(2024),
    columns: ['SW_DEC'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: [
        'CHILD=a, SW_DECOM=01/05/2026, SW_DEC=01/06/2026',
        'CHILD=a, SW_DECOM=01/06/2026',
        '! CHILD=b, SW_DECOM=01/05/2026, SW_DEC=30/03/2027',
        'CHILD=c, SW_DECOM=01/05/2026, SW_DEC=31/03/2027',
      ],
    },
    run: ({ SWEpisodes, end }) => ({
      SWEpisodes: positions(
        inOrder(SWEpisodes)
          .map(own => own.at(-1))
          .filter(last => isBefore(last?.SW_DEC, end)),
      ),
    }),
  }),
  rule({
    code: 'SW14STG2',
    ground: carriedOut,
    says: 'An episode of social work that others follow has not ended.',
    fix: 'Enter SW_DEC.',
    live: only(2024),
    columns: ['SW_DEC'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: [
        '! CHILD=a, SW_DECOM=01/05/2023',
        'CHILD=a, SW_DECOM=01/06/2023',
        'CHILD=b, SW_DECOM=01/05/2023',
      ],
    },
    run: ({ SWEpisodes }) => ({
      SWEpisodes: inOrder(SWEpisodes).flatMap(own =>
        positions(own.slice(0, -1).filter(({ written }) => written.SW_DEC === null)),
      ),
    }),
  }),
  rule({
    code: 'SW15STG2',
    ground: carriedOut,
    says: 'An episode of social work that began in the year before has no reason.',
    fix: 'Enter SW_REASON.',
    live: null,
    columns: ['SW_DECOM', 'SW_REASON'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: ['! SW_DECOM=01/05/2025', 'SW_DECOM=01/05/2025, SW_REASON=LEFTRL', 'SW_DECOM=01/05/2024'],
    },
    run: ({ SWEpisodes, start }) => ({
      SWEpisodes: where(
        SWEpisodes,
        ({ SW_DECOM, SW_REASON }) =>
          SW_REASON === null && SW_DECOM !== null && SW_DECOM >= yearsLater(start, -1) && SW_DECOM < start,
      ),
    }),
  }),
  rule({
    code: 'SW17STG2',
    ground: byCoding('The message speaks of 31 March; the coding asks that the last episode has no end.'),
    says: 'The last episode of social work has ended.',
    fix: 'Add the social worker who follows, or clear SW_DEC.',
    live: from(2026),
    columns: ['SW_DEC'],
    needs: ['SWEpisodes'],
    example: {
      SWEpisodes: ['CHILD=a, SW_DECOM=01/05/2026', '! CHILD=b, SW_DECOM=01/05/2026, SW_DEC=01/06/2026'],
    },
    run: ({ SWEpisodes }) => ({
      SWEpisodes: positions(
        inOrder(SWEpisodes)
          .map(own => own.at(-1))
          .filter(last => last?.written.SW_DEC != null),
      ),
    }),
  }),
]
