/** Rules of the Header about ages, and unaccompanied children. */

import { byMessage, carriedOut } from '../ground.ts'
import { isAfter, isOver, isYounger, where } from '../questions.ts'
import { type Rule, from, rule } from '../rule.ts'

export const ages: readonly Rule[] = [
  rule({
    code: '105',
    ground: carriedOut,
    says: 'Whether the child is an unaccompanied asylum seeker is answered with neither 0 nor 1.',
    fix: 'Enter 1 in UASC if so, or 0. In CSV files it follows from the UASC file.',
    columns: ['UASC'],
    needs: ['Header'],
    scope: 'return',
    example: { Header: ['UASC=0', 'UASC=1', '! UASC=2', '! UASC='] },
    // In files that have no such item at all there is nothing to ask.
    run: ({ Header }) => ({
      Header: Header.rows.some(({ UASC }) => UASC !== null)
        ? where(Header, ({ UASC }) => UASC !== '0' && UASC !== '1')
        : [],
    }),
  }),
  rule({
    code: '231',
    ground: byMessage(
      'The tool that councils use skips this rule on every real file, so that nobody shows what it finds.',
    ),
    says: 'An unaccompanied asylum-seeking child is under 11 at the end of the year.',
    fix: 'Check DOB, and whether the child is unaccompanied; if it is so, say so to DfE.',
    severity: 'query',
    live: from(2025),
    note:
      'The tool that councils use reads a column that no file has and skips this rule on every real file. ' +
      'We read whether the child is in the UASC file.',
    columns: ['DOB', 'UASC'],
    needs: ['Header'],
    example: {
      Header: ['DOB=31/03/2016, UASC=1', '! DOB=01/04/2016, UASC=1', 'DOB=01/04/2016, UASC=0'],
    },
    run: ({ Header, end }) => ({
      Header: where(Header, ({ DOB, UASC }) => UASC === '1' && isYounger(DOB, 11, end)),
    }),
  }),
  rule({
    code: '301',
    ground: carriedOut,
    says: 'The child was born after the year of the return ended.',
    fix: 'Correct DOB.',
    columns: ['DOB'],
    needs: ['Header'],
    example: { Header: ['DOB=31/03/2027', '! DOB=01/04/2027', 'DOB='] },
    run: ({ Header, end }) => ({ Header: where(Header, ({ DOB }) => isAfter(DOB, end)) }),
  }),
  rule({
    code: '351',
    ground: byMessage(
      'We take “over 25” as the tool that councils use takes an age: the 25th birthday was before the year began.',
    ),
    says: 'The person had turned 25 before the year began.',
    fix: 'Correct DOB, or leave the person out of the return.',
    columns: ['DOB'],
    needs: ['Header'],
    example: { Header: ['DOB=01/04/2001', '! DOB=31/03/2001', 'DOB='] },
    run: ({ Header, start }) => ({ Header: where(Header, ({ DOB }) => isOver(DOB, 25, start)) }),
  }),
]
