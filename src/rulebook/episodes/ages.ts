/** Rules of how old a child is when care begins, and whether it goes on past 18. */

import { agreed, byMessage, carriedOut } from '../ground.ts'
import { later } from '#shared/days'
import { historiesOf } from '../history.ts'
import { codes, isAged, isBefore, isOneOf, isYounger, positions } from '../questions.ts'
import type { Episode, Header } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
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

export const ages: readonly Rule[] = [
  rule({
    code: '302',
    ground: carriedOut,
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
    ground: carriedOut,
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
    ground: agreed,
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
    ground: byMessage(
      'It speaks of the time after the 18th birthday: one on the last day of the year is not flagged.',
    ),
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
