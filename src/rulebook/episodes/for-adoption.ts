/** Rules of placements for adoption, and of what must go before and come after them. */

import { agreed, byMessage, carriedOut } from '../ground.ts'
import { dayOf } from '#shared/days'
import { historyOf, whereInOrder } from '../history.ts'
import { codes, isOneOf, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import { adoptive, foster } from './places.ts'

const sameCarer = codes('A3 A5')
const byOrder = codes('A5 A6')
const adopted = codes('E11 E12')
const toFormerCarer = codes('E45 E46')
const carerStays = codes('S T U')
/** The return asks for it of episodes that begin from here on. */
const askedSince = dayOf(2015, 4, 1)!

const isFamilyPlace = ({ PLACE }: Episode): boolean => isOneOf(PLACE, foster) || isOneOf(PLACE, adoptive)

export const forAdoption: readonly Rule[] = [
  rule({
    code: '217',
    ground: agreed,
    says: 'The child is placed for adoption with the present foster carer, but the carer is said to change.',
    fix: 'Enter S, T or U in RNE, or correct PLACE.',
    columns: ['PLACE', 'RNE', 'DECOM'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'PLACE=A3, DECOM=01/05/2026, RNE=T',
        '! PLACE=A5, DECOM=01/05/2026, RNE=P',
        'PLACE=A5, DECOM=31/03/2015, RNE=P',
        'PLACE=A6, DECOM=01/05/2026, RNE=P',
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: where(
        Episodes,
        ({ PLACE, DECOM, RNE }) =>
          isOneOf(PLACE, sameCarer) && DECOM !== null && DECOM >= askedSince && !isOneOf(RNE, carerStays),
      ),
    }),
  }),
  rule({
    code: '336',
    ground: agreed,
    says: 'The child is placed for adoption with the present foster carer, but was not fostered just before.',
    fix: 'Correct PLACE of this episode or of the one before it.',
    columns: ['PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, PLACE=U6',
        'CHILD=a, DECOM=01/06/2026, PLACE=A3',
        'CHILD=b, DECOM=01/05/2026, PLACE=K2',
        '! CHILD=b, DECOM=01/06/2026, PLACE=A5',
        'CHILD=c, DECOM=01/05/2026, PLACE=A5',
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: whereInOrder(
        Episodes,
        ({ episode, previous }) =>
          isOneOf(episode.PLACE, sameCarer) && previous !== undefined && !isFamilyPlace(previous),
      ),
    }),
  }),
  rule({
    code: '390',
    ground: agreed,
    says: 'The child is said to be adopted, but was not placed for adoption.',
    fix: 'Correct REC, or PLACE of this episode.',
    columns: ['REC', 'PLACE'],
    needs: ['Episodes'],
    example: { Episodes: ['REC=E11, PLACE=A4', '! REC=E12, PLACE=U6', 'REC=X1, PLACE=U6'] },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, ({ REC, PLACE }) => isOneOf(REC, adopted) && !isOneOf(PLACE, adoptive)),
    }),
  }),
  rule({
    code: '408',
    ground: agreed,
    says: 'The child is placed for adoption under a placement order (A5 or A6), but the legal status is another.',
    fix: 'Enter E1 in LS, or A3 or A4 in PLACE if the parents consented.',
    columns: ['PLACE', 'LS'],
    needs: ['Episodes'],
    example: { Episodes: ['PLACE=A6, LS=E1', '! PLACE=A6, LS=C2', '! PLACE=A5, LS=', 'PLACE=A3, LS=C2'] },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, ({ PLACE, LS }) => isOneOf(PLACE, byOrder) && LS !== 'E1'),
    }),
  }),
  rule({
    code: '516',
    ground: byMessage('It speaks of the year; the tool that councils use looks at the last episode alone.'),
    says: 'The former foster carer is made special guardian, but the child was not fostered in the year.',
    fix: 'Enter E47 or E48 in REC, or correct PLACE.',
    columns: ['REC', 'PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, PLACE=U3, REC=X1',
        'CHILD=a, DECOM=01/06/2026, PLACE=P1, REC=E45',
        '! CHILD=b, DECOM=01/05/2026, PLACE=K2, REC=E46',
        'CHILD=c, DECOM=01/05/2026, PLACE=K2, REC=E47',
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: where(
        Episodes,
        ({ CHILD, PLACE, REC }) =>
          isOneOf(REC, toFormerCarer) &&
          !isOneOf(PLACE, foster) &&
          !historyOf(Episodes, CHILD).some(each => isOneOf(each.PLACE, foster)),
      ),
    }),
  }),
  rule({
    code: '378',
    ground: carriedOut,
    says: 'The child is placed with parents, though accommodated by agreement (V2).',
    fix: 'Correct PLACE or LS: a child at home is not accommodated under section 20.',
    columns: ['PLACE', 'LS'],
    needs: ['Episodes'],
    example: { Episodes: ['PLACE=P1, LS=C2', '! PLACE=P1, LS=V2', 'PLACE=U6, LS=V2'] },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, ({ PLACE, LS }) => PLACE === 'P1' && LS === 'V2'),
    }),
  }),
]
