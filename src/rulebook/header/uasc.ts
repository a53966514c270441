/** Rules of unaccompanied asylum-seeking children: the day their status ended, and what last year's return said. */

import { birthday, isAfter, isBefore, isFilled, isNoDate, isSameDay, positions, where } from '../questions.ts'
import type { Header, RowOf } from '../row.ts'
import { type Given, type Rule, rule } from '../rule.ts'
import type { Table } from '../table.ts'

type Stated = { readonly CHILD: string; readonly UASC: string | null }

/** The Header's own word where it has one (XML); otherwise whoever is in the UASC file is one. */
const isUasc = ({ CHILD, UASC }: Stated, file: Table<'UASC'>): boolean =>
  UASC === null ? file.has(CHILD) : UASC === '1'

const ceased: readonly Rule[] = [
  rule({
    code: '104',
    says: 'The day the UASC status ended is not a date, or is before this year began.',
    fix: 'Enter DUC as dd/mm/yyyy; leave out a child whose status ended before this year.',
    columns: ['DUC'],
    needs: ['UASC'],
    example: { UASC: ['DUC=01/04/2026', 'DUC=', '! DUC=31/03/2026', '! DUC=31/04/2026'] },
    run: ({ UASC, start }) => ({
      UASC: where(UASC, ({ DUC, written }) => isNoDate(written.DUC, DUC) || isBefore(DUC, start)),
    }),
  }),
  rule({
    code: '303',
    says: 'There is a day on which the UASC status ended, though the child is not said to be UASC.',
    fix: 'Set the UASC flag of the child, or clear DUC.',
    columns: ['DUC', 'UASC'],
    needs: ['Header', 'UASC'],
    example: {
      Header: ['! CHILD=a, UASC=0', 'CHILD=b, UASC=1', 'CHILD=c, UASC=0'],
      UASC: ['! CHILD=a, DUC=10/06/2026', 'CHILD=b, DUC=10/06/2026', 'CHILD=c, DUC='],
    },
    run: ({ Header, UASC }) =>
      flagsOf(
        Header.rows.filter(each => !isUasc(each, UASC) && UASC.of(each.CHILD).some(hasCeased)),
        UASC,
        hasCeased,
      ),
  }),
  rule({
    code: '304',
    says: 'The UASC status ended after the 18th birthday.',
    fix: 'Correct DUC or DOB: the status ends on the 18th birthday at the latest.',
    columns: ['DUC'],
    needs: ['UASC'],
    example: {
      UASC: ['DOB=10/06/2008, DUC=10/06/2026', '! DOB=10/06/2008, DUC=11/06/2026', 'DUC=11/06/2026'],
    },
    run: ({ UASC }) => ({ UASC: where(UASC, ({ DOB, DUC }) => isAfter(DUC, birthday(DOB, 18))) }),
  }),
]

const years = {
  columns: ['UASC', 'DUC'],
  needs: ['Header', 'Header_last', 'UASC', 'UASC_last'],
} as const

type Both = {
  readonly now: boolean
  readonly before: boolean
  readonly ends: RowOf<'UASC'> | undefined
  readonly ended: RowOf<'UASC'> | undefined
}
type BothYears = Given<(typeof years.needs)[number]>

/** Children who are in both years' returns and of whom it holds. */
const whoseYears = ({ Header, Header_last, UASC, UASC_last }: BothYears, asks: (both: Both) => boolean) =>
  flagsOf(
    Header.rows.filter(child => {
      const last = Header_last.first(child.CHILD)
      if (!last) return false
      const [ends, ended] = [UASC.first(child.CHILD), UASC_last.first(child.CHILD)]
      return asks({ now: isUasc(child, UASC), before: isUasc(last, UASC_last), ends, ended })
    }),
    UASC,
    () => true,
  )

const sinceLastYear: readonly Rule[] = [
  rule({
    code: '205A',
    says: 'The child was UASC last year and is not now, though the status had not ended before this year.',
    fix: 'Return the child as UASC, or correct DUC.',
    ...years,
    example: {
      Header: ['CHILD=a', '! CHILD=b', '! CHILD=c', 'CHILD=d'],
      UASC: ['CHILD=d, DUC=10/06/2026'],
      Header_last: ['CHILD=a', 'CHILD=b', 'CHILD=c', 'CHILD=d'],
      UASC_last: ['CHILD=a, DUC=31/03/2026', 'CHILD=b, DUC=01/04/2026', 'CHILD=c', 'CHILD=d, DUC=10/06/2026'],
    },
    run: given =>
      whoseYears(
        given,
        ({ now, before, ends, ended }) =>
          before && !now && !isBefore(ended?.DUC, given.start) && !isBefore(ends?.DUC, given.start),
      ),
  }),
  rule({
    code: '205B',
    says: 'The child is UASC as last year, but the days on which the status ends do not agree.',
    fix: "Correct DUC; where a decision has moved the day since last year's return, say so to DfE.",
    severity: 'query',
    ...years,
    example: {
      Header: ['CHILD=a', '! CHILD=b', '! CHILD=c', 'CHILD=d'],
      UASC: [
        'CHILD=a, DUC=10/06/2026',
        '! CHILD=b, DUC=10/06/2026',
        '! CHILD=c, DUC=10/06/2026',
        'CHILD=d, DUC=10/06/2026',
      ],
      Header_last: ['CHILD=a', 'CHILD=b', 'CHILD=c', 'CHILD=d'],
      UASC_last: ['CHILD=a, DUC=10/06/2026', 'CHILD=b, DUC=31/03/2026', 'CHILD=c, DUC=11/06/2026', 'CHILD=d'],
    },
    run: given =>
      whoseYears(
        given,
        ({ now, before, ends, ended }) =>
          now &&
          before &&
          (isBefore(ended?.DUC, given.start) ||
            (ended?.DUC != null && ends?.DUC != null && !isSameDay(ended.DUC, ends.DUC))),
      ),
  }),
  rule({
    code: '205C',
    says: 'The child is UASC neither this year nor last, but there is a day on which the status ended.',
    fix: 'Clear DUC, or set the UASC flag of the child.',
    ...years,
    example: {
      Header: ['! CHILD=a, UASC=0', 'CHILD=b, UASC=0', 'CHILD=c, UASC=1'],
      UASC: ['! CHILD=a, DUC=10/06/2026', 'CHILD=b, DUC=', 'CHILD=c, DUC=10/06/2026'],
      Header_last: ['CHILD=a', 'CHILD=b', 'CHILD=c'],
      UASC_last: ['CHILD=other'],
    },
    run: given =>
      whoseYears(given, ({ now, before, ends }) => !now && !before && ends !== undefined && hasCeased(ends)),
  }),
  rule({
    code: '205D',
    says: "The child is UASC this year and was not in last year's return.",
    fix: 'Find out which is right, and correct the UASC file here, or explain the change to DfE.',
    ...years,
    example: {
      Header: ['! CHILD=a', 'CHILD=b', 'CHILD=new', 'CHILD=c'],
      UASC: ['! CHILD=a, DUC=10/06/2026', 'CHILD=b, DUC=10/06/2026', 'CHILD=new, DUC=10/06/2026'],
      Header_last: ['CHILD=a', 'CHILD=b', 'CHILD=c'],
      UASC_last: ['CHILD=b, DUC=10/06/2026'],
    },
    run: given => whoseYears(given, ({ now, before }) => now && !before),
  }),
]

const hasCeased = (row: RowOf<'UASC'>): boolean => isFilled(row, 'DUC')

function flagsOf(children: readonly Header[], file: Table<'UASC'>, asks: (row: RowOf<'UASC'>) => boolean) {
  return {
    Header: positions(children),
    UASC: positions(children.flatMap(({ CHILD }) => file.of(CHILD).filter(asks))),
  }
}

export const uasc: readonly Rule[] = [...ceased, ...sinceLastYear]
