/** Rules of the strengths and difficulties score: what may stand there, and of children of which ages. */

import { agreed, carriedOut } from '../ground.ts'
import { codesOf, isAged, isAnyFilled, isYounger, where, whereOutside } from '../questions.ts'
import type { RowOf } from '../row.ts'
import { type Rule, rule } from '../rule.ts'

const hasEither = (row: RowOf<'OC2'>): boolean => isAnyFilled(row, ['SDQ_SCORE', 'SDQ_REASON'])

const contents: readonly Rule[] = [
  rule({
    code: '180',
    ground: carriedOut,
    says: 'The strengths and difficulties score is not a whole number from 0 to 40.',
    fix: 'Enter a whole number from 0 to 40 in SDQ_SCORE, or leave it blank and give the reason.',
    columns: ['SDQ_SCORE'],
    needs: ['OC2'],
    example: {
      OC2: [
        'SDQ_SCORE=0',
        'SDQ_SCORE=40',
        '! SDQ_SCORE=41',
        '! SDQ_SCORE=12.5',
        '! SDQ_SCORE=high',
        'SDQ_SCORE=',
      ],
    },
    run: ({ OC2 }) => ({
      OC2: where(OC2, ({ SDQ_SCORE: score }) => score !== null && !(/^\d{1,2}$/.test(score) && +score <= 40)),
    }),
  }),
  rule({
    code: '196',
    ground: carriedOut,
    says: 'The reason for no strengths and difficulties score is not a code of the return.',
    fix: 'Enter SDQ1 to SDQ5 in SDQ_REASON.',
    columns: ['SDQ_REASON'],
    needs: ['OC2'],
    example: { OC2: ['SDQ_REASON=SDQ3', '! SDQ_REASON=SDQ6', '! SDQ_REASON=refused', 'SDQ_REASON='] },
    run: ({ OC2, year }) => ({ OC2: whereOutside(OC2, 'SDQ_REASON', codesOf('SDQ_REASON', year)) }),
  }),
  rule({
    code: '197a',
    ground: carriedOut,
    says: 'There is a strengths and difficulties score, and also a reason why there is none.',
    fix: 'Clear SDQ_REASON, or SDQ_SCORE if it is wrong.',
    columns: ['SDQ_SCORE', 'SDQ_REASON'],
    needs: ['OC2'],
    example: { OC2: ['SDQ_SCORE=12', 'SDQ_REASON=SDQ2', '! SDQ_SCORE=12, SDQ_REASON=SDQ2'] },
    run: ({ OC2 }) => ({
      OC2: where(OC2, ({ SDQ_SCORE, SDQ_REASON }) => SDQ_SCORE !== null && SDQ_REASON !== null),
    }),
  }),
]

const ages: readonly Rule[] = [
  rule({
    code: '188',
    ground: carriedOut,
    says: 'The child was under four when the year ended, yet has a strengths and difficulties score or reason.',
    fix: 'Clear SDQ_SCORE and SDQ_REASON, or correct DOB.',
    columns: ['DOB', 'SDQ_SCORE', 'SDQ_REASON'],
    needs: ['OC2'],
    example: {
      OC2: [
        'DOB=31/03/2023, SDQ_SCORE=12',
        '! DOB=01/04/2023, SDQ_SCORE=12',
        '! DOB=01/04/2023, SDQ_REASON=SDQ1',
        'DOB=01/04/2023',
      ],
    },
    run: ({ OC2, end }) => ({ OC2: where(OC2, row => hasEither(row) && isYounger(row.DOB, 4, end)) }),
  }),
  rule({
    code: '189',
    ground: agreed,
    says: 'The child was 17 or older when the year began, yet has a strengths and difficulties score or reason.',
    fix: 'Clear SDQ_SCORE and SDQ_REASON, or correct DOB.',
    columns: ['DOB', 'SDQ_SCORE', 'SDQ_REASON'],
    needs: ['OC2'],
    example: {
      OC2: [
        'DOB=02/04/2009, SDQ_SCORE=12',
        '! DOB=01/04/2009, SDQ_SCORE=12',
        '! DOB=01/04/2009, SDQ_REASON=SDQ1',
        'DOB=01/04/2009',
      ],
    },
    run: ({ OC2, start }) => ({ OC2: where(OC2, row => hasEither(row) && isAged(row.DOB, 17, start)) }),
  }),
]

export const wellbeing: readonly Rule[] = [...contents, ...ages]
