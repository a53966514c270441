/** Rules whose words reach back, decided row by row over every return at hand. */

import {
  type Row,
  type SmallReturn,
  type Verdict,
  birthdayAt,
  cell,
  dayIn,
  firstDay,
  flaggedIn,
  isOf,
  lastDay,
  ofChild,
  rowsOf,
} from './rows.ts'

/** Newest first. */
const returnsOf = ({ now, last, earlier }: SmallReturn) => [
  now,
  last,
  ...Object.keys(earlier)
    .map(Number)
    .toSorted((a, b) => b - a)
    .map(year => earlier[year]!),
]

/** Every episode of a child once, the oldest return first: it is not believed of one that a newer return tells. */
function everyEpisode(given: SmallReturn, child: string): Row[] {
  let told: Row[] = []
  for (const sheets of returnsOf(given)) {
    const isNews = (row: Row) =>
      !dayIn(row, 'DECOM') || told.every(each => dayIn(each, 'DECOM') !== dayIn(row, 'DECOM'))
    told = [...ofChild(rowsOf(sheets, 'Episodes'), child).filter(isNews), ...told]
  }
  return told
}

const isTold = (row: Row): boolean => ['IN_TOUCH', 'ACTIV', 'ACCOM'].some(item => cell(row, item) !== '')

const beganAfter =
  (ends: string): Verdict =>
  given =>
    flaggedIn(given.now, 'Episodes', row => {
      const began = dayIn(row, 'DECOM')
      return everyEpisode(given, row.CHILD!).some(
        each => isOf(each, 'REC', ends) && began! > dayIn(each, 'DECOM')!,
      )
    })

const died: Verdict = given => {
  const deaths = (child: string) => everyEpisode(given, child).filter(row => cell(row, 'REC') === 'E2')
  const leavers = rowsOf(given.now, 'OC3').map(({ CHILD }) => CHILD)
  return [
    ...flaggedIn(given.now, 'OC3', ({ CHILD }) => deaths(CHILD!).length > 0),
    ...flaggedIn(
      given.now,
      'Episodes',
      row => row.CHILD !== '' && leavers.includes(row.CHILD) && cell(row, 'REC') === 'E2',
    ),
  ]
}

/** Judged only if the returns, one after the other, reach back to the sixteenth birthday. */
const neverInCare: Verdict = given => {
  let first = given.year - 1
  while (given.earlier[first - 1]) first -= 1
  return flaggedIn(given.now, 'OC3', row => {
    const born = dayIn(row, 'DOB') ?? dayIn(ofChild(rowsOf(given.now, 'Header'), row.CHILD)[0], 'DOB')
    const mayBeOlder = born !== undefined && birthdayAt(born, 16) < firstDay(first)
    return isTold(row) && everyEpisode(given, row.CHILD!).length === 0 && !mayBeOlder
  })
}

/** One whose start cannot be read is taken to be the last. */
const latest = (rows: readonly Row[]): Row | undefined => {
  const start = (row: Row) => dayIn(row, 'DECOM') ?? 99_999_999
  return rows.toSorted((a, b) => start(a) - start(b)).at(-1)
}

const passedOn: Verdict = given => {
  const isPassed = (row: Row) => isTold(row) && cell(latest(everyEpisode(given, row.CHILD!)), 'REC') === 'E3'
  const passed = rowsOf(given.now, 'OC3').filter(isPassed)
  return [
    ...flaggedIn(given.now, 'OC3', isPassed),
    ...flaggedIn(given.now, 'Episodes', row =>
      passed.some(({ CHILD }) => row === latest(everyEpisode(given, CHILD!))),
    ),
  ]
}

/** The day of the decision lies before the period of care began: the last of them, or the first. */
const beforeCare =
  (file: string, column: string, which: 'first' | 'last'): Verdict =>
  given => {
    const startOf = (child: string) => {
      const starts = everyEpisode(given, child).filter(
        row => cell(row, 'RNE') === 'S' && dayIn(row, 'DECOM') !== undefined,
      )
      const byDay = starts.toSorted((a, b) => dayIn(a, 'DECOM')! - dayIn(b, 'DECOM')!)
      return which === 'first' ? byDay[0] : byDay.at(-1)
    }
    const isBefore = (row: Row) => dayIn(row, column)! < dayIn(startOf(row.CHILD!), 'DECOM')!
    const wrong = rowsOf(given.now, file).filter(isBefore)
    return [
      ...flaggedIn(given.now, file, isBefore),
      ...flaggedIn(given.now, 'Episodes', row =>
        wrong.some(({ CHILD }) => CHILD === row.CHILD && row === startOf(CHILD!)),
      ),
    ]
  }

type Status = {
  readonly now: boolean
  readonly before: boolean
  readonly ends: Row | undefined
  readonly ended: Row | undefined
  readonly eighteen: number | undefined
}

const status =
  (asks: (status: Status, given: SmallReturn) => boolean): Verdict =>
  given => {
    const isWrong = ({ CHILD }: Row): boolean => {
      const [child, before] = [given.now, given.last].map(each => ofChild(rowsOf(each, 'Header'), CHILD)[0])
      const [ends, ended] = [given.now, given.last].map(each => ofChild(rowsOf(each, 'UASC'), CHILD)[0])
      if (!child || !before) return false
      const is = (header: Row, row: Row | undefined) =>
        cell(header, 'UASC') === '' ? row !== undefined : cell(header, 'UASC') === '1'
      const born = dayIn(ends, 'DOB') ?? dayIn(ended, 'DOB') ?? dayIn(child, 'DOB')
      const eighteen = born === undefined ? undefined : birthdayAt(born, 18)
      return asks({ now: is(child, ends), before: is(before, ended), ends, ended, eighteen }, given)
    }
    const wrong = rowsOf(given.now, 'Header').filter(isWrong)
    return [
      ...flaggedIn(given.now, 'Header', isWrong),
      ...flaggedIn(given.now, 'UASC', row => wrong.some(({ CHILD }) => CHILD === row.CHILD)),
    ]
  }

const isIn = (day: number | undefined, year: number): boolean =>
  day !== undefined && day >= firstDay(year) && day <= lastDay(year)

/** Told and readable, and not the eighteenth birthday. */
const contradicts = (row: Row | undefined, eighteen: number | undefined): boolean => {
  const day = dayIn(row, 'DUC')
  return day !== undefined && eighteen !== undefined && day !== eighteen
}

export const past: Readonly<Record<string, Verdict>> = {
  199: beganAfter('E11 E12'),
  437: beganAfter('E2 E15'),
  1000: died,
  1002: neverInCare,
  1011: passedOn,
  334: beforeCare('AD1', 'DATE_INT', 'last'),
  1003: beforeCare('PlacedAdoption', 'DATE_PLACED', 'first'),
  '205A': status(
    ({ now, before, ends, ended }, { year }) =>
      before && !now && (cell(ends, 'DUC') !== '' || !isIn(dayIn(ended, 'DUC'), year - 1)),
  ),
  '205B': status(
    ({ now, before, ends, ended, eighteen }, { year }) =>
      now &&
      before &&
      (contradicts(ended, eighteen) || (contradicts(ends, eighteen) && !isIn(dayIn(ends, 'DUC'), year))),
  ),
  '205C': status(
    ({ now, before, ends, ended }) =>
      !now && !before && (cell(ends, 'DUC') !== '' || cell(ended, 'DUC') !== ''),
  ),
  '205D': status(({ now, before }) => now && !before),
}
