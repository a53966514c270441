/** Rules of placement orders (E1) and the freeing orders before them (D1): each needs a decision to place the child. */

import { byCoding, byMessage, carriedOut } from '../ground.ts'
import { historiesOf } from '../history.ts'
import { isAfter, isFilled, positions, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Given, type Rule, type Years, always, rule, until } from '../rule.ts'
import type { Table } from '../table.ts'
import { type Decision, isClosed, firstDecision, isPlacedToBeAdopted, latestDecision } from './adoption.ts'

type Beside = Given<'Episodes' | 'PlacedAdoption'>
type Order = {
  readonly code: string
  readonly order: 'E1' | 'D1'
  readonly name: string
  readonly live: Years
}

const isDecided = (row: Decision): boolean => isFilled(row, 'DATE_PLACED')

function undecided({ Episodes, PlacedAdoption }: Beside, order: Order['order']) {
  const [episodes, decisions] = [[] as Episode[], [] as (Decision | undefined)[]]
  for (const [child, history] of historiesOf(Episodes)) {
    const under = history.filter(({ LS }) => LS === order)
    if (under.length === 0) continue
    const rows = PlacedAdoption.of(child)
    const latest = latestDecision(PlacedAdoption, child)
    if (rows.length === 0) episodes.push(...under)
    else if (!rows.some(isDecided)) decisions.push(...rows)
    else if (latest && isClosed(latest) && under.some(({ written }) => written.DEC === null))
      decisions.push(latest)
  }
  return { Episodes: positions(episodes), PlacedAdoption: positions(decisions) }
}

const needsDecision = ({ code, order, name, live }: Order): Rule =>
  rule({
    code,
    ground: carriedOut,
    says: `The child is under a ${name}, but there is no decision to place the child to be adopted that stands.`,
    fix: 'Enter DATE_PLACED; clear DATE_PLACED_CEASED and REASON_PLACED_CEASED while the order lasts.',
    live,
    columns: ['LS', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
    needs: ['Episodes', 'PlacedAdoption'],
    example: {
      Episodes: [`CHILD=a, LS=${order}`, `! CHILD=b, LS=${order}`, `CHILD=c, LS=${order}`, 'CHILD=d, LS=C2'],
      PlacedAdoption: [
        'CHILD=a, DATE_PLACED=10/06/2022',
        '! CHILD=c, DATE_PLACED=10/06/2022, DATE_PLACED_CEASED=10/07/2022, REASON_PLACED_CEASED=RD1',
      ],
    },
    run: given => undecided(given, order),
  })

/** The episode is flagged alone: the decision has rules of its own. */
const decidedBefore = ({ code, order, name, live }: Order): Rule =>
  rule({
    code,
    ground: byCoding(
      'Of several decisions we take the first; the tool that councils use takes each.',
      'fairly sure',
    ),
    says: `It was decided to place the child to be adopted after the ${name} was made.`,
    fix: 'Correct DATE_PLACED, or DECOM of the episode with which the order began.',
    live,
    columns: ['DATE_PLACED', 'DECOM', 'LS'],
    needs: ['Episodes', 'PlacedAdoption'],
    example: {
      Episodes: [`CHILD=a, DECOM=10/06/2022, LS=${order}`, `! CHILD=b, DECOM=10/06/2022, LS=${order}`],
      PlacedAdoption: ['CHILD=a, DATE_PLACED=10/06/2022', 'CHILD=b, DATE_PLACED=11/06/2022'],
    },
    run: ({ Episodes, PlacedAdoption }) => {
      const late = firstBefore(Episodes, PlacedAdoption, ({ LS }) => LS === order)
      return { Episodes: positions(late.map(({ episode }) => episode)) }
    },
  })

/** Each child's first episode of a kind, with its first decision, where that is later. */
function firstBefore(
  episodes: Table<'Episodes'>,
  decisions: Table<'PlacedAdoption'>,
  asks: (episode: Episode) => boolean,
) {
  return [...historiesOf(episodes)].flatMap(([child, history]) => {
    const episode = history.find(asks)
    const decision = firstDecision(decisions, child)
    return episode && isAfter(decision?.DATE_PLACED, episode.DECOM) ? [{ episode, decision }] : []
  })
}

const placements: readonly Rule[] = [
  rule({
    code: '551',
    ground: carriedOut,
    says: 'The child is placed to be adopted, but there is no day on which that was decided.',
    fix: 'Enter DATE_PLACED, or correct PLACE.',
    columns: ['DATE_PLACED', 'PLACE'],
    needs: ['Episodes', 'PlacedAdoption'],
    example: {
      Episodes: ['CHILD=a, PLACE=A4', '! CHILD=b, PLACE=A4', '! CHILD=c, PLACE=A6', 'CHILD=d, PLACE=U6'],
      PlacedAdoption: ['CHILD=a, DATE_PLACED=10/06/2026', 'CHILD=b, DATE_PLACED='],
    },
    run: ({ Episodes, PlacedAdoption }) => ({
      Episodes: where(
        Episodes,
        each => isPlacedToBeAdopted(each) && !PlacedAdoption.of(each.CHILD).some(isDecided),
      ),
    }),
  }),
  rule({
    code: '552',
    ground: byMessage(
      'We put the first decision beside the first placement; the tool that councils use, the latest decision.',
    ),
    says: 'It was decided to place the child to be adopted after the child had been placed so.',
    fix: 'Correct DATE_PLACED, or DECOM of the episode in which the placement for adoption began.',
    columns: ['DATE_PLACED', 'DECOM', 'PLACE'],
    needs: ['Episodes', 'PlacedAdoption'],
    example: {
      Episodes: ['CHILD=a, DECOM=10/06/2026, PLACE=A4', '! CHILD=b, DECOM=10/06/2026, PLACE=A4'],
      PlacedAdoption: ['CHILD=a, DATE_PLACED=10/06/2026', '! CHILD=b, DATE_PLACED=11/06/2026'],
    },
    run: ({ Episodes, PlacedAdoption }) => {
      const late = firstBefore(Episodes, PlacedAdoption, isPlacedToBeAdopted)
      return {
        Episodes: positions(late.map(({ episode }) => episode)),
        PlacedAdoption: positions(late.map(({ decision }) => decision)),
      }
    },
  }),
]

const placementOrder = { order: 'E1', name: 'placement order', live: always } as const
const freeingOrder = { order: 'D1', name: 'freeing order', live: until(2024) } as const

export const orders: readonly Rule[] = [
  ...placements,
  needsDecision({ code: '553', ...placementOrder }),
  decidedBefore({ code: '554', ...placementOrder }),
  needsDecision({ code: '555', ...freeingOrder }),
  decidedBefore({ code: '556', ...freeingOrder }),
]
