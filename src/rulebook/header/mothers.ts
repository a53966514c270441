/** Rules of the Header about girls and young women who are mothers. */

import { agreed, byMessage, carriedOut } from '../ground.ts'
import { isAfter, isBefore, isFilled, isNoDate, isYounger, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { isFemale, isMale } from './sex.ts'

export const mothers: readonly Rule[] = [
  rule({
    code: '171',
    ground: carriedOut,
    says: "The date of birth of the mother's child is not a date.",
    fix: 'Enter MC_DOB as dd/mm/yyyy, or leave it blank.',
    columns: ['MC_DOB'],
    needs: ['Header'],
    example: { Header: ['MC_DOB=01/05/2026', 'MC_DOB=', '! MC_DOB=31/04/2026'] },
    run: ({ Header }) => ({
      Header: where(Header, ({ MC_DOB, written }) => isNoDate(written.MC_DOB, MC_DOB)),
    }),
  }),
  rule({
    code: '174',
    ground: agreed,
    says: "A boy has a date of birth of a mother's child.",
    fix: 'Clear MC_DOB, or correct SEX.',
    columns: ['SEX', 'MC_DOB'],
    needs: ['Header'],
    example: { Header: ['SEX=F, MC_DOB=01/05/2026', 'SEX=M', '! SEX=M, MC_DOB=01/05/2026'] },
    run: ({ Header }) => ({ Header: where(Header, row => isMale(row.SEX) && isFilled(row, 'MC_DOB')) }),
  }),
  rule({
    code: '611',
    ground: carriedOut,
    says: 'The child is said to be a mother, and the date of birth of her child is blank.',
    fix: 'Enter MC_DOB, or correct MOTHER.',
    columns: ['MOTHER', 'MC_DOB'],
    needs: ['Header'],
    example: { Header: ['MOTHER=1, MC_DOB=01/05/2026', 'MOTHER=0', '! MOTHER=1'] },
    run: ({ Header }) => ({ Header: where(Header, row => row.MOTHER === '1' && !isFilled(row, 'MC_DOB')) }),
  }),
  rule({
    code: '612',
    ground: agreed,
    says: 'There is a date of birth of her child, and the girl is not said to be a mother.',
    fix: 'Enter 1 in MOTHER, or clear MC_DOB.',
    columns: ['SEX', 'MOTHER', 'MC_DOB'],
    needs: ['Header'],
    example: {
      Header: [
        'SEX=F, MOTHER=1, MC_DOB=01/05/2026',
        '! SEX=F, MOTHER=0, MC_DOB=01/05/2026',
        '! SEX=F, MC_DOB=01/05/2026',
        'SEX=M, MC_DOB=01/05/2026',
      ],
    },
    run: ({ Header }) => ({
      Header: where(
        Header,
        row => isFemale(row.SEX) && (row.MOTHER === null || row.MOTHER === '0') && isFilled(row, 'MC_DOB'),
      ),
    }),
  }),
  rule({
    code: '620',
    ground: byMessage(
      'The message gives no day: we take the first of the year, as the tool that councils use does.',
    ),
    says: 'The child is said to be a mother, and was under 11 when the year began.',
    fix: 'Correct MOTHER or DOB.',
    columns: ['DOB', 'MOTHER'],
    needs: ['Header'],
    example: {
      Header: ['DOB=01/04/2015, MOTHER=1', '! DOB=02/04/2015, MOTHER=1', 'DOB=02/04/2015, MOTHER=0'],
    },
    run: ({ Header, start }) => ({
      Header: where(Header, ({ DOB, MOTHER }) => MOTHER === '1' && isYounger(DOB, 11, start)),
    }),
  }),
  rule({
    code: '621',
    ground: carriedOut,
    says: 'The child of the mother was born no later than the mother herself.',
    fix: 'Correct MC_DOB or DOB.',
    columns: ['DOB', 'MC_DOB'],
    needs: ['Header'],
    example: {
      Header: [
        'DOB=01/05/2008, MC_DOB=01/05/2026',
        '! DOB=01/05/2008, MC_DOB=01/05/2008',
        '! DOB=01/05/2026, MC_DOB=01/05/2008',
        'DOB=01/05/2008',
      ],
    },
    run: ({ Header }) => ({
      Header: where(Header, ({ DOB, MC_DOB }) => DOB !== null && MC_DOB !== null && !isAfter(MC_DOB, DOB)),
    }),
  }),
  rule({
    code: '624',
    ground: carriedOut,
    says: "The date of birth of the mother's child differs from last year's return.",
    fix: 'Find out which is right, and correct MC_DOB here, or explain the change to DfE.',
    columns: ['MC_DOB'],
    needs: ['Header', 'Header_last'],
    example: {
      Header: ['CHILD=a, MC_DOB=01/05/2024', '! CHILD=b, MC_DOB=02/05/2024', 'CHILD=c, MC_DOB=02/05/2024'],
      Header_last: ['CHILD=a, MC_DOB=01/05/2024', 'CHILD=b, MC_DOB=01/05/2024', 'CHILD=c'],
    },
    run: ({ Header, Header_last }) => ({
      Header: where(Header, ({ CHILD, written }) => {
        const before = Header_last.first(CHILD)?.written.MC_DOB
        return before != null && before !== written.MC_DOB
      }),
    }),
  }),
  rule({
    code: '626',
    ground: carriedOut,
    says: "The girl became a mother since last year's return, and her child was born before the year began.",
    fix: 'Correct MC_DOB, or MOTHER in this return or the last.',
    columns: ['MOTHER', 'MC_DOB'],
    needs: ['Header', 'Header_last'],
    example: {
      Header: [
        'CHILD=a, MOTHER=1, MC_DOB=01/04/2026',
        '! CHILD=b, MOTHER=1, MC_DOB=31/03/2026',
        'CHILD=c, MOTHER=1, MC_DOB=31/03/2026',
        'CHILD=d, MOTHER=1, MC_DOB=31/03/2026',
      ],
      Header_last: ['CHILD=a, MOTHER=0', 'CHILD=b, MOTHER=0', 'CHILD=c, MOTHER=1', 'CHILD=d, MOTHER='],
    },
    run: ({ Header, Header_last, start }) => ({
      Header: where(Header, ({ CHILD, MOTHER, MC_DOB }) => {
        const before = Header_last.first(CHILD)
        return before?.MOTHER === '0' && MOTHER === '1' && isBefore(MC_DOB, start)
      }),
    }),
  }),
]
