/** Rules of an episode that was open when last year ended: this year's return goes on from it. */

import { agreed, byMessage, carriedOut } from '../ground.ts'
import { historiesOf } from '../history.ts'
import { isBefore, positions, where } from '../questions.ts'
import type { Episode } from '../row.ts'
import { type Rule, rule } from '../rule.ts'
import type { Table } from '../table.ts'

type Compare = (now: Episode, before: Episode, year: number) => boolean

/** First episodes of this year that differ from the child's last of last year's return, where that was open. */
function whereGoingOn(
  episodes: Table<'Episodes'>,
  last: Table<'Episodes'>,
  differs: (now: Episode, before: Episode) => boolean,
): number[] {
  const old = historiesOf(last)
  const found: Episode[] = []
  for (const [child, [first]] of historiesOf(episodes)) {
    const before = old.get(child)?.findLast(({ DECOM }) => DECOM !== null)
    if (first?.DECOM != null && before?.written.DEC === null && differs(first, before)) found.push(first)
  }
  return positions(found)
}

type Carried = Pick<Rule, 'code' | 'ground' | 'says'> & {
  readonly column: keyof Episode
  readonly differs?: Compare
  readonly values: readonly [last: string, other: string]
  readonly note?: string
}

const carried = ({ column, values: [last, other], differs, ...words }: Carried): Rule =>
  rule({
    ...words,
    fix: `Correct ${column} to agree with last year's return, or end that episode and begin another.`,
    columns: [column],
    needs: ['Episodes', 'Episodes_last'],
    example: {
      Episodes: [
        rowOf('CHILD=a', column, last),
        rowOf('! CHILD=b', column, other),
        rowOf('CHILD=c', column, other),
      ],
      Episodes_last: [
        rowOf('CHILD=a', column, last),
        rowOf('CHILD=b', column, last),
        `${rowOf('CHILD=c', column, last)}, DEC=01/02/2026`,
      ],
    },
    run: ({ Episodes, Episodes_last, year }) => ({
      Episodes: whereGoingOn(Episodes, Episodes_last, (now, before) =>
        differs ? differs(now, before, year) : now[column] !== before[column],
      ),
    }),
  })

const rowOf = (child: string, column: string, value: string): string =>
  column === 'DECOM' ? `${child}, DECOM=${value}` : `${child}, DECOM=01/12/2025, ${column}=${value}`

/** Codes that took another's place: the placement is the same. */
function isRenamed({ PLACE: now }: Episode, { PLACE: before }: Episode, year: number): boolean {
  if (year === 2025) return before === 'H5' && now === 'K3'
  return year >= 2026 && before === 'Z1' && now !== null && /^Z1[1-4]$/.test(now)
}

/** In tenths of a mile, as it is rounded. */
const tenths = (miles: number | null): number | null => (miles === null ? null : Math.round(miles * 10))

const isFarOff: Compare = ({ PL_DISTANCE: now }, { PL_DISTANCE: before }) => {
  const [a, b] = [tenths(now), tenths(before)]
  return a === null || b === null ? a !== b : Math.abs(a - b) >= 2
}

const contents: readonly Rule[] = [
  carried({
    code: '503A',
    ground: carriedOut,
    column: 'RNE',
    values: ['S', 'P'],
    says: "The reason for the new episode differs from the one that was open at the end of last year's return.",
  }),
  carried({
    code: '503B',
    ground: carriedOut,
    column: 'LS',
    values: ['C2', 'V2'],
    says: "The legal status differs from that of the episode left open in last year's return.",
  }),
  carried({
    code: '503C',
    ground: carriedOut,
    column: 'CIN',
    values: ['N1', 'N5'],
    says: "The category of need differs from that of the episode left open in last year's return.",
  }),
  carried({
    code: '503D',
    ground: agreed,
    column: 'PLACE',
    values: ['U6', 'K2'],
    differs: (now, before, year) => now.PLACE !== before.PLACE && !isRenamed(now, before, year),
    says: "The placement type differs from that of the episode left open in last year's return.",
  }),
  carried({
    code: '503E',
    ground: carriedOut,
    column: 'PLACE_PROVIDER',
    values: ['PR1', 'PR4'],
    says: "The kind of provider differs from that of the episode left open in last year's return.",
  }),
  carried({
    code: '503F',
    ground: carriedOut,
    column: 'URN',
    values: ['SC040633', 'SC051111'],
    says: "The URN differs from that of the episode left open in last year's return.",
  }),
  carried({
    code: '503G',
    ground: carriedOut,
    column: 'PL_DISTANCE',
    values: ['12.4', '12.5'],
    says: "The distance from home differs from that of the episode left open in last year's return.",
  }),
  carried({
    code: '503H',
    ground: carriedOut,
    column: 'PL_LA',
    values: ['E10000028', 'WAL'],
    says: "The authority of the placement differs from that of the episode left open in last year's return.",
  }),
  carried({
    code: '503J',
    ground: carriedOut,
    column: 'PL_LOCATION',
    values: ['IN', 'OUT'],
    says: "Inside or outside the authority: it differs from the episode left open in last year's return.",
  }),
  carried({
    code: '452',
    ground: carriedOut,
    column: 'PL_LA',
    values: ['E10000028', 'WAL'],
    says: "The authority of the placement differs from the one recorded at the end of last year's return.",
  }),
  carried({
    code: '453',
    ground: carriedOut,
    column: 'PL_DISTANCE',
    values: ['12.4', '12.6'],
    differs: isFarOff,
    says: "The distance from home differs by 0.2 miles or more from that at the end of last year's return.",
  }),
]

const days: readonly Rule[] = [
  carried({
    code: '502',
    ground: carriedOut,
    column: 'DECOM',
    values: ['01/12/2025', '02/12/2025'],
    says: "Last year's return ended with an open episode, and the first of this year begins on another day.",
  }),
  rule({
    code: '562',
    ground: byMessage('We ask it of each episode; the tool that councils use, of the first alone.'),
    says: "The episode began before this year, but last year's return has no such open episode.",
    fix: "Correct DECOM to agree with last year's return, or tell DfE of the episode that was missing.",
    columns: ['DECOM'],
    needs: ['Episodes', 'Episodes_last'],
    example: {
      Episodes: [
        'CHILD=a, DECOM=01/12/2025',
        '! CHILD=b, DECOM=02/12/2025',
        '! CHILD=c, DECOM=01/12/2025',
        'CHILD=d, DECOM=01/04/2026',
      ],
      Episodes_last: [
        'CHILD=a, DECOM=01/12/2025',
        'CHILD=b, DECOM=01/12/2025',
        'CHILD=c, DECOM=01/12/2025, DEC=01/02/2026',
      ],
    },
    run: ({ Episodes, Episodes_last, start }) => ({
      Episodes: where(
        Episodes,
        ({ CHILD, DECOM }) =>
          isBefore(DECOM, start) &&
          !Episodes_last.of(CHILD).some(each => each.DECOM === DECOM && each.written.DEC === null),
      ),
    }),
  }),
]

export const lastYear: readonly Rule[] = [...contents, ...days]
