/** Rules of going missing: whether it is told whole, and when. */

import { byMessage, carriedOut } from '../ground.ts'
import {
  codesOf,
  isAfter,
  isBefore,
  isFilled,
  isNoDate,
  positions,
  where,
  whereOutside,
} from '../questions.ts'
import type { RowOf } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { type Spell, overlapping } from './spell.ts'

export const missingSpells = (table: Table<'Missing'>): Spell[] =>
  table.rows.map(({ at, CHILD, MIS_START, MIS_END, written }: RowOf<'Missing'>) => ({
    at,
    CHILD,
    start: MIS_START,
    end: MIS_END,
    isOpen: written.MIS_END === null,
  }))

export const missing: readonly Rule[] = [
  rule({
    code: '564',
    ground: carriedOut,
    says: 'It is said that the child was missing or away, and not when it began.',
    fix: 'Enter MIS_START.',
    columns: ['MISSING', 'MIS_START'],
    needs: ['Missing'],
    example: { Missing: ['MISSING=M, MIS_START=01/05/2026', '! MISSING=M', 'CHILD=c'] },
    run: ({ Missing }) => ({
      Missing: where(Missing, row => row.MISSING !== null && !isFilled(row, 'MIS_START')),
    }),
  }),
  rule({
    code: '565',
    ground: carriedOut,
    says: 'There is a day on which the child went, and not whether the child was missing or away.',
    fix: 'Enter M or A in MISSING.',
    columns: ['MISSING', 'MIS_START'],
    needs: ['Missing'],
    example: { Missing: ['MISSING=A, MIS_START=01/05/2026', '! MIS_START=01/05/2026', 'CHILD=c'] },
    run: ({ Missing }) => ({
      Missing: where(Missing, row => row.MISSING === null && isFilled(row, 'MIS_START')),
    }),
  }),
  rule({
    code: '566',
    ground: carriedOut,
    says: 'There is a day on which the child came back, and not whether the child was missing or away.',
    fix: 'Enter M or A in MISSING.',
    columns: ['MISSING', 'MIS_END'],
    needs: ['Missing'],
    example: { Missing: ['MISSING=A, MIS_END=02/05/2026', '! MIS_END=02/05/2026', 'CHILD=c'] },
    run: ({ Missing }) => ({
      Missing: where(Missing, row => row.MISSING === null && isFilled(row, 'MIS_END')),
    }),
  }),
  rule({
    code: '567',
    ground: carriedOut,
    says: 'The child came back before going.',
    fix: 'Correct MIS_START or MIS_END.',
    columns: ['MIS_START', 'MIS_END'],
    needs: ['Missing'],
    example: {
      Missing: [
        'MIS_START=01/05/2026, MIS_END=01/05/2026',
        '! MIS_START=02/05/2026, MIS_END=01/05/2026',
        'MIS_START=02/05/2026',
      ],
    },
    run: ({ Missing }) => ({
      Missing: where(Missing, ({ MIS_START, MIS_END }) => isBefore(MIS_END, MIS_START)),
    }),
  }),
  rule({
    code: '570',
    ground: carriedOut,
    says: 'The child went after the year of the return ended.',
    fix: 'Correct MIS_START, or leave the row for the next return.',
    columns: ['MIS_START'],
    needs: ['Missing'],
    example: { Missing: ['MIS_START=31/03/2027', '! MIS_START=01/04/2027', 'MIS_START='] },
    run: ({ Missing, end }) => ({ Missing: where(Missing, ({ MIS_START }) => isAfter(MIS_START, end)) }),
  }),
  rule({
    code: '571',
    ground: carriedOut,
    says: 'The child came back outside the year of the return.',
    fix: 'Correct MIS_END, or leave it blank if the child had not come back.',
    columns: ['MIS_END'],
    needs: ['Missing'],
    example: {
      Missing: ['MIS_END=01/04/2026', 'MIS_END=31/03/2027', '! MIS_END=31/03/2026', '! MIS_END=01/04/2027'],
    },
    run: ({ Missing, start, end }) => ({
      Missing: where(Missing, ({ MIS_END }) => isBefore(MIS_END, start) || isAfter(MIS_END, end)),
    }),
  }),
  rule({
    code: '574',
    ground: carriedOut,
    says: 'The child went again before coming back.',
    fix: 'Enter or correct MIS_END of the spell before, or MIS_START of this one.',
    columns: ['MIS_START', 'MIS_END'],
    needs: ['Missing'],
    example: {
      Missing: [
        'CHILD=a, MIS_START=01/05/2026, MIS_END=03/05/2026',
        'CHILD=a, MIS_START=03/05/2026',
        '! CHILD=a, MIS_START=04/05/2026',
        'CHILD=b, MIS_START=01/05/2026, MIS_END=03/05/2026',
        '! CHILD=b, MIS_START=02/05/2026, MIS_END=04/05/2026',
      ],
    },
    run: ({ Missing }) => ({ Missing: positions(overlapping(missingSpells(Missing))) }),
  }),
  rule({
    code: '586',
    ground: byMessage(
      'The tool that councils use also flags the day of birth itself; the message says before it.',
    ),
    says: 'The child went before being born.',
    fix: 'Correct MIS_START or DOB.',
    columns: ['DOB', 'MIS_START'],
    needs: ['Missing'],
    example: {
      Missing: [
        'DOB=01/05/2012, MIS_START=01/05/2026',
        '! DOB=01/05/2026, MIS_START=30/04/2026',
        'MIS_START=30/04/2026',
      ],
    },
    run: ({ Missing }) => ({ Missing: where(Missing, ({ DOB, MIS_START }) => isBefore(MIS_START, DOB)) }),
  }),
  rule({
    code: '1004',
    ground: carriedOut,
    says: 'The day on which the child went is not a date.',
    fix: 'Enter MIS_START as dd/mm/yyyy.',
    columns: ['MIS_START'],
    needs: ['Missing'],
    example: { Missing: ['MIS_START=01/05/2026', 'MIS_START=', '! MIS_START=May 2026'] },
    run: ({ Missing }) => ({
      Missing: where(Missing, ({ MIS_START, written }) => isNoDate(written.MIS_START, MIS_START)),
    }),
  }),
  rule({
    code: '1005',
    ground: carriedOut,
    says: 'The day on which the child came back is not a date.',
    fix: 'Enter MIS_END as dd/mm/yyyy, or leave it blank.',
    columns: ['MIS_END'],
    needs: ['Missing'],
    example: { Missing: ['MIS_END=01/05/2026', 'MIS_END=', '! MIS_END=32/05/2026'] },
    run: ({ Missing }) => ({
      Missing: where(Missing, ({ MIS_END, written }) => isNoDate(written.MIS_END, MIS_END)),
    }),
  }),
  rule({
    code: '1006',
    ground: carriedOut,
    says: 'Whether the child was missing or away is told by a code that the return does not have.',
    fix: 'Enter M for missing or A for away without authorisation in MISSING.',
    columns: ['MISSING'],
    needs: ['Missing'],
    example: { Missing: ['MISSING=M', 'MISSING=A', 'MISSING=', '! MISSING=AWAY'] },
    run: ({ Missing, year }) => ({ Missing: whereOutside(Missing, 'MISSING', codesOf('MISSING', year)) }),
  }),
]
