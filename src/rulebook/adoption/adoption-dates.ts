/** Rules of the dates of an adoption: decision, match, placement and adoption follow each other. */

import { isAfter, isBefore, isFilled, isSameDay, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { besideAdoption, besidePlacement, disagreeing } from './adoption.ts'

export const adoptionDates: readonly Rule[] = [
  rule({
    code: '331',
    says: 'Child and adopters were matched after the child was placed with them.',
    fix: 'Correct DATE_MATCH, or DECOM of the episode in which the placement for adoption began.',
    columns: ['DATE_MATCH', 'DECOM', 'PLACE'],
    needs: ['AD1', 'Episodes'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=10/06/2026, PLACE=A4',
        '! CHILD=b, DECOM=10/06/2026, PLACE=A4',
        'CHILD=b, DECOM=12/06/2026, PLACE=A6',
      ],
      AD1: ['CHILD=a, DATE_MATCH=10/06/2026', '! CHILD=b, DATE_MATCH=11/06/2026'],
    },
    run: given => besidePlacement(given, ({ DATE_MATCH }, { DECOM }) => isAfter(DATE_MATCH, DECOM)),
  }),
  rule({
    code: '521',
    says: 'It was decided that the child should be adopted after the child was placed to be adopted.',
    fix: 'Correct DATE_INT, or DECOM of the episode in which the placement for adoption began.',
    columns: ['DATE_INT', 'DECOM', 'PLACE'],
    needs: ['AD1', 'Episodes'],
    example: {
      Episodes: ['CHILD=a, DECOM=10/06/2026, PLACE=A4', '! CHILD=b, DECOM=10/06/2026, PLACE=A4'],
      AD1: ['CHILD=a, DATE_INT=10/06/2026', '! CHILD=b, DATE_INT=11/06/2026'],
    },
    run: given => besidePlacement(given, ({ DATE_INT }, { DECOM }) => isAfter(DATE_INT, DECOM)),
  }),
  rule({
    code: '333',
    says: 'Child and adopters were matched before it was decided that the child should be adopted, or without that.',
    fix: 'Enter the day of the decision in DATE_INT, on or before DATE_MATCH.',
    columns: ['DATE_INT', 'DATE_MATCH'],
    needs: ['AD1'],
    example: {
      AD1: [
        'DATE_INT=10/06/2026, DATE_MATCH=10/06/2026',
        '! DATE_INT=11/06/2026, DATE_MATCH=10/06/2026',
        '! DATE_INT=, DATE_MATCH=10/06/2026',
        'DATE_INT=10/06/2026, DATE_MATCH=',
      ],
    },
    run: ({ AD1 }) => ({
      AD1: where(
        AD1,
        row =>
          (row.DATE_MATCH !== null && !isFilled(row, 'DATE_INT')) || isAfter(row.DATE_INT, row.DATE_MATCH),
      ),
    }),
  }),
  rule({
    code: '334',
    says: 'It was decided that the child should be adopted before this period of care began.',
    fix: 'Correct DATE_INT, or DECOM of the episode with which care began.',
    columns: ['DATE_INT', 'DECOM', 'RNE'],
    needs: ['AD1', 'Episodes'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=10/06/2026, RNE=S',
        'CHILD=b, DECOM=10/06/2020, RNE=S',
        '! CHILD=b, DECOM=10/06/2026, RNE=S',
      ],
      AD1: ['CHILD=a, DATE_INT=10/06/2026', '! CHILD=b, DATE_INT=09/06/2026'],
    },
    run: ({ AD1, Episodes }) => {
      const found = disagreeing(
        AD1,
        Episodes,
        history => history.findLast(({ RNE, DECOM }) => RNE === 'S' && DECOM !== null),
        ({ DATE_INT }, { DECOM }) => isBefore(DATE_INT, DECOM),
      )
      return { AD1: found.rows, Episodes: found.Episodes }
    },
  }),
  rule({
    code: '582',
    says: 'The child was adopted on the very day of the match.',
    fix: 'Check DATE_MATCH and DEC; a placement usually lies between them.',
    severity: 'query',
    columns: ['DATE_MATCH', 'DEC', 'REC'],
    needs: ['AD1', 'Episodes'],
    example: {
      Episodes: ['CHILD=a, DEC=10/06/2026, REC=E11', '! CHILD=b, DEC=10/06/2026, REC=E12'],
      AD1: ['CHILD=a, DATE_MATCH=09/06/2026', '! CHILD=b, DATE_MATCH=10/06/2026'],
    },
    run: given => besideAdoption(given, ({ DATE_MATCH }, { DEC }) => isSameDay(DATE_MATCH, DEC)),
  }),
]
