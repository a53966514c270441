/** Rules of the decisions to place a child to be adopted beside what last year's return said of them. */

import { agreed, carriedOut } from '../ground.ts'
import { isAfter, isAnyFilled, isBefore, isFilled, isSameDay, positions, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { type Decision, inOrderOfDecision, isClosed } from './adoption.ts'

const columns = ['DATE_PLACED', 'DATE_PLACED_CEASED'] as const

/** The latest of last year's decisions with a date that was closed, or that still stood. */
const latestOf = (last: Table<'PlacedAdoption'>, child: string, asks: (row: Decision) => boolean) =>
  inOrderOfDecision(last.of(child)).findLast(row => row.DATE_PLACED !== null && asks(row))

export const decisionsLastYear: readonly Rule[] = [
  rule({
    code: '559',
    ground: agreed,
    says: "The decision to place the child to be adopted was made before this year, but last year's return has none.",
    fix: 'Correct DATE_PLACED, or tell DfE that it was left out last year.',
    columns,
    needs: ['PlacedAdoption', 'PlacedAdoption_last'],
    uses: ['Header_last'],
    example: {
      PlacedAdoption: [
        '! CHILD=a, DATE_PLACED=31/03/2026',
        'CHILD=b, DATE_PLACED=01/04/2026',
        'CHILD=c, DATE_PLACED=31/03/2026',
        '! CHILD=d, DATE_PLACED=31/03/2026',
        'CHILD=new, DATE_PLACED=31/03/2026',
      ],
      PlacedAdoption_last: [
        'CHILD=a, DATE_PLACED=',
        'CHILD=b, DATE_PLACED=',
        'CHILD=c, DATE_PLACED=31/03/2026',
      ],
      Header_last: ['CHILD=a', 'CHILD=b', 'CHILD=c', 'CHILD=d'],
    },
    run: ({ PlacedAdoption, PlacedAdoption_last: last, Header_last, start }) => ({
      PlacedAdoption: where(
        PlacedAdoption,
        ({ CHILD, DATE_PLACED }) =>
          isBefore(DATE_PLACED, start) &&
          (last.has(CHILD) || Header_last?.has(CHILD) === true) &&
          !last.of(CHILD).some(row => isFilled(row, 'DATE_PLACED')),
      ),
    }),
  }),
  rule({
    code: '560',
    ground: agreed,
    says: "The decision to place the child to be adopted stood last year, but is of another day in this year's return.",
    fix: 'Correct DATE_PLACED, or explain the change to DfE.',
    columns,
    needs: ['PlacedAdoption', 'PlacedAdoption_last'],
    example: {
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=10/06/2025, DATE_PLACED_CEASED=10/06/2026',
        'CHILD=a, DATE_PLACED=10/07/2026',
        '! CHILD=b, DATE_PLACED=11/06/2025',
        'CHILD=c, DATE_PLACED=11/06/2026',
      ],
      PlacedAdoption_last: [
        'CHILD=a, DATE_PLACED=10/06/2025',
        'CHILD=b, DATE_PLACED=10/06/2025',
        'CHILD=c, DATE_PLACED=10/06/2025, DATE_PLACED_CEASED=10/07/2025, REASON_PLACED_CEASED=RD1',
      ],
    },
    run: ({ PlacedAdoption, PlacedAdoption_last: last }) => ({
      PlacedAdoption: [...PlacedAdoption.byChild].flatMap(([child, rows]) => {
        const stood = latestOf(last, child, row => !isClosed(row))
        const dated = rows.filter(({ DATE_PLACED }) => DATE_PLACED !== null)
        if (!stood || dated.some(row => isSameDay(row.DATE_PLACED, stood.DATE_PLACED))) return []
        return positions(dated)
      }),
    }),
  }),
  rule({
    code: '561',
    ground: agreed,
    says: 'The decision to place the child to be adopted is told again, though it was closed last year.',
    fix: 'Leave the decision out, or enter the day of a new one in DATE_PLACED.',
    columns,
    needs: ['PlacedAdoption', 'PlacedAdoption_last'],
    example: {
      PlacedAdoption: [
        '! CHILD=a, DATE_PLACED=10/06/2025',
        'CHILD=b, DATE_PLACED=10/06/2025',
        'CHILD=c, DATE_PLACED=10/06/2026',
      ],
      PlacedAdoption_last: [
        'CHILD=a, DATE_PLACED=10/06/2025, DATE_PLACED_CEASED=10/07/2025, REASON_PLACED_CEASED=RD1',
        'CHILD=b, DATE_PLACED=10/06/2025',
        'CHILD=c, DATE_PLACED=10/06/2025, DATE_PLACED_CEASED=10/07/2025, REASON_PLACED_CEASED=RD1',
      ],
    },
    run: ({ PlacedAdoption, PlacedAdoption_last: last }) => ({
      PlacedAdoption: where(PlacedAdoption, ({ CHILD, DATE_PLACED }) =>
        last.of(CHILD).some(row => isClosed(row) && isSameDay(row.DATE_PLACED, DATE_PLACED)),
      ),
    }),
  }),
  rule({
    code: '584',
    ground: carriedOut,
    says: 'The decision to place the child to be adopted is not later than the one that was closed last year.',
    fix: 'Enter the day of the new decision in DATE_PLACED, or leave the decision out.',
    columns,
    needs: ['PlacedAdoption', 'PlacedAdoption_last'],
    example: {
      PlacedAdoption: [
        '! CHILD=a, DATE_PLACED=10/05/2025',
        'CHILD=b, DATE_PLACED=10/06/2026',
        '! CHILD=c, DATE_PLACED_CEASED=10/06/2026',
      ],
      PlacedAdoption_last: ['a', 'b', 'c'].map(
        child =>
          `CHILD=${child}, DATE_PLACED=10/06/2025, DATE_PLACED_CEASED=10/07/2025, REASON_PLACED_CEASED=RD1`,
      ),
    },
    run: ({ PlacedAdoption, PlacedAdoption_last: last }) => ({
      PlacedAdoption: where(PlacedAdoption, row => {
        const closed = latestOf(last, row.CHILD, isClosed)
        return (
          closed !== undefined &&
          isAnyFilled(row, ['DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED']) &&
          !isAfter(row.DATE_PLACED, closed.DATE_PLACED)
        )
      }),
    }),
  }),
]
