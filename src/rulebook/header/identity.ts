/** Rules of who a child is: sex, birth and ethnicity. */

import { carriedOut } from '../ground.ts'
import { codesIn, ethnicities, sexes } from '#reference'
import { isNoDate, where } from '../questions.ts'
import type { Header as HeaderRow } from '../row.ts'
import { type Rule, from, rule } from '../rule.ts'
import type { Table } from '../table.ts'
import { sexNow } from './sex.ts'

export const identity: readonly Rule[] = [
  rule({
    code: '101',
    ground: carriedOut,
    says: 'The sex of the child is missing, or is not a code of this year.',
    fix: 'Enter M, F or U in SEX; until 2023-24 enter 1 or 2.',
    columns: ['SEX'],
    needs: ['Header'],
    example: { Header: ['SEX=M', 'SEX=U', '! SEX=1', '! SEX='] },
    run: ({ Header, year }) => {
      const live = new Set<string>(codesIn(sexes, year).map(({ code }) => code))
      return { Header: where(Header, ({ SEX }) => SEX === null || !live.has(SEX)) }
    },
  }),
  rule({
    code: '102',
    ground: carriedOut,
    says: 'The date of birth is missing, or is not a date.',
    fix: 'Enter the date of birth in DOB as dd/mm/yyyy.',
    columns: ['DOB'],
    needs: ['Header'],
    example: { Header: ['DOB=29/02/2012', '! DOB=29/02/2013', '! DOB=', '! DOB=2012-02-28'] },
    run: ({ Header }) => ({
      Header: where(Header, ({ DOB, written }) => written.DOB === null || isNoDate(written.DOB, DOB)),
    }),
  }),
  rule({
    code: '103',
    ground: carriedOut,
    says: 'The ethnic group is missing, or is not a code of the return.',
    fix: 'Enter one of the 20 codes in ETHNIC; NOBT if it is not yet known, REFU if it was refused.',
    columns: ['ETHNIC'],
    needs: ['Header'],
    example: { Header: ['ETHNIC=WBRI', '! ETHNIC=WHITE', '! ETHNIC='] },
    run: ({ Header }) => {
      const known = new Set<string>(ethnicities.map(({ code }) => code))
      return { Header: where(Header, ({ ETHNIC }) => ETHNIC === null || !known.has(ETHNIC)) }
    },
  }),
  rule({
    code: '202',
    ground: carriedOut,
    says: "The sex of the child differs from last year's return.",
    fix: 'Find out which is right, and correct SEX here, or explain the change to DfE.',
    columns: ['SEX'],
    needs: ['Header', 'Header_last'],
    example: {
      Header: ['CHILD=a, SEX=M', '! CHILD=b, SEX=M', 'CHILD=new, SEX=M'],
      Header_last: ['CHILD=a, SEX=M', 'CHILD=b, SEX=F'],
    },
    run: ({ Header, Header_last }) => ({
      Header: whereChanged(Header, Header_last, ({ SEX }) => sexNow(SEX)),
    }),
  }),
  rule({
    code: '203',
    ground: carriedOut,
    says: "The date of birth differs from last year's return.",
    fix: 'Find out which is right, and correct DOB here, or explain the change to DfE.',
    columns: ['DOB'],
    needs: ['Header', 'Header_last'],
    example: {
      Header: ['CHILD=a, DOB=01/05/2012', '! CHILD=b, DOB=01/05/2012', 'CHILD=new, DOB=01/05/2012'],
      Header_last: ['CHILD=a, DOB=01/05/2012', 'CHILD=b, DOB=02/05/2012'],
    },
    run: ({ Header, Header_last }) => ({
      Header: whereChanged(Header, Header_last, ({ DOB, written }) => DOB ?? written.DOB),
    }),
  }),
  rule({
    code: '204',
    ground: carriedOut,
    says: "The ethnic group differs from last year's return.",
    fix: 'Find out which is right, and correct ETHNIC here, or explain the change to DfE.',
    columns: ['ETHNIC'],
    needs: ['Header', 'Header_last'],
    example: {
      Header: ['CHILD=a, ETHNIC=WBRI', '! CHILD=b, ETHNIC=WBRI', '! CHILD=c', 'CHILD=new, ETHNIC=WBRI'],
      Header_last: ['CHILD=a, ETHNIC=WBRI', 'CHILD=b, ETHNIC=NOBT', 'CHILD=c, ETHNIC=WBRI'],
    },
    run: ({ Header, Header_last }) => ({
      Header: whereChanged(Header, Header_last, ({ ETHNIC }) => ETHNIC?.toUpperCase() ?? null),
    }),
  }),
  rule({
    code: '232',
    ground: carriedOut,
    says: 'The sex of the child is given as unknown.',
    fix: 'Check whether it is known by now; if not, say so to DfE.',
    severity: 'query',
    live: from(2025),
    columns: ['SEX'],
    needs: ['Header'],
    example: { Header: ['SEX=M', '! SEX=U', 'SEX='] },
    run: ({ Header }) => ({ Header: where(Header, ({ SEX }) => SEX?.toUpperCase() === 'U') }),
  }),
]

/** Of children who were in last year's return too; something that was blank, or is now, has changed. */
const whereChanged = (
  now: Table<'Header'>,
  last: Table<'Header'>,
  of: (row: HeaderRow) => string | number | null,
): number[] =>
  where(now, row => {
    const before = last.first(row.CHILD)
    return before !== undefined && of(before) !== of(row)
  })
