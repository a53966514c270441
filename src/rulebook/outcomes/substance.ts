/** Rules of substance misuse (OC2): whether help was received, or at least offered. */

import { carriedOut } from '../ground.ts'
import { isAnyFilled, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'

export const substance: readonly Rule[] = [
  rule({
    code: '158',
    ground: carriedOut,
    says: 'Help with substance misuse was received, so whether it was offered must be blank.',
    fix: 'Clear INTERVENTION_OFFERED, or correct INTERVENTION_RECEIVED.',
    columns: ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    needs: ['OC2'],
    example: {
      OC2: [
        'INTERVENTION_RECEIVED=1',
        '! INTERVENTION_RECEIVED=1, INTERVENTION_OFFERED=1',
        'INTERVENTION_RECEIVED=0, INTERVENTION_OFFERED=1',
      ],
    },
    run: ({ OC2 }) => ({
      OC2: where(OC2, row => row.INTERVENTION_RECEIVED === '1' && row.INTERVENTION_OFFERED !== null),
    }),
  }),
  rule({
    code: '159',
    ground: carriedOut,
    says: 'The child misused substances and received no help, but it is not said whether help was offered.',
    fix: 'Enter 1 in INTERVENTION_OFFERED if help was offered, 0 if it was not.',
    columns: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    needs: ['OC2'],
    example: {
      OC2: [
        'SUBSTANCE_MISUSE=1, INTERVENTION_RECEIVED=0, INTERVENTION_OFFERED=0',
        '! SUBSTANCE_MISUSE=1, INTERVENTION_RECEIVED=0',
        'SUBSTANCE_MISUSE=1, INTERVENTION_RECEIVED=1',
        'SUBSTANCE_MISUSE=0, INTERVENTION_RECEIVED=0',
      ],
    },
    run: ({ OC2 }) => ({
      OC2: where(
        OC2,
        row =>
          row.SUBSTANCE_MISUSE === '1' &&
          row.INTERVENTION_RECEIVED === '0' &&
          row.INTERVENTION_OFFERED === null,
      ),
    }),
  }),
  rule({
    code: '192',
    ground: carriedOut,
    says: 'The child misused substances, but it is not said whether help was received.',
    fix: 'Enter 1 in INTERVENTION_RECEIVED if help was received, 0 if it was not.',
    columns: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED'],
    needs: ['OC2'],
    example: {
      OC2: [
        'SUBSTANCE_MISUSE=1, INTERVENTION_RECEIVED=0',
        '! SUBSTANCE_MISUSE=1',
        'SUBSTANCE_MISUSE=0',
        'SUBSTANCE_MISUSE=',
      ],
    },
    run: ({ OC2 }) => ({
      OC2: where(OC2, row => row.SUBSTANCE_MISUSE === '1' && row.INTERVENTION_RECEIVED === null),
    }),
  }),
  rule({
    code: '193',
    ground: carriedOut,
    says: 'Help with substance misuse is filled in, but it is not said that the child misused substances.',
    fix: 'Enter 1 in SUBSTANCE_MISUSE, or clear INTERVENTION_RECEIVED and INTERVENTION_OFFERED.',
    columns: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    needs: ['OC2'],
    example: {
      OC2: [
        'SUBSTANCE_MISUSE=1, INTERVENTION_RECEIVED=1',
        '! SUBSTANCE_MISUSE=0, INTERVENTION_RECEIVED=0',
        '! SUBSTANCE_MISUSE=, INTERVENTION_OFFERED=1',
        'SUBSTANCE_MISUSE=0',
      ],
    },
    run: ({ OC2 }) => ({
      OC2: where(
        OC2,
        row =>
          row.SUBSTANCE_MISUSE !== '1' && isAnyFilled(row, ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED']),
      ),
    }),
  }),
]
