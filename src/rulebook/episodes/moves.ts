/** Rules of why a placement changed (REASON_PLACE_CHANGE), which is said of the episode that ends. */

import { agreed, byMessage } from '../ground.ts'
import { inOrder, whereInOrder } from '../history.ts'
import { codes, isOneOf, isYounger, where } from '../questions.ts'
import { type Rule, from, rule } from '../rule.ts'
import { isTemporary } from './places.ts'

const moved = codes('P T B U')

export const moves: readonly Rule[] = [
  rule({
    code: '225',
    ground: byMessage(
      'It speaks of a change of placement; the tool that councils use looks only at episodes that end with X1.',
    ),
    says: 'The placement changed, and the reason for the change is missing.',
    fix: 'Enter REASON_PLACE_CHANGE on the episode that ended.',
    columns: ['REASON_PLACE_CHANGE', 'RNE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        '! CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, PLACE=U6',
        'CHILD=a, DECOM=01/06/2026, DEC=01/07/2026, RNE=P, PLACE=K2, REASON_PLACE_CHANGE=CREQB',
        'CHILD=a, DECOM=01/07/2026, DEC=01/08/2026, RNE=B, PLACE=U6',
        'CHILD=a, DECOM=01/08/2026, DEC=01/09/2026, RNE=L, PLACE=U6',
        'CHILD=a, DECOM=01/09/2026, RNE=P, PLACE=T1',
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: whereInOrder(
        Episodes,
        ({ episode, next }) =>
          next !== undefined &&
          episode.REASON_PLACE_CHANGE === null &&
          isOneOf(next.RNE, moved) &&
          !isTemporary(episode) &&
          !isTemporary(next),
      ),
    }),
  }),
  rule({
    code: '226',
    ground: agreed,
    says: 'There is a reason for a change of placement, though the child only went to or from a temporary one.',
    fix: 'Clear REASON_PLACE_CHANGE, or correct PLACE.',
    columns: ['REASON_PLACE_CHANGE', 'PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, PLACE=U6, REASON_PLACE_CHANGE=OTHER',
        '! CHILD=a, DECOM=01/06/2026, PLACE=T1',
        'CHILD=a, DECOM=08/06/2026, PLACE=U6',
        'CHILD=b, DECOM=01/05/2026, PLACE=U6',
        '! CHILD=b, DECOM=01/06/2026, PLACE=T1, REASON_PLACE_CHANGE=OTHER',
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: whereInOrder(
        Episodes,
        ({ episode, previous }) =>
          isTemporary(episode) &&
          (episode.REASON_PLACE_CHANGE !== null || previous?.REASON_PLACE_CHANGE != null),
      ),
    }),
  }),
  rule({
    code: '233',
    ground: byMessage('The tool that councils use fails on this rule, so that nobody shows what it finds.'),
    says: 'There is a reason for a change of placement, though the episode has not ended.',
    fix: 'Clear REASON_PLACE_CHANGE, or enter DEC and REC.',
    live: from(2026),
    columns: ['REASON_PLACE_CHANGE', 'DEC'],
    needs: ['Episodes'],
    note: 'In the tool that councils use this rule fails on every return, unseen.',
    example: {
      Episodes: [
        'DEC=01/06/2026, REASON_PLACE_CHANGE=OTHER',
        '! DEC=, REASON_PLACE_CHANGE=OTHER',
        'DEC=, REASON_PLACE_CHANGE=',
      ],
    },
    run: ({ Episodes }) => ({
      Episodes: where(Episodes, row => row.REASON_PLACE_CHANGE !== null && row.written.DEC === null),
    }),
  }),
  rule({
    code: '234',
    ground: agreed,
    says: 'The placement before changed for custody, though the child is under 10.',
    fix: 'Correct REASON_PLACE_CHANGE of the episode before, or DOB: nobody under 10 can be held for an offence.',
    live: from(2026),
    columns: ['REASON_PLACE_CHANGE', 'DECOM', 'DOB'],
    needs: ['Episodes', 'Header'],
    example: {
      Header: ['CHILD=a, DOB=01/06/2016', 'CHILD=b, DOB=02/06/2016'],
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REASON_PLACE_CHANGE=CUSTOD',
        'CHILD=a, DECOM=01/06/2026',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REASON_PLACE_CHANGE=CUSTOD',
        '! CHILD=b, DECOM=01/06/2026',
      ],
    },
    run: ({ Episodes, Header }) => ({
      Episodes: [...inOrder(Episodes)]
        .filter(
          ({ episode, previous }) =>
            previous?.REASON_PLACE_CHANGE === 'CUSTOD' &&
            isYounger(Header.first(episode.CHILD)?.DOB, 10, episode.DECOM),
        )
        .map(({ episode }) => episode.at),
    }),
  }),
]
