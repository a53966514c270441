/** Rules of unaccompanied asylum-seeking children by two years' returns: whether the status goes on as it must. */

import { type Day, later, yearsLater } from '#shared/days'
import { byCoding, carriedOut } from '../ground.ts'
import { birthday, isFilled } from '../questions.ts'
import type { RowOf } from '../row.ts'
import { type Given, type Rule, rule } from '../rule.ts'
import { flagsOf, isUasc } from './asylum-status.ts'

const hasCeased = (row: RowOf<'UASC'> | undefined): boolean => row !== undefined && isFilled(row, 'DUC')

const years = {
  columns: ['UASC', 'DUC'],
  needs: ['Header', 'Header_last', 'UASC', 'UASC_last'],
} as const

type Both = {
  readonly now: boolean
  readonly before: boolean
  readonly ends: RowOf<'UASC'> | undefined
  readonly ended: RowOf<'UASC'> | undefined
  /** The 18th birthday, on which the status ends if nothing ends it sooner. */
  readonly eighteen: Day | null
}
type BothYears = Given<(typeof years.needs)[number]>

/** Children who are in both years' returns and of whom it holds. */
const whoseYears = ({ Header, Header_last, UASC, UASC_last }: BothYears, asks: (both: Both) => boolean) =>
  flagsOf(
    Header.rows.filter(child => {
      const last = Header_last.first(child.CHILD)
      if (!last) return false
      const [ends, ended] = [UASC.first(child.CHILD), UASC_last.first(child.CHILD)]
      const eighteen = birthday(ends?.DOB ?? ended?.DOB ?? child.DOB, 18)
      return asks({ now: isUasc(child, UASC), before: isUasc(last, UASC_last), ends, ended, eighteen })
    }),
    UASC,
    () => true,
  )

const isWithin = (day: Day | null | undefined, first: Day, last: Day): boolean =>
  day != null && day >= first && day <= last

/** A status that goes on is told with the 18th birthday for its end; a blank contradicts nothing. */
const mayStand = (day: Day | null | undefined, eighteen: Day | null): boolean =>
  day == null || eighteen === null || day === eighteen

export const uascLastYear: readonly Rule[] = [
  rule({
    code: '205A',
    ground: byCoding(
      'The message says that the days do not support it; the coding, which days would.',
      'fairly sure',
    ),
    says: 'The child was UASC last year and is not now, and the days on which the status ended do not bear that out.',
    fix: 'Return the child as UASC, or correct DUC: last year it must lie within that year, and now be blank.',
    ...years,
    example: {
      Header: ['CHILD=a', '! CHILD=b', '! CHILD=c', 'CHILD=d'],
      UASC: ['CHILD=d, DUC=10/06/2026'],
      Header_last: ['CHILD=a', 'CHILD=b', 'CHILD=c', 'CHILD=d'],
      UASC_last: ['CHILD=a, DUC=31/03/2026', 'CHILD=b, DUC=01/04/2026', 'CHILD=c', 'CHILD=d, DUC=10/06/2026'],
    },
    run: given =>
      whoseYears(
        given,
        ({ now, before, ends, ended }) =>
          before &&
          !now &&
          (hasCeased(ends) || !isWithin(ended?.DUC, yearsLater(given.start, -1), later(given.start, -1))),
      ),
  }),
  rule({
    code: '205B',
    ground: byCoding(
      'The coding asks for the 18th birthday, or an end within this year; a blank contradicts nothing.',
      'fairly sure',
    ),
    says: 'The child is UASC as last year, but the days on which the status ends do not bear that out.',
    fix: 'Correct DUC: last year the 18th birthday; now the same, or the day within this year on which it ended.',
    severity: 'query',
    ...years,
    example: {
      Header: ['CHILD=a', '! CHILD=b', '! CHILD=c', 'CHILD=d'],
      UASC: [
        'CHILD=a, DOB=10/06/2009, DUC=10/06/2027',
        '! CHILD=b, DOB=10/06/2009, DUC=10/06/2027',
        '! CHILD=c, DOB=10/06/2009, DUC=11/06/2027',
        'CHILD=d, DOB=10/06/2009, DUC=01/12/2026',
      ],
      Header_last: ['CHILD=a', 'CHILD=b', 'CHILD=c', 'CHILD=d'],
      UASC_last: [
        'CHILD=a, DUC=10/06/2027',
        'CHILD=b, DUC=31/03/2026',
        'CHILD=c, DUC=10/06/2027',
        'CHILD=d, DUC=10/06/2027',
      ],
    },
    run: given =>
      whoseYears(
        given,
        ({ now, before, ends, ended, eighteen }) =>
          now &&
          before &&
          !(
            mayStand(ended?.DUC, eighteen) &&
            (mayStand(ends?.DUC, eighteen) || isWithin(ends?.DUC, given.start, given.end))
          ),
      ),
  }),
  rule({
    code: '205C',
    ground: byCoding('The coding looks at DUC of both years.', 'fairly sure'),
    says: 'The child is UASC neither this year nor last, but there is a day on which the status ended.',
    fix: 'Clear DUC, or set the UASC flag of the child.',
    ...years,
    example: {
      Header: ['! CHILD=a, UASC=0', 'CHILD=b, UASC=0', 'CHILD=c, UASC=1', '! CHILD=d, UASC=0'],
      UASC: ['! CHILD=a, DUC=10/06/2026', 'CHILD=b, DUC=', 'CHILD=c, DUC=10/06/2026'],
      Header_last: ['CHILD=a', 'CHILD=b', 'CHILD=c', 'CHILD=d, UASC=0'],
      UASC_last: ['CHILD=d, DUC=10/06/2025'],
    },
    run: given =>
      whoseYears(
        given,
        ({ now, before, ends, ended }) => !now && !before && (hasCeased(ends) || hasCeased(ended)),
      ),
  }),
  rule({
    code: '205D',
    ground: carriedOut,
    says: "The child is UASC this year and was not in last year's return.",
    fix: 'Find out which is right, and correct the UASC file here, or explain the change to DfE.',
    ...years,
    example: {
      Header: ['! CHILD=a', 'CHILD=b', 'CHILD=new', 'CHILD=c'],
      UASC: ['! CHILD=a, DUC=10/06/2026', 'CHILD=b, DUC=10/06/2026', 'CHILD=new, DUC=10/06/2026'],
      Header_last: ['CHILD=a', 'CHILD=b', 'CHILD=c'],
      UASC_last: ['CHILD=b, DUC=10/06/2026'],
    },
    run: given => whoseYears(given, ({ now, before }) => now && !before),
  }),
]
