/** Rules of orders that deprive a child of liberty (DoLO), in the return since 2026-27. */

import { carriedOut } from '../ground.ts'
import { isAfter, isBefore, isNoDate, positions, where, whereNoDate } from '../questions.ts'
import { type Rule, from, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { type Spell, overlapping } from './spell.ts'

export const ordersIn = (table: Table<'DoLo'>): Spell[] =>
  table.rows.map(({ at, CHILD, DOLO_START, DOLO_END, written }) => ({
    at,
    CHILD,
    start: DOLO_START,
    end: DOLO_END,
    isOpen: written.DOLO_END === null,
  }))

export const live = from(2027)
export const liberty: readonly Rule[] = [
  rule({
    code: '700',
    ground: carriedOut,
    says: 'The day on which the order began is missing, or is not a date.',
    fix: 'Enter DOLO_START as dd/mm/yyyy.',
    live,
    columns: ['DOLO_START'],
    needs: ['DoLo'],
    example: { DoLo: ['DOLO_START=01/05/2026', '! DOLO_START=', '! DOLO_START=2026-05-01'] },
    run: ({ DoLo }) => ({
      DoLo: where(
        DoLo,
        ({ DOLO_START, written }) => written.DOLO_START === null || isNoDate(written.DOLO_START, DOLO_START),
      ),
    }),
  }),
  rule({
    code: '701',
    ground: carriedOut,
    says: 'The day on which the order ended is not a date.',
    fix: 'Enter DOLO_END as dd/mm/yyyy, or leave it blank if the order stands.',
    live,
    columns: ['DOLO_END'],
    needs: ['DoLo'],
    example: { DoLo: ['DOLO_END=01/05/2026', 'DOLO_END=', '! DOLO_END=31/04/2026'] },
    run: ({ DoLo }) => ({ DoLo: whereNoDate(DoLo, 'DOLO_END') }),
  }),
  rule({
    code: '702',
    ground: carriedOut,
    says: 'The order ended no later than it began.',
    fix: 'Correct DOLO_START or DOLO_END.',
    live,
    columns: ['DOLO_START', 'DOLO_END'],
    needs: ['DoLo'],
    example: {
      DoLo: [
        'DOLO_START=01/05/2026, DOLO_END=02/05/2026',
        '! DOLO_START=01/05/2026, DOLO_END=01/05/2026',
        '! DOLO_START=02/05/2026, DOLO_END=01/05/2026',
        'DOLO_START=01/05/2026',
      ],
    },
    run: ({ DoLo }) => ({
      DoLo: where(
        DoLo,
        ({ DOLO_START, DOLO_END }) => DOLO_START !== null && DOLO_END !== null && DOLO_END <= DOLO_START,
      ),
    }),
  }),
  rule({
    code: '703',
    ground: carriedOut,
    says: 'The order began after the year of the return ended.',
    fix: 'Correct DOLO_START, or leave the row for the next return.',
    live,
    columns: ['DOLO_START'],
    needs: ['DoLo'],
    example: { DoLo: ['DOLO_START=31/03/2027', '! DOLO_START=01/04/2027', 'DOLO_START='] },
    run: ({ DoLo, end }) => ({ DoLo: where(DoLo, ({ DOLO_START }) => isAfter(DOLO_START, end)) }),
  }),
  rule({
    code: '704',
    ground: carriedOut,
    says: 'The order ended outside the year of the return.',
    fix: 'Correct DOLO_END, or leave it blank if the order stood when the year ended.',
    live,
    columns: ['DOLO_END'],
    needs: ['DoLo'],
    example: {
      DoLo: ['DOLO_END=01/04/2026', 'DOLO_END=31/03/2027', '! DOLO_END=31/03/2026', '! DOLO_END=01/04/2027'],
    },
    run: ({ DoLo, start, end }) => ({
      DoLo: where(DoLo, ({ DOLO_END }) => isBefore(DOLO_END, start) || isAfter(DOLO_END, end)),
    }),
  }),
  rule({
    code: '705',
    ground: carriedOut,
    says: 'The order began before the one before it had ended.',
    fix: 'Enter or correct DOLO_END of the order before, or DOLO_START of this one.',
    live,
    columns: ['DOLO_START', 'DOLO_END'],
    needs: ['DoLo'],
    example: {
      DoLo: [
        'CHILD=a, DOLO_START=01/05/2026, DOLO_END=01/06/2026',
        'CHILD=a, DOLO_START=01/06/2026',
        '! CHILD=a, DOLO_START=01/07/2026',
      ],
    },
    run: ({ DoLo }) => ({ DoLo: positions(overlapping(ordersIn(DoLo))) }),
  }),
  rule({
    code: '708',
    ground: carriedOut,
    says: 'The order began no later than the child was born.',
    fix: 'Correct DOLO_START or DOB.',
    live,
    columns: ['DOB', 'DOLO_START'],
    needs: ['DoLo'],
    example: {
      DoLo: [
        'DOB=01/05/2012, DOLO_START=01/05/2026',
        '! DOB=01/05/2026, DOLO_START=01/05/2026',
        'DOLO_START=01/05/2026',
      ],
    },
    run: ({ DoLo }) => ({
      DoLo: where(DoLo, ({ DOB, DOLO_START }) => DOB !== null && DOLO_START !== null && DOLO_START <= DOB),
    }),
  }),
]
