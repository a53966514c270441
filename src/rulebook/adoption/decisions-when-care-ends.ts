/** Rules of the decisions to place a child to be adopted when care ends: as adoption, or otherwise. */

import { byMessage } from '../ground.ts'
import { historiesOf, historyOf } from '../history.ts'
import { areAllFilled, codes, isFilled, isOneOf, positions } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import {
  type Decision,
  adoptionOf,
  isAdoption,
  isClosed,
  isPlacedToBeAdopted,
  latestDecision,
} from './adoption.ts'

export const decisionsWhenCareEnds: readonly Rule[] = [
  rule({
    code: '557',
    ground: byMessage('We ask it of the last episode; the tool that councils use, of each that ended care.'),
    says: 'The child was to be adopted and left care otherwise, but it is not told that the plan was given up.',
    fix: 'Enter DATE_PLACED_CEASED and REASON_PLACED_CEASED, or correct REC.',
    columns: ['LS', 'PLACE', 'REC', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
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
    ground: byMessage(
      'It speaks of the decision; the tool that councils use looks at the day alone, we at the reason too.',
    ),
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
