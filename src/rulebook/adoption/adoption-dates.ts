/** Rules of the dates of an adoption: decision, match, placement and adoption follow each other. */

import { agreed, byCoding, byMessage, carriedOut } from '../ground.ts'
import { lifeOf } from '../history.ts'
import { isAfter, isBefore, isFilled, isSameDay, positions, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import {
  type Adopters,
  besideAdoption,
  besidePlacement,
  disagreeing,
  isPlacedToBeAdopted,
  ofThisYear,
} from './adoption.ts'

export const adoptionDates: readonly Rule[] = [
  rule({
    code: '331',
    ground: byMessage(
      'The tool that councils use takes the episode that ended in adoption; the message, when the placement began.',
    ),
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
    ground: byCoding(
      'The message speaks of one placement; the coding asks it of every episode placed for adoption.',
    ),
    says: 'It was decided that the child should be adopted after the child was placed to be adopted.',
    fix: 'Correct DATE_INT, or DECOM or PLACE of the episodes before it in which the child was placed for adoption.',
    columns: ['DATE_INT', 'DECOM', 'PLACE'],
    needs: ['AD1', 'Episodes'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=10/06/2026, PLACE=A4',
        '! CHILD=b, DECOM=10/04/2026, PLACE=A4',
        'CHILD=b, DECOM=01/05/2026, PLACE=U6',
        'CHILD=b, DECOM=11/06/2026, PLACE=A4',
      ],
      AD1: ['CHILD=a, DATE_INT=10/06/2026', '! CHILD=b, DATE_INT=11/06/2026'],
    },
    run: ({ AD1, Episodes }) => {
      const placed = Episodes.rows.filter(isPlacedToBeAdopted)
      const isLate = (row: Adopters, { CHILD, DECOM }: Episode) =>
        CHILD === row.CHILD && isAfter(row.DATE_INT, DECOM)
      return {
        AD1: where(AD1, row =>
          Episodes.of(row.CHILD).some(each => isPlacedToBeAdopted(each) && isLate(row, each)),
        ),
        Episodes: positions(placed.filter(each => AD1.of(each.CHILD).some(row => isLate(row, each)))),
      }
    },
  }),
  rule({
    code: '333',
    ground: agreed,
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
    ground: byMessage(
      'Care may have begun in an earlier return; the tool that councils use looks at this year alone.',
    ),
    says: 'It was decided that the child should be adopted before this period of care began.',
    fix: 'Correct DATE_INT, or DECOM of the episode with which care began.',
    columns: ['DATE_INT', 'DECOM', 'RNE'],
    needs: ['AD1', 'Episodes'],
    reaches: ['Episodes_last'],
    uses: ['earlier'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=10/06/2026, RNE=S',
        'CHILD=b, DECOM=10/06/2020, RNE=S',
        '! CHILD=b, DECOM=10/06/2026, RNE=S',
        'CHILD=c, DECOM=01/02/2026, RNE=P',
      ],
      Episodes_last: ['CHILD=c, DECOM=10/06/2025, RNE=S', 'CHILD=c, DECOM=01/02/2026, RNE=P'],
      AD1: [
        'CHILD=a, DATE_INT=10/06/2026',
        '! CHILD=b, DATE_INT=09/06/2026',
        '! CHILD=c, DATE_INT=09/06/2025',
      ],
    },
    run: given => {
      const found = disagreeing(
        given.AD1,
        child => lifeOf(given, child).findLast(({ RNE, DECOM }) => RNE === 'S' && DECOM !== null),
        ({ DATE_INT }, { DECOM }) => isBefore(DATE_INT, DECOM),
      )
      return { AD1: found.rows, Episodes: ofThisYear(found.episodes, given.Episodes) }
    },
  }),
  rule({
    code: '582',
    ground: carriedOut,
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
