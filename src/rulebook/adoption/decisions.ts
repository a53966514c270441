/** Rules of the decisions to place a child to be adopted: each by itself, and one after another. */

import { agreed, carriedOut } from '../ground.ts'
import { isAfter, isBefore, isFilled, isSameDay, positions, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { type Decision, inOrderOfDecision, isTold, latestDecision } from './adoption.ts'

const oneByOne: readonly Rule[] = [
  rule({
    code: '184',
    ground: carriedOut,
    says: 'It was decided to place the child to be adopted before the child was born.',
    fix: 'Correct DATE_PLACED, or DOB in the Header.',
    columns: ['DATE_PLACED', 'DOB'],
    needs: ['Header', 'PlacedAdoption'],
    example: {
      Header: ['CHILD=a, DOB=10/06/2026', 'CHILD=b, DOB=10/06/2026'],
      PlacedAdoption: ['CHILD=a, DATE_PLACED=10/06/2026', '! CHILD=b, DATE_PLACED=09/06/2026'],
    },
    run: ({ Header, PlacedAdoption }) => ({
      PlacedAdoption: where(PlacedAdoption, ({ CHILD, DATE_PLACED }) =>
        isBefore(DATE_PLACED, Header.first(CHILD)?.DOB),
      ),
    }),
  }),
  rule({
    code: '522',
    ground: carriedOut,
    says: 'A plan for adoption was given up before it was made.',
    fix: 'Correct DATE_PLACED or DATE_PLACED_CEASED.',
    columns: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    needs: ['PlacedAdoption'],
    example: {
      PlacedAdoption: [
        'DATE_PLACED=10/06/2026, DATE_PLACED_CEASED=10/06/2026',
        '! DATE_PLACED=10/06/2026, DATE_PLACED_CEASED=09/06/2026',
        'DATE_PLACED=10/06/2026',
      ],
    },
    run: ({ PlacedAdoption }) => ({
      PlacedAdoption: where(PlacedAdoption, row => isAfter(row.DATE_PLACED, row.DATE_PLACED_CEASED)),
    }),
  }),
  rule({
    code: '563',
    ground: carriedOut,
    says: 'A plan for adoption was given up, but there is no day on which it was made.',
    fix: 'Enter DATE_PLACED, or clear DATE_PLACED_CEASED and REASON_PLACED_CEASED.',
    columns: ['DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
    needs: ['PlacedAdoption'],
    example: {
      PlacedAdoption: [
        'DATE_PLACED=10/06/2026, DATE_PLACED_CEASED=10/07/2026, REASON_PLACED_CEASED=RD1',
        '! DATE_PLACED_CEASED=10/07/2026, REASON_PLACED_CEASED=RD1',
        'DATE_PLACED=10/06/2026',
      ],
    },
    run: ({ PlacedAdoption }) => ({
      PlacedAdoption: where(
        PlacedAdoption,
        row => isFilled(row, 'DATE_PLACED_CEASED') && !isFilled(row, 'DATE_PLACED'),
      ),
    }),
  }),
]

const oneAfterAnother: readonly Rule[] = [
  rule({
    code: '579',
    ground: carriedOut,
    says: 'It was decided anew to place the child to be adopted while an earlier decision stood.',
    fix: 'Enter DATE_PLACED_CEASED of the earlier decision, on or before DATE_PLACED of this one.',
    columns: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    needs: ['PlacedAdoption'],
    example: {
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=10/06/2025, DATE_PLACED_CEASED=10/06/2026',
        'CHILD=a, DATE_PLACED=10/06/2026',
        'CHILD=b, DATE_PLACED=10/06/2025, DATE_PLACED_CEASED=10/06/2026',
        '! CHILD=b, DATE_PLACED=09/06/2026',
        'CHILD=c, DATE_PLACED=10/06/2025',
        '! CHILD=c, DATE_PLACED=10/06/2026',
      ],
    },
    run: ({ PlacedAdoption }) => ({
      PlacedAdoption: [...PlacedAdoption.byChild.values()].flatMap(rows => positions(overlapping(rows))),
    }),
  }),
  rule({
    code: '583',
    ground: carriedOut,
    says: 'The decision to place the child to be adopted still stands, though there is a later one.',
    fix: 'Enter DATE_PLACED_CEASED and REASON_PLACED_CEASED of this decision.',
    columns: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    needs: ['PlacedAdoption'],
    example: {
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=10/06/2025, DATE_PLACED_CEASED=10/06/2026',
        'CHILD=a, DATE_PLACED=11/06/2026',
        '! CHILD=b, DATE_PLACED=10/06/2025',
        'CHILD=b, DATE_PLACED=11/06/2026',
      ],
    },
    run: ({ PlacedAdoption }) => ({
      PlacedAdoption: [...PlacedAdoption.byChild.values()].flatMap(rows =>
        positions(
          dated(rows)
            .slice(0, -1)
            .filter(row => !isFilled(row, 'DATE_PLACED_CEASED')),
        ),
      ),
    }),
  }),
]

const besideAdopters: readonly Rule[] = [
  rule({
    code: '523',
    ground: carriedOut,
    says: 'The two files name different days for the decision that the child should be adopted.',
    fix: 'Enter the same day in DATE_PLACED and DATE_INT.',
    columns: ['DATE_PLACED', 'DATE_INT'],
    needs: ['AD1', 'PlacedAdoption'],
    example: {
      AD1: ['CHILD=a, DATE_INT=10/06/2025', '! CHILD=b, DATE_INT=10/06/2025', 'CHILD=c, DATE_INT=10/06/2025'],
      PlacedAdoption: ['CHILD=a, DATE_PLACED=10/06/2025', '! CHILD=b, DATE_PLACED=11/06/2025'],
    },
    run: ({ AD1, PlacedAdoption }) => {
      const differs = (placed: Decision | undefined, wished: Decision['DATE_PLACED']) =>
        placed?.DATE_PLACED != null && wished !== null && !isSameDay(placed.DATE_PLACED, wished)
      const rows = AD1.rows.filter(row => differs(latestDecision(PlacedAdoption, row.CHILD), row.DATE_INT))
      return {
        AD1: positions(rows),
        PlacedAdoption: positions(rows.map(({ CHILD }) => latestDecision(PlacedAdoption, CHILD))),
      }
    },
  }),
  rule({
    code: '525',
    ground: agreed,
    says: 'The plan for adoption was given up, yet an adoption is told.',
    fix: 'Clear DATE_PLACED_CEASED and REASON_PLACED_CEASED, or clear the adoption (AD1).',
    columns: ['DATE_PLACED_CEASED'],
    needs: ['AD1', 'PlacedAdoption'],
    example: {
      AD1: ['CHILD=a, DATE_INT=10/06/2025', '! CHILD=b, DATE_INT=10/06/2025', 'CHILD=c'],
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=10/06/2025',
        '! CHILD=b, DATE_PLACED=10/06/2025, DATE_PLACED_CEASED=10/06/2026',
        'CHILD=c, DATE_PLACED=10/06/2025, DATE_PLACED_CEASED=10/06/2026',
      ],
    },
    run: ({ AD1, PlacedAdoption }) => {
      const rows = AD1.rows.filter(row => {
        const latest = latestDecision(PlacedAdoption, row.CHILD)
        return isTold(row) && latest !== undefined && isFilled(latest, 'DATE_PLACED_CEASED')
      })
      return {
        AD1: positions(rows),
        PlacedAdoption: positions(rows.map(({ CHILD }) => latestDecision(PlacedAdoption, CHILD))),
      }
    },
  }),
]

const dated = (rows: readonly Decision[]): Decision[] =>
  inOrderOfDecision(rows.filter(({ DATE_PLACED }) => DATE_PLACED !== null))

/** Decisions made while one before them stood; one without an end stands for ever. */
function overlapping(rows: readonly Decision[]): Decision[] {
  let stands = -Infinity
  return dated(rows).filter(row => {
    const overlaps = row.DATE_PLACED! < stands
    const until = isFilled(row, 'DATE_PLACED_CEASED') ? row.DATE_PLACED_CEASED : Infinity
    stands = Math.max(stands, until ?? -Infinity)
    return overlaps
  })
}

export const decisions: readonly Rule[] = [...oneByOne, ...oneAfterAnother, ...besideAdopters]
