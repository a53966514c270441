/** Rules of the decisions to place a child to be adopted beside the child's time in care. */

import { historiesOf, historyOf, isRespite, type History } from '../history.ts'
import { areAllFilled, codes, isAfter, isBefore, isFilled, isOneOf, positions } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import {
  type Decision,
  adoptionOf,
  disagreeing,
  isAdoption,
  isClosed,
  isPlacedToBeAdopted,
  latestDecision,
} from './adoption.ts'

const columns = ['DATE_PLACED', 'DATE_PLACED_CEASED'] as const

/** The last episode, where care ended with it. */
function endOfCare(history: History): Episode | undefined {
  const last = history.at(-1)
  return last && last.DEC !== null && last.REC !== 'X1' ? last : undefined
}

const dates: readonly Rule[] = [
  rule({
    code: '117',
    says: 'A decision about adoption is dated after the year ended, or after the child left care.',
    fix: 'Correct DATE_PLACED or DATE_PLACED_CEASED, or DEC of the last episode.',
    columns: [...columns, 'DEC', 'REC'],
    needs: ['Episodes', 'PlacedAdoption'],
    example: {
      Episodes: ['CHILD=a, DEC=10/06/2026, REC=E11', '! CHILD=b, DEC=10/06/2026, REC=E4A', 'CHILD=c'],
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=10/06/2026',
        '! CHILD=b, DATE_PLACED=10/05/2026, DATE_PLACED_CEASED=11/06/2026',
        '! CHILD=c, DATE_PLACED=01/04/2027',
      ],
    },
    run: ({ Episodes, PlacedAdoption, end }) => {
      const later = (row: Decision, day: Episode['DEC']) =>
        isAfter(row.DATE_PLACED, day) || isAfter(row.DATE_PLACED_CEASED, day)
      const found = disagreeing(PlacedAdoption, Episodes, endOfCare, (row, { DEC }) => later(row, DEC))
      const beyond = PlacedAdoption.rows.filter(row => later(row, end))
      return { Episodes: found.Episodes, PlacedAdoption: [...found.rows, ...positions(beyond)] }
    },
  }),
  rule({
    code: '118',
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
        Episodes,
        history => history.find(each => !isRespite(each)),
        (row, { DECOM }) => isBefore(row.DATE_PLACED_CEASED, DECOM),
      )
      const before = PlacedAdoption.rows.filter(row => isBefore(row.DATE_PLACED_CEASED, start))
      return { Episodes: found.Episodes, PlacedAdoption: [...found.rows, ...positions(before)] }
    },
  }),
  rule({
    code: '1003',
    says: 'It was decided to place the child to be adopted before the child came into care.',
    fix: 'Correct DATE_PLACED, or DECOM of the episode with which care began.',
    columns: ['DATE_PLACED', 'DECOM', 'RNE'],
    needs: ['Episodes', 'PlacedAdoption'],
    example: {
      Episodes: ['CHILD=a, DECOM=10/06/2026, RNE=S', '! CHILD=b, DECOM=10/06/2026, RNE=S'],
      PlacedAdoption: ['CHILD=a, DATE_PLACED=10/06/2026', '! CHILD=b, DATE_PLACED=09/06/2026'],
    },
    run: ({ Episodes, PlacedAdoption }) => {
      const found = disagreeing(
        PlacedAdoption,
        Episodes,
        history => history.find(({ RNE }) => RNE === 'S'),
        (row, { DECOM }) => isBefore(row.DATE_PLACED, DECOM),
      )
      return { Episodes: found.Episodes, PlacedAdoption: found.rows }
    },
  }),
]

const endings: readonly Rule[] = [
  rule({
    code: '557',
    says: 'The child was to be adopted and left care otherwise, but it is not told that the plan was given up.',
    fix: 'Enter DATE_PLACED_CEASED and REASON_PLACED_CEASED, or correct REC.',
    columns: ['LS', 'PLACE', 'REC', ...columns, 'REASON_PLACED_CEASED'],
    needs: ['Episodes', 'PlacedAdoption'],
    example: {
      Episodes: [
        '! CHILD=a, LS=E1, DEC=10/06/2026, REC=E4A',
        'CHILD=b, LS=E1, DEC=10/06/2026, REC=E4A',
        'CHILD=c, LS=E1, DEC=10/06/2026, REC=E12',
        'CHILD=d, LS=E1',
      ],
      PlacedAdoption: [
        '! CHILD=a, DATE_PLACED=10/06/2025',
        'CHILD=b, DATE_PLACED=10/06/2025, DATE_PLACED_CEASED=10/06/2026, REASON_PLACED_CEASED=RD1',
        'CHILD=c, DATE_PLACED=10/06/2025',
        'CHILD=d, DATE_PLACED=10/06/2025',
      ],
    },
    run: ({ Episodes, PlacedAdoption, year }) => {
      const order = codes(year <= 2024 ? 'E1 D1' : 'E1')
      const found: { readonly episode: Episode; readonly decision: Decision | undefined }[] = []
      for (const [child, history] of historiesOf(Episodes)) {
        const episode = history.at(-1)!
        if (episode.REC === null || episode.REC === 'X1' || isAdoption(episode)) continue
        const decision = latestDecision(PlacedAdoption, child)
        const isDecided = decision !== undefined && isFilled(decision, 'DATE_PLACED')
        if (!isDecided && !isOneOf(episode.LS, order) && !isPlacedToBeAdopted(episode)) continue
        if (decision && areAllFilled(decision, ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'])) continue
        found.push({ episode, decision })
      }
      return {
        Episodes: positions(found.map(({ episode }) => episode)),
        PlacedAdoption: positions(found.map(({ decision }) => decision)),
      }
    },
  }),
  rule({
    code: '558',
    says: 'The child was adopted, yet it is told that the plan for adoption was given up.',
    fix: 'Clear DATE_PLACED_CEASED and REASON_PLACED_CEASED, or correct REC.',
    columns: ['REC', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
    needs: ['Episodes', 'PlacedAdoption'],
    example: {
      Episodes: [
        'CHILD=a, DEC=10/06/2026, REC=E11',
        '! CHILD=b, DEC=10/06/2026, REC=E12',
        'CHILD=c, REC=E4A',
      ],
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=10/06/2025',
        '! CHILD=b, DATE_PLACED=10/06/2025, REASON_PLACED_CEASED=RD4',
        'CHILD=c, DATE_PLACED=10/06/2025, REASON_PLACED_CEASED=RD4',
      ],
    },
    run: ({ Episodes, PlacedAdoption }) => {
      const wrong = [...PlacedAdoption.byChild.keys()].flatMap(child => {
        const episode = adoptionOf(historyOf(Episodes, child))
        const decision = latestDecision(PlacedAdoption, child)
        return episode && decision && isClosed(decision) ? [{ episode, decision }] : []
      })
      return {
        Episodes: positions(wrong.map(({ episode }) => episode)),
        PlacedAdoption: positions(wrong.map(({ decision }) => decision)),
      }
    },
  }),
]

export const decisionsInCare: readonly Rule[] = [...dates, ...endings]
