/** Rules that put this year's return beside last year's, and episodes beside other files, from their words. */

import {
  type Row,
  type SmallReturn,
  type Verdict,
  cell,
  dayIn,
  firstDay,
  flaggedIn,
  isOf,
  ofChild,
  rowsOf,
} from './rows.ts'

const isRespite = (row: Row): boolean => isOf(row, 'LS', 'V3 V4')
const inOrder = (rows: readonly Row[]): Row[] => {
  const start = (row: Row) => dayIn(row, 'DECOM') ?? 99_999_999
  return rows.toSorted((a, b) => start(a) - start(b))
}

const differsFromLast =
  (column: string, mayBe: (now: Row, before: Row) => boolean = () => false): Verdict =>
  given =>
    flaggedIn(given.now, 'Header', row => {
      const before = ofChild(rowsOf(given.last, 'Header'), row.CHILD)[0]
      return before !== undefined && cell(row, column) !== cell(before, column) && !mayBe(row, before)
    })

/** The first episode of this year, and the one that last year's return left open. */
const goingOn =
  (differs: (first: Row, open: Row) => boolean): Verdict =>
  given =>
    flaggedIn(given.now, 'Episodes', row => {
      const first = inOrder(ofChild(rowsOf(given.now, 'Episodes'), row.CHILD))[0]
      const dated = ofChild(rowsOf(given.last, 'Episodes'), row.CHILD).filter(each => dayIn(each, 'DECOM'))
      const open = inOrder(dated).at(-1)
      if (row !== first || !dayIn(row, 'DECOM') || !open || cell(open, 'DEC') !== '') return false
      return differs(row, open)
    })

const sameCell = (column: string) => (first: Row, open: Row) => cell(first, column) !== cell(open, column)

const beganBefore =
  (isTold: (row: Row, last: readonly Row[]) => boolean): Verdict =>
  given =>
    flaggedIn(given.now, 'Episodes', row => {
      const last = ofChild(rowsOf(given.last, 'Episodes'), row.CHILD)
      return dayIn(row, 'DECOM')! < firstDay(given.year) && !isTold(row, last)
    })

/** Unaccompanied in this return, the last or an earlier one. */
const wasUasc = (given: SmallReturn, child: string): boolean =>
  child !== '' &&
  [given.now, given.last, ...Object.values(given.earlier)].some(
    sheets =>
      ofChild(rowsOf(sheets, 'UASC'), child).length > 0 ||
      cell(ofChild(rowsOf(sheets, 'Header'), child)[0], 'UASC') === '1',
  )

const asksDistance = (row: Row, given: SmallReturn): boolean => !isRespite(row) && !wasUasc(given, row.CHILD!)

const episodes =
  (asks: (row: Row, given: SmallReturn) => boolean | undefined): Verdict =>
  given =>
    flaggedIn(given.now, 'Episodes', row => asks(row, given))

/** As the test's list of Ofsted has it. */
export const office = { urn: 'SC1', postcode: 'ST15 9AB', authority: 'E10000028' } as const
const elsewhere = { urn: 'SC2', postcode: 'BN8 4AA', authority: 'E10000011' } as const
export const offices = [office, elsewhere] as const
const officeOf = (row: Row) => offices.find(({ urn }) => urn === cell(row, 'URN'))
const unregistered = 'K3 P1 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z11 Z12 Z13 Z14'

export const joins: Readonly<Record<string, Verdict>> = {
  203: differsFromLast('DOB'),
  204: differsFromLast('ETHNIC'),
  502: goingOn((first, open) => dayIn(first, 'DECOM') !== dayIn(open, 'DECOM')),
  '503A': goingOn(sameCell('RNE')),
  '503B': goingOn(sameCell('LS')),
  '503E': goingOn(sameCell('PLACE_PROVIDER')),
  '503F': goingOn(sameCell('URN')),
  562: beganBefore((row, last) =>
    last.some(each => dayIn(each, 'DECOM') === dayIn(row, 'DECOM') && cell(each, 'DEC') === ''),
  ),
  NoE: beganBefore((_, last) => last.length > 0),
  1010: given =>
    flaggedIn(given.now, 'OC3', row => {
      const last = inOrder(ofChild(rowsOf(given.last, 'Episodes'), row.CHILD)).at(-1)
      const isLeaver = ['IN_TOUCH', 'ACTIV', 'ACCOM'].some(item => cell(row, item) !== '')
      const isGone = ofChild(rowsOf(given.now, 'Episodes'), row.CHILD).length === 0
      return isLeaver && isGone && last !== undefined && cell(last, 'DEC') === ''
    }),
  348: given =>
    flaggedIn(given.now, 'OC3', row =>
      ofChild(rowsOf(given.last, 'OC3'), row.CHILD).some(
        each => cell(each, 'IN_TOUCH') === 'DIED' && cell(row, 'IN_TOUCH') !== 'DIED',
      ),
    ),
  561: given =>
    flaggedIn(given.now, 'PlacedAdoption', row => {
      const day = dayIn(row, 'DATE_PLACED')
      return ofChild(rowsOf(given.last, 'PlacedAdoption'), row.CHILD).some(
        each => day && dayIn(each, 'DATE_PLACED') === day && cell(each, 'DATE_PLACED_CEASED') !== '',
      )
    }),
}

export const beside: Readonly<Record<string, Verdict>> = {
  164: episodes((row, given) => {
    const distance = cell(row, 'PL_DISTANCE')
    const isWell = /^\d+(\.\d)?$/.test(distance) && Number(distance) <= 999.9
    return asksDistance(row, given) && !isWell
  }),
  '392a': episodes((row, given) => asksDistance(row, given) && cell(row, 'PL_DISTANCE') === ''),
  '392b': episodes(
    (row, given) =>
      asksDistance(row, given) && (cell(row, 'HOME_POST') === '' || cell(row, 'PL_POST') === ''),
  ),
  406: episodes((row, given) => cell(row, 'PL_DISTANCE') !== '' && wasUasc(given, row.CHILD!)),
  398: episodes(
    row => isRespite(row) && ['HOME_POST', 'PL_POST', 'PL_DISTANCE'].some(column => cell(row, column) !== ''),
  ),
  214: episodes(row => isRespite(row) && (cell(row, 'PL_POST') !== '' || cell(row, 'URN') !== '')),
  420: episodes(row => isRespite(row) && cell(row, 'PL_LA') !== ''),
  366: episodes(row => cell(row, 'LS') === 'V3' && cell(row, 'RNE') !== 'S'),
  382: episodes(row => isRespite(row) && isOf(row, 'PLACE', 'T0 T1 T2 T3 T4')),
  384: episodes(row => isRespite(row) && isOf(row, 'PLACE', 'U1 U4')),
  221: episodes((row, { year }) => {
    const at = officeOf(row)
    const isHome = isOf(row, 'PLACE', year === 2024 ? 'K1 K2 K3 R3 S1 H5' : 'K1 K2 K3 R3 S1')
    const isThere = cell(row, 'PL_POST').replace(' ', '') === at?.postcode.replace(' ', '')
    return at && isHome && !isRespite(row) && cell(row, 'PL_POST') !== '' && !isThere
  }),
  229: episodes((row, { year }) => {
    const at = officeOf(row)
    if (!at || (year >= 2026 && isOf(row, 'PLACE', unregistered))) return false
    return cell(row, 'PLACE_PROVIDER') === (at.authority === 'E10000028' ? 'PR2' : 'PR1')
  }),
}
