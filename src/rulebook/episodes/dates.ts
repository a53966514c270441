/** Rules of when an episode begins and ends. */

import { inOrder } from '../history.ts'
import { isAfter, isBefore, isNoDate, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'

export const dates: readonly Rule[] = [
  rule({
    code: '147',
    says: 'The date the episode ended is not a date.',
    fix: 'Enter DEC as dd/mm/yyyy, or leave it blank if the episode has not ended.',
    columns: ['DEC'],
    needs: ['Episodes'],
    example: { Episodes: ['DEC=01/05/2026', 'DEC=', '! DEC=31/04/2026'] },
    run: ({ Episodes }) => ({ Episodes: where(Episodes, ({ DEC, written }) => isNoDate(written.DEC, DEC)) }),
  }),
  rule({
    code: '356',
    says: 'The episode ends before it begins.',
    fix: 'Correct DECOM or DEC.',
    columns: ['DECOM', 'DEC'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'DECOM=01/05/2026, DEC=02/05/2026',
        'DECOM=01/05/2026, DEC=01/05/2026',
        '! DECOM=02/05/2026, DEC=01/05/2026',
        'DECOM=02/05/2026',
      ],
    },
    run: ({ Episodes }) => ({ Episodes: where(Episodes, ({ DECOM, DEC }) => isBefore(DEC, DECOM)) }),
  }),
  rule({
    code: '501',
    says: 'The episode begins before the one before it has ended.',
    fix: 'Correct DECOM of this episode, or DEC of the one before it.',
    columns: ['DECOM', 'DEC'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=10/05/2026',
        '! CHILD=a, DECOM=09/05/2026',
        'CHILD=b, DECOM=01/05/2026, DEC=10/05/2026',
        'CHILD=b, DECOM=10/05/2026',
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: [...inOrder(Episodes)]
        .filter(({ episode, previous }) => previous && isAfter(previous.DEC, episode.DECOM))
        .map(({ episode }) => episode.at),
    }),
  }),
]
