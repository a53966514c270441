/** Small returns of chance: few children, and days and codes that often meet at the edges of the rules. */

import fc from 'fast-check'
import type { Row, Sheets, SmallReturn } from './rows.ts'

const places = 'U1 U6 A3 A5 A6 K1 K2 K3 R3 S1 H5 P1 P2 P3 R1 R2 R5 T0 T3 T4 Z1 Z11 Z14 Q9'.split(' ')

/** About the edges of the year, of spans and of 28 October; some cells hold no day. */
const daysAbout = (year: number): string[] => [
  ...['01/04', '02/04', '04/04', '05/04', '08/04', '22/04', '23/04', '10/06', '28/10', '29/10'].map(
    day => `${day}/${year - 1}`,
  ),
  ...['10/03', '28/03', '31/03'].flatMap(day => [`${day}/${year - 1}`, `${day}/${year}`]),
  `01/04/${year}`,
  `10/06/${year - 2}`,
  `31/03/${year - 2}`,
]

/** Birthdays from 4 to 25 about the edges of the year, and 29 February. */
const birthsAbout = (year: number): string[] => [
  ...[4, 5, 6, 10, 14, 15, 16, 17, 18, 19, 25].flatMap(age =>
    ['30/03', '31/03', '01/04', '02/04', '31/08', '01/09'].map(day => `${day}/${year - 1 - age}`),
  ),
  '29/02/2008',
  '29/02/2012',
  '10/06/2008',
  '10/06/2009',
]

const child = fc.constantFrom('a', 'a', 'b', 'b', 'c', '')
const oneOf = (list: string) => fc.constantFrom(...list.split(' ').map(each => (each === '-' ? '' : each)))

export const smallReturns: fc.Arbitrary<SmallReturn> = fc
  .constantFrom(2023, 2024, 2025, 2026, 2027)
  .chain(year => {
    const day = fc.constantFrom(...daysAbout(year))
    const dayOrNot = fc.oneof({ weight: 6, arbitrary: day }, { weight: 2, arbitrary: oneOf('- 31/02/2026') })
    const born = fc.constantFrom(...birthsAbout(year), '', 'soon')
    const rows = (cells: Readonly<Record<string, fc.Arbitrary<string>>>, most: number) =>
      fc.array(fc.record({ CHILD: child, ...cells }) as fc.Arbitrary<Row>, { maxLength: most })
    const oneEach = (cells: Readonly<Record<string, fc.Arbitrary<string>>>, most: number) =>
      rows(cells, most).map(all =>
        all.filter((row, at) => all.findIndex(({ CHILD }) => CHILD === row.CHILD) === at),
      )
    const starts = fc.oneof({ weight: 20, arbitrary: day }, { weight: 1, arbitrary: fc.constant('') })
    const episodes = rows(
      {
        DECOM: starts,
        DEC: dayOrNot,
        RNE: oneOf('S S P L -'),
        LS: oneOf('L1 L1 L2 L2 L3 J2 J2 C2 V3 V4 -'),
        PLACE: fc.constantFrom(...places, ''),
        PLACE_PROVIDER: oneOf('PR0 PR1 PR2 PR5 PR6 -'),
        REC: oneOf('X1 X1 E2 E15 E11 E12 E3 E4A - -'),
        URN: oneOf('SC1 SC2 XXXXXXX - -'),
        HOME_POST: oneOf('BN84AA -'),
        PL_POST: fc.constantFrom('ST15 9AB', 'ST159AB', 'BN8 4AA', ''),
        PL_DISTANCE: oneOf('0 12.4 999.9 1000 - -'),
        PL_LA: oneOf('E10000028 WAL CON -'),
      },
      6,
    ).map(distinctStarts)
    const told = { IN_TOUCH: oneOf('YES DIED -'), ACTIV: oneOf('F1 - -'), ACCOM: oneOf('B1 - -') }
    const sheets = fc.record({
      Header: oneEach(
        { DOB: born, ETHNIC: oneOf('WBRI - MOTH'), UPN: oneOf(upns), UASC: oneOf('- - 0 1') },
        4,
      ),
      Episodes: episodes,
      UASC: oneEach({ DOB: born, DUC: fc.oneof(dayOrNot, fc.constantFrom('10/06/2026', '01/03/2026')) }, 3),
      OC3: rows({ DOB: born, ...told }, 3),
      AD1: rows({ DATE_INT: dayOrNot }, 2),
      PlacedAdoption: rows({ DATE_PLACED: dayOrNot, DATE_PLACED_CEASED: dayOrNot }, 3),
    }) as fc.Arbitrary<Sheets>
    const before = fc.oneof(fc.constant(undefined), sheets)
    return fc
      .record({ now: sheets, last: sheets, second: before, third: before })
      .map(({ now, last, second, third }) => ({
        year,
        now,
        last,
        earlier: {
          ...(second && { [year - 2]: second }),
          ...(third && { [year - 3]: third }),
        },
      }))
  })

const upns = 'UN1 UN1 UN5 UN6 - H801200001001 I801200001001 H80120000100A HA01200001001 H8012000010010'

/** Which of two episodes of one day comes first, no rule says. */
const distinctStarts = (rows: readonly Row[]): Row[] =>
  rows.filter(
    ({ CHILD, DECOM }, at) => rows.findIndex(other => other.CHILD === CHILD && other.DECOM === DECOM) === at,
  )
