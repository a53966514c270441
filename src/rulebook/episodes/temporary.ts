/** Rules of temporary placements (T0 to T4): a short absence, after which the child goes back. */

import { byCoding, byMessage, carriedOut } from '../ground.ts'
import { type History, historiesOf, lifeOf, whereInOrder } from '../history.ts'
import { positions, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import { isTemporary, plain } from './places.ts'

const isEndOfCare = (episode: Episode): boolean => episode.REC !== null && episode.REC !== 'X1'

const edges: readonly Rule[] = [
  rule({
    code: '380',
    ground: byMessage(
      'The tool that councils use also flags new episodes of a stay that had begun; the message speaks of starts.',
    ),
    says: 'A period of care begins in a temporary placement.',
    fix: 'Enter where the child was to live in PLACE, or correct RNE.',
    columns: ['RNE', 'PLACE'],
    needs: ['Episodes'],
    example: { Episodes: ['RNE=S, PLACE=U6', '! RNE=S, PLACE=T4', 'RNE=P, PLACE=T4'] },
    run: ({ Episodes }) => ({ Episodes: where(Episodes, row => row.RNE === 'S' && isTemporary(row)) }),
  }),
  rule({
    code: '381',
    ground: carriedOut,
    says: 'A period of care ends from a temporary placement.',
    fix: 'Enter where the child lived in PLACE, or correct REC.',
    columns: ['REC', 'PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: ['REC=X1, PLACE=T1', '! REC=E4A, PLACE=T1', 'REC=E4A, PLACE=U6', 'REC=, PLACE=T1'],
    },
    run: ({ Episodes }) => ({ Episodes: where(Episodes, row => isEndOfCare(row) && isTemporary(row)) }),
  }),
  rule({
    code: '377',
    ground: byMessage(
      'It speaks of any 12 months; we count the year of the return, as the tool that councils use does.',
    ),
    says: 'The child has more than two temporary stays while the carers are on holiday (T3) in the year.',
    fix: 'Correct PLACE of one of them: only two are allowed in a year.',
    columns: ['PLACE'],
    needs: ['Episodes'],
    example: {
      Episodes: [
        '! CHILD=a, PLACE=T3, DECOM=01/05/2026, DEC=08/05/2026',
        '! CHILD=a, PLACE=T3, DECOM=01/08/2026, DEC=08/08/2026',
        '! CHILD=a, PLACE=T3, DECOM=01/12/2026, DEC=08/12/2026',
        'CHILD=b, PLACE=T3, DECOM=01/05/2026, DEC=08/05/2026',
        'CHILD=b, PLACE=T3, DECOM=01/08/2026, DEC=08/08/2026',
        'CHILD=b, PLACE=T2, DECOM=01/12/2026, DEC=08/12/2026',
      ],
    },
    run: ({ Episodes }) => {
      const holidays = [...historiesOf(Episodes).values()].map(history => history.filter(isHoliday))
      return { Episodes: positions(holidays.filter(all => all.filter(isNewStay).length > 2).flat()) }
    },
  }),
]

const isHoliday = ({ PLACE }: Episode): boolean => PLACE === 'T3'

/** A new legal status within a stay does not make it two. */
const isNewStay = (episode: Episode, at: number, all: History): boolean =>
  !(episode.RNE === 'L' && at > 0 && all[at - 1]!.DEC !== null && all[at - 1]!.DEC === episode.DECOM)

const returning: Rule = rule({
  code: '383',
  ground: byCoding(
    'The placement before may stand in last year’s return; the tool that councils use looks at this year alone.',
  ),
  says: 'After a temporary placement the child does not go back to the placement before it.',
  fix: 'Correct PLACE, PL_POST or RNE (P); if the child moved on, the stay was not temporary.',
  columns: ['PLACE', 'PL_POST', 'RNE'],
  needs: ['Episodes'],
  reaches: ['Episodes_last'],
  example: {
    Episodes: [
      'CHILD=a, DECOM=01/05/2026, PLACE=U6, PL_POST=ST15 9AB, RNE=S',
      'CHILD=a, DECOM=01/06/2026, PLACE=T1, PL_POST=ST4 6QG, RNE=P',
      'CHILD=a, DECOM=08/06/2026, PLACE=U6, PL_POST=ST15 9AB, RNE=P',
      'CHILD=b, DECOM=01/05/2026, PLACE=U6, PL_POST=ST15 9AB, RNE=S',
      'CHILD=b, DECOM=01/06/2026, PLACE=T1, PL_POST=ST4 6QG, RNE=P',
      '! CHILD=b, DECOM=08/06/2026, PLACE=K2, PL_POST=ST15 9AB, RNE=P',
    ],
  },
  run: given => ({
    Episodes: whereInOrder(given.Episodes, ({ episode, previous }) => {
      if (!previous || !isTemporary(previous) || isTemporary(episode) || isEndOfCare(previous)) return false
      if (episode.RNE !== 'P') return true
      const before = placementBefore(previous, lifeOf(given, episode.CHILD))
      return before !== undefined && !isBackIn(before, episode, given.year)
    }),
  }),
})

/** Where the child lived before an absence, which may have been cut in several, or have begun last year. */
const placementBefore = (absence: Episode, history: History): Episode | undefined =>
  history.slice(0, history.indexOf(absence)).findLast(each => !isTemporary(each))

/** Since 2025-26 the postcode must be the same too. */
const isBackIn = (before: Episode, after: Episode, year: number): boolean =>
  before.PLACE === after.PLACE && (year < 2026 || plain(before.PL_POST) === plain(after.PL_POST))

export const temporaryPlacements: readonly Rule[] = [...edges, returning]
