/** Rules of when an episode begins and ends. */

import { carriedOut } from '../ground.ts'
import { dayOf } from '#shared/days'
import { inOrder } from '../history.ts'
import { isAfter, isBefore, isFilled, isNoDate, isSameDay, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'

/** The day the Children Act 1989 came into force. */
const theAct = dayOf(1991, 10, 14)!

const written: readonly Rule[] = [
  rule({
    code: '141',
    ground: carriedOut,
    says: 'The date the episode began is missing, or is not a date.',
    fix: 'Enter DECOM as dd/mm/yyyy.',
    columns: ['DECOM'],
    needs: ['Episodes'],
    example: { Episodes: ['DECOM=01/05/2026', '! DECOM=', '! DECOM=31/04/2026'] },
    run: ({ Episodes }) => ({ Episodes: where(Episodes, ({ DECOM }) => DECOM === null) }),
  }),
  rule({
    code: '147',
    ground: carriedOut,
    says: 'The date the episode ended is not a date.',
    fix: 'Enter DEC as dd/mm/yyyy, or leave it blank if the episode has not ended.',
    columns: ['DEC'],
    needs: ['Episodes'],
    example: { Episodes: ['DEC=01/05/2026', 'DEC=', '! DEC=31/04/2026'] },
    run: ({ Episodes }) => ({ Episodes: where(Episodes, row => isNoDate(row.written.DEC, row.DEC)) }),
  }),
  rule({
    code: '148',
    ground: carriedOut,
    says: 'Of the day the episode ended and the reason, one is given and the other is not.',
    fix: 'Enter both DEC and REC, or leave both blank if the episode has not ended.',
    columns: ['DEC', 'REC'],
    needs: ['Episodes'],
    example: {
      Episodes: ['DEC=01/05/2026, REC=E4A', '! DEC=01/05/2026, REC=', '! DEC=, REC=X1', 'DEC=, REC='],
    },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, row => isFilled(row, 'DEC') !== isFilled(row, 'REC')),
    }),
  }),
]

const early: readonly Rule[] = [
  rule({
    code: '353',
    ground: carriedOut,
    says: 'The episode begins before 14 October 1991.',
    fix: 'Correct DECOM: the Children Act 1989 was not yet in force.',
    columns: ['DECOM'],
    needs: ['Episodes'],
    example: { Episodes: ['DECOM=14/10/1991', '! DECOM=13/10/1991', 'DECOM='] },
    run: ({ Episodes }) => ({ Episodes: where(Episodes, ({ DECOM }) => isBefore(DECOM, theAct)) }),
  }),
  rule({
    code: '354',
    ground: carriedOut,
    says: 'The episode begins after the end of the year.',
    fix: 'Correct DECOM, or leave the episode to next year.',
    columns: ['DECOM'],
    needs: ['Episodes'],
    example: { Episodes: ['DECOM=31/03/2027', '! DECOM=01/04/2027', 'DECOM='] },
    run: ({ Episodes, end }) => ({ Episodes: where(Episodes, ({ DECOM }) => isAfter(DECOM, end)) }),
  }),
  rule({
    code: '385',
    ground: carriedOut,
    says: 'The episode ends after the end of the year.',
    fix: 'Correct DEC; leave DEC and REC blank if the episode was open at the end of the year.',
    columns: ['DEC'],
    needs: ['Episodes'],
    example: { Episodes: ['DEC=31/03/2027', '! DEC=01/04/2027', 'DEC='] },
    run: ({ Episodes, end }) => ({ Episodes: where(Episodes, ({ DEC }) => isAfter(DEC, end)) }),
  }),
]

const between: readonly Rule[] = [
  rule({
    code: '355',
    ground: carriedOut,
    says: 'The episode ends on the day it begins.',
    fix: 'Correct DECOM or DEC; what lasted less than a day is not an episode.',
    columns: ['DECOM', 'DEC'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'DECOM=01/05/2026, DEC=02/05/2026',
        '! DECOM=01/05/2026, DEC=01/05/2026',
        'DECOM=01/05/2026',
      ],
    },
    run: ({ Episodes }) => ({ Episodes: where(Episodes, ({ DECOM, DEC }) => isSameDay(DEC, DECOM)) }),
  }),
  rule({
    code: '356',
    ground: carriedOut,
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
    ground: carriedOut,
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

export const dates: readonly Rule[] = [...written, ...early, ...between]
