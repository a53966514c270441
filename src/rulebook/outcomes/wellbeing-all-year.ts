/** Rules of the strengths and difficulties score beside the episodes: it is for who was looked after all year. */

import { byMessage, carriedOut } from '../ground.ts'
import type { Day } from '#shared/days'
import { lookedAfterAllYear } from '../history.ts'
import { isAged, isAnyFilled, isYounger, where } from '../questions.ts'
import type { RowOf } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import { allYear, broken } from './examples.ts'

const hasEither = (row: RowOf<'OC2'>): boolean => isAnyFilled(row, ['SDQ_SCORE', 'SDQ_REASON'])

/** Whether a birthday falls in the year after its first day: who has it on that day is of the age all year. */
const isBirthday = (born: Day | null, age: number, start: Day, end: Day): boolean =>
  isYounger(born, age, start) && isAged(born, age, end)

export const wellbeingAllYear: readonly Rule[] = [
  rule({
    code: '157',
    ground: carriedOut,
    says: 'The child is said to be too young or too old for a score, but was 4 to 16 and looked after all year.',
    fix: 'Enter the score in SDQ_SCORE, or another reason in SDQ_REASON, or correct DOB.',
    columns: ['SDQ_REASON', 'DOB'],
    needs: ['Episodes', 'OC2'],
    example: {
      Episodes: [allYear('a'), allYear('b'), allYear('c'), broken('d')],
      OC2: [
        '! CHILD=a, DOB=10/06/2015, SDQ_REASON=SDQ1',
        'CHILD=b, DOB=10/06/2015, SDQ_REASON=SDQ2',
        'CHILD=c, DOB=10/06/2022, SDQ_REASON=SDQ1',
        'CHILD=d, DOB=10/06/2015, SDQ_REASON=SDQ1',
      ],
    },
    run: given => {
      const isAllYear = lookedAfterAllYear(given.Episodes, given)
      return {
        OC2: where(
          given.OC2,
          ({ CHILD, DOB, SDQ_SCORE, SDQ_REASON }) =>
            SDQ_REASON === 'SDQ1' &&
            SDQ_SCORE === null &&
            isAged(DOB, 4, given.start) &&
            isYounger(DOB, 17, given.end) &&
            isAllYear(CHILD),
        ),
      }
    },
  }),
  rule({
    code: '185',
    ground: carriedOut,
    says: 'There is a strengths and difficulties score, but the child was not looked after all year.',
    fix: 'Clear SDQ_SCORE, or correct the episodes.',
    columns: ['SDQ_SCORE'],
    needs: ['Episodes', 'OC2'],
    example: {
      Episodes: [allYear('a'), broken('b')],
      OC2: ['CHILD=a, SDQ_SCORE=12', '! CHILD=b, SDQ_SCORE=12'],
    },
    run: given => {
      const isAllYear = lookedAfterAllYear(given.Episodes, given)
      return { OC2: where(given.OC2, ({ CHILD, SDQ_SCORE }) => SDQ_SCORE !== null && !isAllYear(CHILD)) }
    },
  }),
  rule({
    code: '198',
    ground: carriedOut,
    says: 'There is a reason for no strengths and difficulties score, but the child was not looked after all year.',
    fix: 'Clear SDQ_REASON, or correct the episodes.',
    columns: ['SDQ_REASON'],
    needs: ['Episodes', 'OC2'],
    example: {
      Episodes: [allYear('a'), broken('b')],
      OC2: ['CHILD=a, SDQ_REASON=SDQ2', '! CHILD=b, SDQ_REASON=SDQ2'],
    },
    run: given => {
      const isAllYear = lookedAfterAllYear(given.Episodes, given)
      return { OC2: where(given.OC2, ({ CHILD, SDQ_REASON }) => SDQ_REASON !== null && !isAllYear(CHILD)) }
    },
  }),
  rule({
    code: '186',
    ground: byMessage(
      'The tool that councils use also flags a score without a reason; the message asks for a score.',
    ),
    says: 'The child was 4 to 16 and looked after all year, but has neither a score nor a reason for none.',
    fix: 'Enter the score in SDQ_SCORE, or why there is none in SDQ_REASON.',
    columns: ['SDQ_SCORE', 'SDQ_REASON', 'DOB'],
    needs: ['Episodes', 'OC2'],
    example: {
      Episodes: [allYear('a'), allYear('b'), broken('c')],
      OC2: ['! CHILD=a, DOB=10/06/2015', 'CHILD=b, DOB=10/06/2015, SDQ_SCORE=12', 'CHILD=c, DOB=10/06/2015'],
    },
    run: given => {
      const isAllYear = lookedAfterAllYear(given.Episodes, given)
      return {
        OC2: where(
          given.OC2,
          row =>
            !hasEither(row) &&
            isAged(row.DOB, 4, given.start) &&
            isYounger(row.DOB, 17, given.end) &&
            isAllYear(row.CHILD),
        ),
      }
    },
  }),
  rule({
    code: '197B',
    ground: carriedOut,
    says: 'The child became 4 or 17 in the year and was looked after all of it, but has no score and no reason.',
    fix: 'Enter the score in SDQ_SCORE, or SDQ1 or another reason in SDQ_REASON.',
    columns: ['SDQ_REASON', 'DOB'],
    needs: ['Episodes', 'OC2'],
    example: {
      Episodes: [allYear('a'), allYear('b'), allYear('c'), allYear('d'), broken('e')],
      OC2: [
        '! CHILD=a, DOB=10/06/2022',
        '! CHILD=b, DOB=10/06/2009',
        'CHILD=c, DOB=10/06/2009, SDQ_REASON=SDQ1',
        'CHILD=d, DOB=10/06/2015',
        'CHILD=e, DOB=10/06/2022',
      ],
    },
    run: given => {
      const { start, end } = given
      const isAllYear = lookedAfterAllYear(given.Episodes, given)
      return {
        OC2: where(
          given.OC2,
          row =>
            !hasEither(row) &&
            [4, 17].some(age => isBirthday(row.DOB, age, start, end)) &&
            isAllYear(row.CHILD),
        ),
      }
    },
  }),
]
