/** Rules of spans, of codes that belong together, and of ages, decided from their words. */

import {
  type Row,
  type SmallReturn,
  type Verdict,
  birthdayAt,
  cell,
  dayIn,
  daysBetween,
  firstDay,
  flaggedIn,
  isOf,
  lastDay,
  ofChild,
  rowsOf,
} from './rows.ts'

const ofEpisode =
  (asks: (row: Row, given: SmallReturn) => boolean | undefined): Verdict =>
  given =>
    flaggedIn(given.now, 'Episodes', row => asks(row, given))

const ofHeader =
  (asks: (row: Row, given: SmallReturn) => boolean | undefined): Verdict =>
  given =>
    flaggedIn(given.now, 'Header', row => asks(row, given))

const goesOnPast28October = (row: Row): boolean => cell(row, 'DEC') === '' || dayIn(row, 'DEC')! > 20231028
const isAbroad = (row: Row): boolean => isOf(row, 'PL_LA', 'WAL SCO NIR NUK CON')

/** In the order in which they began, this year's and last year's: one that begins on the day another ends goes on with it. */
const tooLong =
  (status: string, most: number): Verdict =>
  given =>
    flaggedIn(given.now, 'Episodes', row => {
      if (cell(row, 'LS') !== status || row.CHILD === '') return false
      const own = bothYears(given, row.CHILD!).filter(each => cell(each, 'LS') === status)
      let [from, to] = [own.indexOf(row), own.indexOf(row)]
      const goesOn = (at: number) =>
        dayIn(own[at], 'DEC') !== undefined && dayIn(own[at], 'DEC') === dayIn(own[at + 1], 'DECOM')
      while (goesOn(from - 1)) from -= 1
      while (goesOn(to)) to += 1
      const began = dayIn(own[from], 'DECOM')
      const ended = cell(own[to], 'DEC') === '' ? lastDay(given.year) : dayIn(own[to], 'DEC')
      return began !== undefined && ended !== undefined && daysBetween(began, ended) > most
    })

function bothYears({ now, last }: SmallReturn, child: string): Row[] {
  const told = ofChild(rowsOf(now, 'Episodes'), child)
  const older = ofChild(rowsOf(last, 'Episodes'), child).filter(
    row => !dayIn(row, 'DECOM') || told.every(each => dayIn(each, 'DECOM') !== dayIn(row, 'DECOM')),
  )
  const start = (row: Row) => dayIn(row, 'DECOM') ?? 99_999_999
  return [...older, ...told].toSorted((a, b) => start(a) - start(b))
}

const dayPassed = (row: Row, day: number | undefined): boolean =>
  ['DATE_PLACED', 'DATE_PLACED_CEASED'].some(column => dayIn(row, column)! > day!)

/** The latest episode that no other follows: where it has ended, care has. */
const afterCare: Verdict = given => {
  const lastOf = (child: string): Row | undefined => {
    const own = ofChild(rowsOf(given.now, 'Episodes'), child).filter(
      row => dayIn(row, 'DECOM') !== undefined && cell(row, 'REC') !== 'X1',
    )
    return own.toSorted((a, b) => dayIn(a, 'DECOM')! - dayIn(b, 'DECOM')!).at(-1)
  }
  const isAfter = (row: Row) => dayPassed(row, dayIn(lastOf(row.CHILD!), 'DEC'))
  const wrong = rowsOf(given.now, 'PlacedAdoption').filter(isAfter)
  return [
    ...flaggedIn(given.now, 'PlacedAdoption', row => isAfter(row) || dayPassed(row, lastDay(given.year))),
    ...flaggedIn(given.now, 'Episodes', row => wrong.some(({ CHILD }) => row === lastOf(CHILD!))),
  ]
}

const placedBefore: Verdict = given => {
  const isBefore = (row: Row, episode: Row) =>
    row.CHILD !== '' &&
    row.CHILD === episode.CHILD &&
    isOf(episode, 'PLACE', 'A3 A4 A5 A6') &&
    dayIn(episode, 'DECOM')! < dayIn(row, 'DATE_INT')!
  const [adoptions, episodes] = [rowsOf(given.now, 'AD1'), rowsOf(given.now, 'Episodes')]
  return [
    ...flaggedIn(given.now, 'AD1', row => episodes.some(each => isBefore(row, each))),
    ...flaggedIn(given.now, 'Episodes', each => adoptions.some(row => isBefore(row, each))),
  ]
}

const others = (year: number): string => (year >= 2026 ? 'Z11 Z12 Z13 Z14' : 'Z1')
const noProvider = (year: number): string => `T0 T1 T2 T3 T4 ${others(year)}`
const noProviderAtAll = (year: number): string =>
  year >= 2026 ? `T0 T1 T2 T3 ${others(year)}` : noProvider(year)
const notRegistered = (year: number): string =>
  `P1 P3 R1 R2 R5 ${noProvider(year)} ${year <= 2024 ? 'P2' : ''} ${year <= 2023 ? 'H5' : ''}`
const registered = 'U1 U2 U3 U4 U5 U6 A3 A4 A5 A6 K1 K2 K3 R3 S1'

const isNewlyRegistered = (row: Row, year: number): boolean =>
  year === 2024 && cell(row, 'PLACE') === 'H5' && goesOnPast28October(row)

const isUnder = (age: number, row: Row, day: number | undefined): boolean =>
  dayIn(row, 'DOB') !== undefined && day !== undefined && birthdayAt(dayIn(row, 'DOB')!, age) > day

const tooYoungFor =
  (places: string, age: (year: number) => number): Verdict =>
  given =>
    flaggedIn(given.now, 'Episodes', row => {
      const child = ofChild(rowsOf(given.now, 'Header'), row.CHILD)[0]
      return (
        child !== undefined &&
        isOf(row, 'PLACE', places) &&
        isUnder(age(given.year), child, dayIn(row, 'DECOM'))
      )
    })

export const spans: Readonly<Record<string, Verdict>> = {
  117: afterCare,
  521: placedBefore,
  '217t': ofEpisode(row => cell(row, 'PLACE') === 'P2' && goesOnPast28October(row)),
  230: ofEpisode(
    (row, { year }) =>
      isNewlyRegistered(row, year) && !isAbroad(row) && ['', 'XXXXXXX'].includes(cell(row, 'URN')),
  ),
  361: tooLong('L1', 3),
  362: tooLong('L2', 21),
  363: tooLong('L3', 7),
  364: tooLong('J2', 21),
}

export const codeGroups: Readonly<Record<string, Verdict>> = {
  178: ofEpisode((row, { year }) => {
    const kind = cell(row, 'PLACE_PROVIDER')
    return kind !== '' && (!/^PR[0-5]$/.test(kind) || isOf(row, 'PLACE', noProviderAtAll(year)))
  }),
  213: ofEpisode(
    (row, { year }) => cell(row, 'PLACE_PROVIDER') !== '' && isOf(row, 'PLACE', noProvider(year)),
  ),
  526: ofEpisode(
    (row, { year }) => cell(row, 'PLACE_PROVIDER') === '' && !isOf(row, 'PLACE', noProvider(year)),
  ),
  222: ofEpisode(
    (row, { year }) => !['', 'XXXXXXX'].includes(cell(row, 'URN')) && isOf(row, 'PLACE', notRegistered(year)),
  ),
  218: ofEpisode(
    (row, { year }) =>
      cell(row, 'URN') === '' &&
      !isAbroad(row) &&
      (isOf(row, 'PLACE', registered) || isNewlyRegistered(row, year)),
  ),
  168: ofHeader(row => {
    const upn = cell(row, 'UPN')
    if (upn === '' || ['UN1', 'UN2', 'UN3', 'UN4', 'UN5'].includes(upn)) return false
    const isLetter = (letter: string) => letter >= 'A' && letter <= 'Z'
    const isFigure = (figure: string) => figure >= '0' && figure <= '9'
    const [first, ...rest] = upn
    const isWell =
      upn.length === 13 && isLetter(first!) && !'IOS'.includes(first!) && rest.slice(0, 11).every(isFigure)
    return !(isWell && (isFigure(rest.at(-1)!) || isLetter(rest.at(-1)!)))
  }),
}

export const ages: Readonly<Record<string, Verdict>> = {
  209: ofHeader(
    (row, { year }) =>
      cell(row, 'UPN') === 'UN1' && birthdayAt(dayIn(row, 'DOB')!, 4) <= (year - 2) * 10_000 + 831,
  ),
  351: ofHeader((row, { year }) => birthdayAt(dayIn(row, 'DOB')!, 25) < firstDay(year)),
  370: tooYoungFor('P2', year => (year <= 2023 ? 15 : 16)),
  371: given =>
    tooYoungFor(given.year <= 2023 ? 'H5' : given.year === 2024 ? 'H5 K3' : 'K3', year =>
      year <= 2023 ? 14 : 16,
    )(given),
  372: tooYoungFor('R5', () => 10),
  373: tooYoungFor('S1', () => 4),
  374: tooYoungFor('P3', () => 14),
}
