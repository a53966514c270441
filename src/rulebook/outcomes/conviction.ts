/** Rules of conviction (OC2): asked of children who were ten or older and looked after all year. */

import { agreed, byMessage, carriedOut } from '../ground.ts'
import { lookedAfterAllYear } from '../history.ts'
import { areAllFilled, isAged, isYounger, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { allYear, broken } from './examples.ts'

const core = ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'] as const

export const conviction: readonly Rule[] = [
  rule({
    code: '542',
    ground: carriedOut,
    says: 'A conviction is asked of from the age of ten, but the child was younger when the year ended.',
    fix: 'Clear CONVICTED, or correct DOB.',
    columns: ['DOB', 'CONVICTED'],
    needs: ['OC2'],
    example: { OC2: ['DOB=31/03/2017, CONVICTED=0', '! DOB=01/04/2017, CONVICTED=0', 'DOB=01/04/2017'] },
    run: ({ OC2, end }) => ({
      OC2: where(OC2, ({ DOB, CONVICTED }) => CONVICTED !== null && isYounger(DOB, 10, end)),
    }),
  }),
  rule({
    code: '543',
    ground: agreed,
    says: 'The child was ten or older and looked after all year, but it is not said whether there was a conviction.',
    fix: 'Enter 1 in CONVICTED if the child was convicted or cautioned in the year, 0 if not.',
    columns: ['DOB', 'CONVICTED'],
    needs: ['Episodes', 'OC2'],
    example: {
      Episodes: [allYear('a'), allYear('b'), allYear('c'), broken('d')],
      OC2: [
        '! CHILD=a, DOB=31/03/2017',
        'CHILD=b, DOB=31/03/2017, CONVICTED=0',
        'CHILD=c, DOB=01/04/2017',
        'CHILD=d, DOB=31/03/2017',
      ],
    },
    run: given => {
      const isAllYear = lookedAfterAllYear(given.Episodes, given)
      return {
        OC2: where(
          given.OC2,
          ({ CHILD, DOB, CONVICTED }) => CONVICTED === null && isAged(DOB, 10, given.end) && isAllYear(CHILD),
        ),
      }
    },
  }),
  rule({
    code: '544',
    ground: byMessage('The tool that councils use looks for 1 alone; the message, for any answer.'),
    says: 'It is said whether there was a conviction, but one of the four questions of health is blank.',
    fix: 'Fill IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT and SUBSTANCE_MISUSE, or clear CONVICTED.',
    columns: ['CONVICTED', ...core],
    needs: ['OC2'],
    example: {
      OC2: [
        'CONVICTED=0, IMMUNISATIONS=1, TEETH_CHECK=1, HEALTH_ASSESSMENT=1, SUBSTANCE_MISUSE=0',
        '! CONVICTED=0, IMMUNISATIONS=1, TEETH_CHECK=1, HEALTH_ASSESSMENT=1',
        'TEETH_CHECK=1',
      ],
    },
    run: ({ OC2 }) => ({
      OC2: where(OC2, row => row.CONVICTED !== null && !areAllFilled(row, core)),
    }),
  }),
]
