/** Rules of how one episode follows another: the day on which it begins, and the reason. */

import { byMessage, carriedOut } from '../ground.ts'
import { type Placed, whereInOrder } from '../history.ts'
import { codes, isFilled, isOneOf, isSameDay } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'

type Follows = Pick<Rule, 'code' | 'ground' | 'says' | 'fix' | 'columns' | 'example'> & {
  readonly asks: (placed: Placed) => boolean
}

const follows = ({ asks, ...words }: Follows): Rule =>
  rule({
    ...words,
    needs: ['Episodes'],
    run: ({ Episodes }) => ({ Episodes: whereInOrder(Episodes, asks) }),
  })

const beginnings: readonly Rule[] = [
  rule({
    code: '357',
    ground: byMessage(
      'It speaks of the first episode ever. Care that goes on has an episode from before in this year’s file.',
    ),
    says: 'The first episode of the child does not begin as a start of being looked after.',
    fix: 'Enter the episode before this one, or S in RNE.',
    columns: ['RNE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, RNE=S',
        '! CHILD=b, DECOM=01/05/2026, RNE=P',
        'CHILD=b, DECOM=01/06/2026, RNE=P',
        'CHILD=c, DECOM=31/03/2026, RNE=P',
      ],
    },
    run: ({ Episodes, start }) => ({
      Episodes: whereInOrder(
        Episodes,
        ({ episode, previous }) =>
          previous === undefined && episode.RNE !== 'S' && episode.DECOM !== null && episode.DECOM >= start,
      ),
    }),
  }),
  follows({
    code: '431',
    ground: byMessage('Episodes that overlap are the matter of rule 501.'),
    says: 'The child is said to start to be looked after on the day on which the episode before it ended.',
    fix: 'Correct RNE: care went on, so that this is a new episode of it.',
    columns: ['RNE', 'DECOM'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, RNE=S',
        '! CHILD=a, DECOM=01/06/2026, RNE=S',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, RNE=S',
        'CHILD=b, DECOM=02/06/2026, RNE=S',
      ],
    },
    asks: ({ episode, previous }) => episode.RNE === 'S' && isSameDay(previous?.DEC, episode.DECOM),
  }),
  follows({
    code: '432',
    ground: carriedOut,
    says: 'Care ended with the episode before, but this one does not begin as a start of being looked after.',
    fix: 'Enter S in RNE, or X1 in REC of the episode before.',
    columns: ['RNE', 'REC'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=E4A, RNE=S',
        '! CHILD=a, DECOM=01/06/2026, RNE=P',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=X1, RNE=S',
        'CHILD=b, DECOM=01/06/2026, RNE=P',
      ],
    },
    asks: ({ episode, previous }) => previous !== undefined && endsCare(previous) && episode.RNE !== 'S',
  }),
  follows({
    code: '433',
    ground: carriedOut,
    says: 'The episode goes on from the one before, but does not begin on the day on which that ended.',
    fix: 'Correct DECOM, or DEC of the episode before; enter S in RNE if care began anew.',
    columns: ['RNE', 'DECOM'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, RNE=S',
        '! CHILD=a, DECOM=02/06/2026, DEC=01/07/2026, RNE=P',
        'CHILD=a, DECOM=01/07/2026, RNE=L',
        'CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, RNE=S',
        'CHILD=b, DECOM=02/06/2026, RNE=S',
      ],
    },
    asks: ({ episode, previous }) =>
      isOneOf(episode.RNE, goingOn) &&
      previous?.DEC != null &&
      episode.DECOM !== null &&
      previous.DEC !== episode.DECOM,
  }),
]

const goingOn = codes('L P T B U')
const endsCare = ({ REC }: Episode): boolean => REC !== null && REC !== 'X1'

const endings: readonly Rule[] = [
  follows({
    code: '142',
    ground: carriedOut,
    says: 'Another episode has begun, but this one has no end.',
    fix: 'Enter DEC and REC.',
    columns: ['DEC', 'REC'],
    example: {
      Episodes: [
        '! CHILD=a, DECOM=01/05/2026',
        'CHILD=a, DECOM=01/06/2026, DEC=01/07/2026, REC=X1',
        'CHILD=a, DECOM=01/07/2026',
        '! CHILD=b, DECOM=01/05/2026, DEC=01/06/2026',
        'CHILD=b, DECOM=01/06/2026',
      ],
    },
    asks: ({ episode, next }) =>
      next !== undefined &&
      episode.DECOM !== null &&
      next.DECOM !== null &&
      !(isFilled(episode, 'DEC') && isFilled(episode, 'REC')),
  }),
  follows({
    code: '388',
    ground: carriedOut,
    says: 'The reason the episode ended does not agree with whether the next begins that day.',
    fix: 'Enter X1 in REC if another episode begins that day, and the reason care ended if none does.',
    columns: ['REC'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/05/2026, DEC=01/06/2026, REC=X1',
        '! CHILD=a, DECOM=01/06/2026, DEC=01/07/2026, REC=E4A',
        'CHILD=a, DECOM=01/07/2026, DEC=01/08/2026, REC=E4A',
        '! CHILD=b, DECOM=01/05/2026, DEC=01/06/2026, REC=X1',
        '! CHILD=b, DECOM=02/06/2026, DEC=01/07/2026, REC=X1',
      ],
    },
    asks: ({ episode, next }) =>
      episode.DEC !== null &&
      episode.REC !== null &&
      (episode.REC === 'X1') !== isSameDay(next?.DECOM, episode.DEC),
  }),
]

export const following: readonly Rule[] = [...beginnings, ...endings]
