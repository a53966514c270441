/** Rules of why care ended, by how old the child was. */

import { agreed, carriedOut } from '../ground.ts'
import { type Codes, codes, isAged, isOneOf, isYounger, where } from '../questions.ts'
import { type Rule, rule } from '../rule.ts'
import { withHeaders } from './ages.ts'

type Exit = Pick<Rule, 'code' | 'ground' | 'says' | 'fix'> & {
  readonly age: number
  readonly reasons: string
}

const tooYoung = ({ age, reasons, ...words }: Exit): Rule => {
  const list: Codes = codes(reasons)
  const reason = reasons.split(' ')[0]
  return rule({
    ...words,
    columns: ['REC', 'DEC'],
    needs: ['Episodes', 'Header'],
    example: {
      Header: [
        `CHILD=a, DOB=01/05/${2026 - age}`,
        `CHILD=b, DOB=02/05/${2026 - age}`,
        `CHILD=c, DOB=02/05/${2026 - age}`,
      ],
      Episodes: [
        `CHILD=a, DEC=01/05/2026, REC=${reason}`,
        `! CHILD=b, DEC=01/05/2026, REC=${reason}`,
        'CHILD=c, DEC=01/05/2026, REC=E4A',
      ],
    },
    run: ({ Episodes, Header }) => ({
      Episodes: where(
        Episodes,
        ({ CHILD, REC, DEC }) => isOneOf(REC, list) && isYounger(Header.first(CHILD)?.DOB, age, DEC),
      ),
    }),
  })
}

const tooOld = ({ age, reasons, ...words }: Exit): Rule => {
  const list: Codes = codes(reasons)
  const reason = reasons.split(' ')[0]
  return rule({
    ...words,
    columns: ['REC', 'DEC', 'DOB'],
    needs: ['Episodes', 'Header'],
    example: {
      Header: [
        `CHILD=a, DOB=02/05/${2026 - age}`,
        `! CHILD=b, DOB=01/05/${2026 - age}`,
        `CHILD=c, DOB=01/05/${2026 - age}`,
      ],
      Episodes: [
        `CHILD=a, DEC=01/05/2026, REC=${reason}`,
        `! CHILD=b, DEC=01/05/2026, REC=${reason}`,
        'CHILD=c, DEC=01/05/2026, REC=E8',
      ],
    },
    run: ({ Episodes, Header }) =>
      withHeaders(
        Episodes.rows,
        Header,
        ({ REC, DEC }, { DOB }) => isOneOf(REC, list) && isAged(DOB, age, DEC),
      ),
  })
}

export const exits: readonly Rule[] = [
  tooOld({
    code: '386',
    ground: carriedOut,
    age: 18,
    reasons: 'E11 E12',
    says: 'The child is said to be adopted at 18 or over.',
    fix: 'Correct REC, DEC or DOB.',
  }),
  tooYoung({
    code: '387',
    ground: carriedOut,
    age: 14,
    reasons: 'E5 E6',
    says: 'The child is said to have moved to independent living under the age of 14.',
    fix: 'Correct REC, DEC or DOB.',
  }),
  tooYoung({
    code: '389',
    ground: carriedOut,
    age: 16,
    reasons: 'E7',
    says: 'The child is said to have moved to residential care for adults under the age of 16.',
    fix: 'Correct REC, DEC or DOB.',
  }),
  tooOld({
    code: '407',
    ground: agreed,
    age: 18,
    reasons: 'E45 E46 E47 E48',
    says: 'Special guardianship is said to begin at 18 or over.',
    fix: 'Correct REC, DEC or DOB: the order can only be made for a child.',
  }),
  tooYoung({
    code: '460',
    ground: carriedOut,
    age: 18,
    reasons: 'E17',
    says: 'The child is said to have stayed put with the carers as an adult, under the age of 18.',
    fix: 'Correct REC, DEC or DOB.',
  }),
]
