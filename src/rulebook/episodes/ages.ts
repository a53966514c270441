/** Rules of how old a child is when care begins and ends, and in which placements. */

import { later } from '#shared/days'
import { historiesOf } from '../history.ts'
import {
  type Codes,
  codes,
  codesOf,
  isAged,
  isBefore,
  isOneOf,
  isYounger,
  positions,
  where,
} from '../questions.ts'
import type { Episode, Header } from '../row.ts'
import { type Rule, rule, until } from '../rule.ts'
import type { Table } from '../table.ts'

type Asks = (episode: Episode, child: Header) => boolean

/** Episodes of which it holds, and the Headers of their children. */
export function withHeaders(episodes: Iterable<Episode>, headers: Table<'Header'>, asks: Asks) {
  const found: { episode: Episode; child: Header }[] = []
  for (const episode of episodes) {
    const child = headers.first(episode.CHILD)
    if (child && asks(episode, child)) found.push({ episode, child })
  }
  return {
    Episodes: positions(found.map(({ episode }) => episode)),
    Header: positions(found.map(({ child }) => child)),
  }
}

const beginnings: readonly Rule[] = [
  rule({
    code: '302',
    says: 'The first episode begins before the child was born.',
    fix: 'Correct DOB or DECOM.',
    columns: ['DECOM', 'DOB'],
    needs: ['Episodes', 'Header'],
    example: {
      Header: ['CHILD=a, DOB=01/05/2026', '! CHILD=b, DOB=02/05/2026'],
      Episodes: ['CHILD=a, DECOM=01/05/2026', '! CHILD=b, DECOM=01/05/2026'],
    },
    run: ({ Episodes, Header }) =>
      withHeaders(
        [...historiesOf(Episodes).values()].map(history => history[0]!),
        Header,
        ({ DECOM }, { DOB }) => isBefore(DECOM, DOB),
      ),
  }),
  rule({
    code: '352',
    says: 'The child started to be looked after at 18 or over.',
    fix: 'Correct DOB, DECOM or RNE.',
    columns: ['RNE', 'DECOM', 'DOB'],
    needs: ['Episodes', 'Header'],
    example: {
      Header: ['CHILD=a, DOB=02/05/2008', '! CHILD=b, DOB=01/05/2008', 'CHILD=c, DOB=01/05/2008'],
      Episodes: [
        'CHILD=a, RNE=S, DECOM=01/05/2026',
        '! CHILD=b, RNE=S, DECOM=01/05/2026',
        'CHILD=c, RNE=P, DECOM=01/05/2026',
      ],
    },
    run: ({ Episodes, Header }) =>
      withHeaders(Episodes.rows, Header, ({ RNE, DECOM }, { DOB }) => RNE === 'S' && isAged(DOB, 18, DECOM)),
  }),
  rule({
    code: '358',
    says: 'The child is under 10, and has a legal status of youth justice (J1, J2 or J3).',
    fix: 'Correct LS, DOB or DECOM: nobody under 10 can be guilty of an offence.',
    source: 'Children and Young Persons Act 1933 s.50; DfE, SSDA903 validation rule 358',
    columns: ['LS', 'DECOM', 'DOB'],
    needs: ['Episodes', 'Header'],
    example: {
      Header: ['CHILD=a, DOB=01/05/2016', '! CHILD=b, DOB=02/05/2016', 'CHILD=c, DOB=02/05/2016'],
      Episodes: [
        'CHILD=a, LS=J1, DECOM=01/05/2026',
        '! CHILD=b, LS=J1, DECOM=01/05/2026',
        'CHILD=c, LS=C2, DECOM=01/05/2026',
      ],
    },
    run: ({ Episodes, Header }) =>
      withHeaders(
        Episodes.rows,
        Header,
        ({ LS, DECOM }, { DOB }) => isOneOf(LS, justice) && isYounger(DOB, 10, DECOM),
      ),
  }),
  rule({
    code: '359',
    says: 'The child turned 18 before the end of the year, and the episode has not ended.',
    fix: 'Enter DEC and REC: nobody is looked after past 18, but for V2 in a community home (K2).',
    columns: ['DEC', 'DOB', 'LS', 'PLACE'],
    needs: ['Episodes', 'Header'],
    example: {
      Header: ['! CHILD=a, DOB=30/03/2009', 'CHILD=b, DOB=30/03/2009', 'CHILD=c, DOB=31/03/2009'],
      Episodes: ['! CHILD=a, LS=C2, PLACE=K2', 'CHILD=b, LS=V2, PLACE=K2', 'CHILD=c, LS=C2, PLACE=U6'],
    },
    run: ({ Episodes, Header, end }) =>
      withHeaders(
        Episodes.rows,
        Header,
        ({ LS, PLACE, written }, { DOB }) =>
          written.DEC === null && !(LS === 'V2' && PLACE === 'K2') && isAged(DOB, 18, later(end, -1)),
      ),
  }),
]

const justice = codes('J1 J2 J3')

type Place = Pick<Rule, 'code' | 'says' | 'fix'> & {
  readonly age: number
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
      const live = codesOf('PLACE', year)
      return {
        Episodes: where(
          Episodes,
          ({ CHILD, PLACE, DECOM }) =>
            isOneOf(PLACE, types) && isOneOf(PLACE, live) && isYounger(Header.first(CHILD)?.DOB, age, DECOM),
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

const places: readonly Rule[] = [
  oldEnough({
    code: '370',
    age: 16,
    types: codes('P2'),
    live: until(2024),
    says: 'The child is under 16, and is said to live independently (P2).',
    fix: 'Correct PLACE, DOB or DECOM.',
    example: {
      Header: ['CHILD=a, DOB=01/05/2007', 'CHILD=b, DOB=02/05/2007'],
      Episodes: ['CHILD=a, PLACE=P2, DECOM=01/05/2023', '! CHILD=b, PLACE=P2, DECOM=01/05/2023'],
    },
  }),
  oldEnough({
    code: '371',
    age: 16,
    types: codes('H5 K3'),
    says: 'The child is under 16, and is in supported accommodation.',
    fix: 'Correct PLACE, DOB or DECOM: supported accommodation is for those of 16 and 17.',
    example: in2026('K3', '01/05/2010', '02/05/2010'),
  }),
  oldEnough({
    code: '372',
    age: 10,
    types: codes('R5'),
    says: 'The child is under 10, and is in a young offender institution (R5).',
    fix: 'Correct PLACE, DOB or DECOM.',
    example: in2026('R5', '01/05/2016', '02/05/2016'),
  }),
  oldEnough({
    code: '373',
    age: 4,
    types: codes('S1'),
    says: 'The child is under 4, and is in a residential school (S1).',
    fix: 'Correct PLACE, DOB or DECOM.',
    example: in2026('S1', '01/05/2022', '02/05/2022'),
  }),
  oldEnough({
    code: '374',
    age: 14,
    types: codes('P3'),
    says: 'The child is under 14, and is in residential employment (P3).',
    fix: 'Correct PLACE, DOB or DECOM.',
    example: in2026('P3', '01/05/2012', '02/05/2012'),
  }),
]

export const ages: readonly Rule[] = [...beginnings, ...places]
