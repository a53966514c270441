/** Rules of health (OC2): the four questions asked of everybody looked after all year, and the check of the young. */

import { agreed, byMessage, carriedOut } from '../ground.ts'
import { historiesOf, lookedAfterAllYear } from '../history.ts'
import {
  areAllFilled,
  codesOf,
  isAged,
  isAnyFilled,
  isFilled,
  isYounger,
  positions,
  where,
} from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { allYear, broken } from './examples.ts'

const core = ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'] as const
const yesOrNo = [
  'CONVICTED',
  'HEALTH_CHECK',
  ...core,
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
] as const
const items = ['SDQ_SCORE', 'SDQ_REASON', ...yesOrNo] as const

const allFour = 'IMMUNISATIONS=1, TEETH_CHECK=1, HEALTH_ASSESSMENT=1, SUBSTANCE_MISUSE=0'

const contents: readonly Rule[] = [
  rule({
    code: '181',
    ground: carriedOut,
    says: 'A question of health or conviction is answered with neither 0 nor 1.',
    fix: 'Enter 1 for yes or 0 for no, or leave it blank where it does not apply.',
    columns: yesOrNo,
    needs: ['OC2'],
    example: {
      OC2: [allFour, '! CONVICTED=2', '! TEETH_CHECK=Y', '! INTERVENTION_OFFERED=yes', 'HEALTH_CHECK='],
    },
    run: ({ OC2, year }) => {
      const known = codesOf('TEETH_CHECK', year)
      return {
        OC2: where(OC2, row => yesOrNo.some(column => row[column] !== null && !known.has(row[column]))),
      }
    },
  }),
  rule({
    code: '182',
    ground: carriedOut,
    says: 'Some of the outcomes are filled in, but one of the four questions of health is blank.',
    fix: 'Fill IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT and SUBSTANCE_MISUSE, or leave all of OC2 blank.',
    columns: items,
    needs: ['OC2'],
    example: {
      OC2: [allFour, '! IMMUNISATIONS=1, TEETH_CHECK=1, HEALTH_ASSESSMENT=1', '! CONVICTED=0', 'SDQ_SCORE='],
    },
    run: ({ OC2 }) => ({ OC2: where(OC2, row => isAnyFilled(row, items) && !areAllFilled(row, core)) }),
  }),
  rule({
    code: '547',
    ground: byMessage('The tool that councils use looks for 1 alone; the message, for any answer.'),
    says: 'The health check of a young child is filled in, but one of the four questions of health is blank.',
    fix: 'Fill IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT and SUBSTANCE_MISUSE, or clear HEALTH_CHECK.',
    columns: ['HEALTH_CHECK', ...core],
    needs: ['OC2'],
    example: { OC2: [`${allFour}, HEALTH_CHECK=1`, '! HEALTH_CHECK=1, TEETH_CHECK=1', 'TEETH_CHECK=1'] },
    run: ({ OC2 }) => ({
      OC2: where(OC2, row => isFilled(row, 'HEALTH_CHECK') && !areAllFilled(row, core)),
    }),
  }),
  rule({
    code: '546',
    ground: agreed,
    says: 'The health check of a young child is filled in, but the child was five or older when the year ended.',
    fix: 'Clear HEALTH_CHECK, or correct DOB.',
    columns: ['DOB', 'HEALTH_CHECK'],
    needs: ['OC2'],
    example: {
      OC2: ['DOB=01/04/2022, HEALTH_CHECK=1', '! DOB=31/03/2022, HEALTH_CHECK=1', 'DOB=31/03/2022'],
    },
    run: ({ OC2, end }) => ({
      OC2: where(OC2, ({ DOB, HEALTH_CHECK }) => HEALTH_CHECK !== null && isAged(DOB, 5, end)),
    }),
  }),
]

const besideEpisodes: readonly Rule[] = [
  rule({
    code: '190',
    ground: carriedOut,
    says: 'The outcomes are filled in, but the child was not looked after all year.',
    fix: 'Clear the outcomes of the child, or correct the episodes.',
    columns: yesOrNo,
    needs: ['Episodes', 'OC2'],
    example: {
      Episodes: [allYear('a'), broken('b'), broken('c')],
      OC2: [`CHILD=a, ${allFour}`, `! CHILD=b, ${allFour}`, 'CHILD=c', '! CHILD=unknown, TEETH_CHECK=1'],
    },
    run: given => {
      const isAllYear = lookedAfterAllYear(given.Episodes, given)
      return { OC2: where(given.OC2, row => isAnyFilled(row, yesOrNo) && !isAllYear(row.CHILD)) }
    },
  }),
  rule({
    code: '191',
    ground: carriedOut,
    says: 'The child was looked after all year, but one of the four questions of health is blank.',
    fix: 'Fill IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT and SUBSTANCE_MISUSE in the OC2 file.',
    columns: core,
    needs: ['Episodes', 'OC2'],
    example: {
      Episodes: [allYear('a'), allYear('b'), broken('c'), `! ${allYear('d')}`],
      OC2: [`CHILD=a, ${allFour}`, '! CHILD=b, TEETH_CHECK=1', 'CHILD=c'],
    },
    run: given => {
      const { Episodes, OC2 } = given
      const isAllYear = lookedAfterAllYear(Episodes, given)
      const unanswered = [...historiesOf(Episodes)].filter(([child]) => !OC2.has(child) && isAllYear(child))
      return {
        OC2: where(OC2, row => !areAllFilled(row, core) && isAllYear(row.CHILD)),
        Episodes: positions(unanswered.flatMap(([, history]) => history)),
      }
    },
  }),
  rule({
    code: '545',
    ground: agreed,
    says: 'The child was under five and looked after all year, but the health check is blank.',
    fix: 'Enter 1 in HEALTH_CHECK if the checks were up to date, 0 if they were not.',
    columns: ['DOB', 'HEALTH_CHECK'],
    needs: ['Episodes', 'OC2'],
    example: {
      Episodes: [allYear('a'), allYear('b'), allYear('c'), broken('d')],
      OC2: [
        '! CHILD=a, DOB=01/04/2022',
        'CHILD=b, DOB=01/04/2022, HEALTH_CHECK=0',
        'CHILD=c, DOB=31/03/2022',
        'CHILD=d, DOB=01/04/2022',
      ],
    },
    run: given => {
      const isAllYear = lookedAfterAllYear(given.Episodes, given)
      return {
        OC2: where(
          given.OC2,
          ({ CHILD, DOB, HEALTH_CHECK }) =>
            HEALTH_CHECK === null && isYounger(DOB, 5, given.end) && isAllYear(CHILD),
        ),
      }
    },
  }),
]

export const health: readonly Rule[] = [...contents, ...besideEpisodes]
