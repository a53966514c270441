/** Rules of what a new episode changes: the reason (RNE) and the rest of the row must agree. */

import { byMessage, carriedOut } from '../ground.ts'
import { type History, historiesOf, whereInOrder } from '../history.ts'
import { codes, isOneOf, positions } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import { isSamePlacement } from './places.ts'

type Change = Pick<Rule, 'code' | 'ground' | 'says' | 'fix' | 'example'> & {
  readonly reasons: string
  readonly newStatus: boolean
  readonly newPlacement: boolean
}

const columns = ['RNE', 'LS', 'PLACE', 'PLACE_PROVIDER', 'PL_POST', 'URN']

const agrees = ({ reasons, newStatus, newPlacement, ...words }: Change): Rule => {
  const list = codes(reasons)
  return rule({
    ...words,
    columns,
    needs: ['Episodes'],
    run: ({ Episodes }) => ({
      Episodes: whereInOrder(
        Episodes,
        ({ episode, previous }) =>
          previous !== undefined &&
          isOneOf(episode.RNE, list) &&
          ((episode.LS !== previous.LS) !== newStatus || isSamePlacement(episode, previous) === newPlacement),
      ),
    }),
  })
}

const before = 'DECOM=01/05/2026, DEC=01/06/2026, RNE=S, LS=C1, PLACE=U6'

const reasons: readonly Rule[] = [
  agrees({
    code: '434',
    ground: carriedOut,
    reasons: 'L',
    newStatus: true,
    newPlacement: false,
    says: 'Only the legal status is said to change, but it did not, or something of the placement did.',
    fix: 'Correct RNE, LS, or what is said of the placement.',
    example: {
      Episodes: [
        `CHILD=a, ${before}`,
        'CHILD=a, DECOM=01/06/2026, RNE=L, LS=C2, PLACE=U6',
        `CHILD=b, ${before}`,
        '! CHILD=b, DECOM=01/06/2026, RNE=L, LS=C1, PLACE=U6',
        `CHILD=c, ${before}`,
        '! CHILD=c, DECOM=01/06/2026, RNE=L, LS=C2, PLACE=K2',
      ],
    },
  }),
  agrees({
    code: '435',
    ground: carriedOut,
    reasons: 'P T',
    newStatus: false,
    newPlacement: true,
    says: 'Only the placement is said to change, but nothing of it did, or the legal status did.',
    fix: 'Correct RNE, LS, or what is said of the placement.',
    example: {
      Episodes: [
        `CHILD=a, ${before}`,
        'CHILD=a, DECOM=01/06/2026, RNE=P, LS=C1, PLACE=K2',
        `CHILD=b, ${before}`,
        '! CHILD=b, DECOM=01/06/2026, RNE=T, LS=C1, PLACE=U6',
        `CHILD=c, ${before}`,
        '! CHILD=c, DECOM=01/06/2026, RNE=P, LS=C2, PLACE=K2',
      ],
    },
  }),
  agrees({
    code: '436',
    ground: carriedOut,
    reasons: 'B U',
    newStatus: true,
    newPlacement: true,
    says: 'Both the legal status and the placement are said to change, but one of them did not.',
    fix: 'Correct RNE, LS, or what is said of the placement.',
    example: {
      Episodes: [
        `CHILD=a, ${before}`,
        'CHILD=a, DECOM=01/06/2026, RNE=B, LS=C2, PLACE=K2',
        `CHILD=b, ${before}`,
        '! CHILD=b, DECOM=01/06/2026, RNE=U, LS=C2, PLACE=U6',
        `CHILD=c, ${before}`,
        '! CHILD=c, DECOM=01/06/2026, RNE=B, LS=C1, PLACE=K2',
      ],
    },
  }),
]

const need: Rule = rule({
  code: '504',
  ground: byMessage(
    'It speaks of the start of the period; the tool that councils use looks at the episode before.',
  ),
  says: 'The category of need differs from the one with which this period of care began.',
  fix: 'Enter the same CIN in every episode of the period.',
  columns: ['CIN'],
  needs: ['Episodes'],
  example: {
    Episodes: [
      'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, RNE=S, CIN=N1',
      '! CHILD=a, DECOM=01/06/2026, DEC=01/07/2026, RNE=P, CIN=N5',
      'CHILD=a, DECOM=01/08/2026, RNE=S, CIN=N5',
    ],
  },
  run: ({ Episodes }) => ({
    Episodes: positions([...historiesOf(Episodes).values()].flatMap(changesOfNeed)),
  }),
})

/** A period of care begins with S, or with the first episode of the file. */
function changesOfNeed(history: History): Episode[] {
  let first: string | null = null
  return history.filter(({ RNE, CIN }, at) => {
    if (at === 0 || RNE === 'S') first = CIN
    first ??= CIN
    return CIN !== null && CIN !== first
  })
}

export const changes: readonly Rule[] = [...reasons, need]
