/** Rules of unaccompanied asylum-seeking children: the day on which their status ended. */

import { birthday, isAfter, isBefore, isFilled, isNoDate, where } from '../questions.ts'
import type { RowOf } from '../row.ts'
import { agreed } from '../ground.ts'
import { type Rule, rule } from '../rule.ts'
import { flagsOf, isUasc } from './asylum-status.ts'
import { uascLastYear } from './uasc-last-year.ts'

const ceased: readonly Rule[] = [
  rule({
    code: '104',
    ground: agreed,
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
    ground: agreed,
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
    ground: agreed,
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

const hasCeased = (row: RowOf<'UASC'>): boolean => isFilled(row, 'DUC')

export const uasc: readonly Rule[] = [...ceased, ...uascLastYear]
