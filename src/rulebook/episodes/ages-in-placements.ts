/** Rules of how old a child must be for a placement of a type. */

import { byMessage } from '../ground.ts'
import { type Codes, codes, codesOf, isOneOf, isYounger, where } from '../questions.ts'
import { type Rule, rule, until } from '../rule.ts'

type Place = Pick<Rule, 'code' | 'ground' | 'says' | 'fix'> & {
  readonly age: (year: number) => number
  readonly types: Codes
  readonly live?: Rule['live']
  readonly example: Rule['example']
}

/** Types that are codes of the year; the child's age is taken on the day the episode begins. */
const oldEnough = ({ age, types, ...words }: Place): Rule =>
  rule({
    ...words,
    columns: ['PLACE', 'DECOM'],
    needs: ['Episodes', 'Header'],
    run: ({ Episodes, Header, year }) => {
      const [live, least] = [codesOf('PLACE', year), age(year)]
      return {
        Episodes: where(
          Episodes,
          ({ CHILD, PLACE, DECOM }) =>
            isOneOf(PLACE, types) &&
            isOneOf(PLACE, live) &&
            isYounger(Header.first(CHILD)?.DOB, least, DECOM),
        ),
      }
    },
  })

const in2026 = (place: string, born: string, tooLate: string) => ({
  Header: [`CHILD=a, DOB=${born}`, `CHILD=b, DOB=${tooLate}`, `CHILD=c, DOB=${tooLate}`],
  Episodes: [
    `CHILD=a, PLACE=${place}, DECOM=01/05/2026`,
    `! CHILD=b, PLACE=${place}, DECOM=01/05/2026`,
    'CHILD=c, PLACE=U6, DECOM=01/05/2026',
  ],
})

export const agesInPlacements: readonly Rule[] = [
  oldEnough({
    code: '370',
    ground: byMessage('It says 15 in 2022-23 and 16 in 2023-24.', 'sure'),
    age: year => (year < 2024 ? 15 : 16),
    types: codes('P2'),
    live: until(2024),
    says: 'The child is under 16 (under 15 in 2022-23), and is said to live independently (P2).',
    fix: 'Correct PLACE, DOB or DECOM.',
    example: {
      Header: ['CHILD=a, DOB=01/05/2007', 'CHILD=b, DOB=02/05/2007'],
      Episodes: ['CHILD=a, PLACE=P2, DECOM=01/05/2023', '! CHILD=b, PLACE=P2, DECOM=01/05/2023'],
    },
  }),
  oldEnough({
    code: '371',
    ground: byMessage(
      'It says 14 in 2022-23 and 16 since. The codings name H5 until 2023-24 and K3 since.',
      'sure',
    ),
    age: year => (year < 2024 ? 14 : 16),
    types: codes('H5 K3'),
    says: 'The child is under 16 (under 14 in 2022-23), and is in supported accommodation.',
    fix: 'Correct PLACE, DOB or DECOM: supported accommodation is for those of 16 and 17.',
    example: in2026('K3', '01/05/2010', '02/05/2010'),
  }),
  oldEnough({
    code: '372',
    ground: byMessage(
      'The tool that councils use leaves out episodes that have not ended; the message does not.',
    ),
    age: () => 10,
    types: codes('R5'),
    says: 'The child is under 10, and is in a young offender institution (R5).',
    fix: 'Correct PLACE, DOB or DECOM.',
    example: in2026('R5', '01/05/2016', '02/05/2016'),
  }),
  oldEnough({
    code: '373',
    ground: byMessage(
      'The tool that councils use leaves out episodes that have not ended; the message does not.',
    ),
    age: () => 4,
    types: codes('S1'),
    says: 'The child is under 4, and is in a residential school (S1).',
    fix: 'Correct PLACE, DOB or DECOM.',
    example: in2026('S1', '01/05/2022', '02/05/2022'),
  }),
  oldEnough({
    code: '374',
    ground: byMessage(
      'The tool that councils use leaves out episodes that have not ended; the message does not.',
    ),
    age: () => 14,
    types: codes('P3'),
    says: 'The child is under 14, and is in residential employment (P3).',
    fix: 'Correct PLACE, DOB or DECOM.',
    example: in2026('P3', '01/05/2012', '02/05/2012'),
  }),
]
