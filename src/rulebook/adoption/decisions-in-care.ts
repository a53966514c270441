/** Rules of the decisions to place a child to be adopted beside the child's time in care. */

import { agreed, byCoding } from '../ground.ts'
import { type History, historyOf, isRespite, lifeOf } from '../history.ts'
import { isAfter, isBefore, positions } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import { type Decision, disagreeing, ofThisYear } from './adoption.ts'

const columns = ['DATE_PLACED', 'DATE_PLACED_CEASED'] as const

/** The latest episode of those that do not end in another, where it has ended. */
function endOfCare(history: History): Episode | undefined {
  const last = history.findLast(({ DECOM, REC }) => DECOM !== null && REC !== 'X1')
  return last && last.DEC !== null ? last : undefined
}

export const decisionsInCare: readonly Rule[] = [
  rule({
    code: '117',
    ground: byCoding(
      'The message speaks of leaving care; the coding takes the latest episode of which REC is not X1.',
    ),
    says: 'A decision about adoption is dated after the year ended, or after the child left care.',
    fix: 'Correct DATE_PLACED or DATE_PLACED_CEASED, or DEC of the last episode.',
    columns: [...columns, 'DEC', 'REC'],
    needs: ['Episodes', 'PlacedAdoption'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=10/06/2024, DEC=10/06/2026, REC=E11',
        '! CHILD=b, DECOM=10/06/2024, DEC=10/06/2026, REC=E4A',
        'CHILD=c, DECOM=10/06/2024',
      ],
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=10/06/2026',
        '! CHILD=b, DATE_PLACED=10/05/2026, DATE_PLACED_CEASED=11/06/2026',
        '! CHILD=c, DATE_PLACED=01/04/2027',
      ],
    },
    run: ({ Episodes, PlacedAdoption, end }) => {
      const later = (row: Decision, day: Episode['DEC']) =>
        isAfter(row.DATE_PLACED, day) || isAfter(row.DATE_PLACED_CEASED, day)
      const found = disagreeing(
        PlacedAdoption,
        child => endOfCare(historyOf(Episodes, child)),
        (row, { DEC }) => later(row, DEC),
      )
      const beyond = PlacedAdoption.rows.filter(row => later(row, end))
      return {
        Episodes: positions(found.episodes),
        PlacedAdoption: [...found.rows, ...positions(beyond)],
      }
    },
  }),
  rule({
    code: '118',
    ground: agreed,
    says: 'A plan for adoption was given up before the year began, or before the child came into care.',
    fix: 'Correct DATE_PLACED_CEASED; leave out a decision that ended before this year.',
    columns: ['DATE_PLACED_CEASED', 'DECOM', 'LS'],
    needs: ['Episodes', 'PlacedAdoption'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=10/06/2025, LS=C2',
        'CHILD=b, DECOM=10/06/2025, LS=C2',
        'CHILD=c, DECOM=10/05/2026, LS=V3',
        '! CHILD=c, DECOM=10/06/2026, LS=C2',
      ],
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED_CEASED=01/04/2026',
        '! CHILD=b, DATE_PLACED_CEASED=31/03/2026',
        '! CHILD=c, DATE_PLACED_CEASED=09/06/2026',
      ],
    },
    run: ({ Episodes, PlacedAdoption, start }) => {
      const found = disagreeing(
        PlacedAdoption,
        child => historyOf(Episodes, child).find(each => !isRespite(each)),
        (row, { DECOM }) => isBefore(row.DATE_PLACED_CEASED, DECOM),
      )
      const before = PlacedAdoption.rows.filter(row => isBefore(row.DATE_PLACED_CEASED, start))
      return {
        Episodes: positions(found.episodes),
        PlacedAdoption: [...found.rows, ...positions(before)],
      }
    },
  }),
  rule({
    code: '1003',
    ground: byCoding(
      'Care may have begun in an earlier return; the tool that councils use looks at this year alone.',
    ),
    says: 'It was decided to place the child to be adopted before the child came into care.',
    fix: 'Correct DATE_PLACED, or DECOM of the episode with which care began.',
    columns: ['DATE_PLACED', 'DECOM', 'RNE'],
    needs: ['Episodes', 'PlacedAdoption'],
    reaches: ['Episodes_last'],
    uses: ['earlier'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=10/06/2026, RNE=S',
        '! CHILD=b, DECOM=10/06/2026, RNE=S',
        'CHILD=c, DECOM=10/06/2026, RNE=S',
      ],
      Episodes_last: ['CHILD=c, DECOM=10/06/2024, DEC=10/06/2025, REC=E4A, RNE=S'],
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=10/06/2026',
        '! CHILD=b, DATE_PLACED=09/06/2026',
        'CHILD=c, DATE_PLACED=10/06/2025',
      ],
    },
    run: given => {
      const found = disagreeing(
        given.PlacedAdoption,
        child => lifeOf(given, child).find(({ RNE }) => RNE === 'S'),
        (row, { DECOM }) => isBefore(row.DATE_PLACED, DECOM),
      )
      return { Episodes: ofThisYear(found.episodes, given.Episodes), PlacedAdoption: found.rows }
    },
  }),
]
