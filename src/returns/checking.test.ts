/** Each rule says what is wrong where it is, and nothing where it is not. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Checked } from './checking.ts'
import { aFile, aHeader, aMove, anEpisode, checkAll, checkRows, day } from './fixtures.ts'
import { halves } from './problem.ts'
import { type Code, rules } from './rules.ts'
import type { WrittenRow } from './writing.ts'

type Fires = { code: Code; what: string; fires: Checked; silent?: Checked; stops?: boolean; field?: string }

const header = (over: WrittenRow, today?: string) =>
  checkRows([anEpisode()], [aHeader(over)], today ? { today: day(today) } : {})
const episode = (over: WrittenRow) => checkRows([anEpisode(over)])
const move = (first: WrittenRow, second: WrittenRow = {}) => checkRows(aMove(first, second))
const reviews = (...rows: WrittenRow[]) =>
  checkAll([aFile('Header', [aHeader()]), aFile('Episodes', [anEpisode()]), aFile('Reviews', rows)])
const aReview = { CHILD: '1001', DOB: '14/02/2012', REVIEW: '01/06/2025', REVIEW_CODE: 'PN1' }
const boy = aHeader({ CHILD: '1002', SEX: 'M', UPN: 'B123456789012' })
const both = (over: WrittenRow, home: WrittenRow = {}) =>
  checkRows([anEpisode(), anEpisode({ CHILD: '1002', ...home })], [aHeader(), { ...boy, ...over }])
const many = (decom: string, dec: string) =>
  Array.from({ length: 20 }, (_, i) => anEpisode({ CHILD: `${i}`, DECOM: decom, DEC: dec, REC: 'E4A' }))
const crowd = Array.from({ length: 20 }, (_, i) => aHeader({ CHILD: `${i}`, UPN: 'UN1' }))
const knownAs = (born: string) => new Map(crowd.map(({ CHILD }) => [String(CHILD), day(born)]))

const cases: Fires[] = [
  { code: 'no-child', what: 'a row without a child', fires: episode({ CHILD: '' }), stops: true },
  {
    code: 'spoiled-child',
    what: 'a number Excel shortened',
    fires: episode({ CHILD: '1.2E+11' }),
    stops: true,
  },
  { code: 'blank', what: 'no legal status', fires: episode({ LS: '' }), stops: true, field: 'LS' },
  { code: 'blank', what: 'no day of birth', fires: header({ DOB: '' }), stops: true, field: 'DOB' },
  { code: 'blank', what: 'no ethnicity', fires: header({ ETHNIC: '' }), silent: header({ MC_DOB: '' }) },
  {
    code: 'blank',
    what: 'no provider of a foster home',
    fires: episode({ PLACE_PROVIDER: '' }),
    silent: episode({ PLACE: 'T1', PLACE_PROVIDER: '' }),
  },
  { code: 'unknown-code', what: 'a place that never was', fires: episode({ PLACE: 'Q9' }), stops: true },
  {
    code: 'unknown-code',
    what: 'a reason that never was',
    fires: move({ REASON_PLACE_CHANGE: 'WHIM' }),
    silent: move({ REASON_PLACE_CHANGE: 'carpl' }),
  },
  {
    code: 'code-not-of-this-year',
    what: 'H5 in 2026',
    fires: episode({ PLACE: 'H5' }),
    silent: episode({ PLACE: 'K3' }),
  },
  {
    code: 'code-not-of-this-year',
    what: 'SEX 2 in 2026',
    fires: header({ SEX: '2' }),
    silent: header({ SEX: 'f' }),
  },
  { code: 'not-a-date', what: '31 April', fires: episode({ DECOM: '31/04/2025' }), stops: true },
  {
    code: 'not-a-date',
    what: '29 February 2025',
    fires: header({ DOB: '29/02/2013' }),
    silent: header({ DOB: '29/02/2012' }),
  },
  { code: 'not-a-date', what: 'a year of two figures', fires: episode({ DECOM: '01/02/03' }), stops: true },
  { code: 'date-style', what: 'a date in ISO', fires: episode({ DECOM: '2025-05-05' }), silent: episode({}) },
  { code: 'date-style', what: 'a lost nought', fires: episode({ DECOM: '5/5/2025' }) },
  {
    code: 'date-in-future',
    what: 'an episode of 2042',
    fires: episode({ DECOM: '05/05/2042' }),
    stops: true,
  },
  {
    code: 'date-in-future',
    what: 'an end that has not come',
    fires: episode({ DEC: '02/07/2026', REC: 'E4A' }),
    silent: episode({ DEC: '01/07/2026', REC: 'E4A' }),
  },
  { code: 'date-in-future', what: 'a birth to come', fires: header({ DOB: '14/02/2042' }), stops: true },
  {
    code: 'not-a-postcode',
    what: 'a postcode cut short',
    fires: episode({ PL_POST: 'BN2' }),
    silent: episode({ PL_POST: 'bn23ee' }),
  },
  {
    code: 'not-a-upn',
    what: 'a UPN with an O',
    fires: header({ UPN: 'O123456789012' }),
    silent: header({ UPN: 'un2' }),
  },
  { code: 'too-old', what: 'a child born in 1924', fires: header({ DOB: '14/02/1924' }), stops: true },
  {
    code: 'too-old',
    what: 'a care leaver of 26',
    fires: header({ DOB: '01/04/1999' }),
    silent: header({ DOB: '02/04/1999' }),
  },
  {
    code: 'starts-after-year',
    what: 'an episode of next year',
    fires: episode({ DECOM: '01/04/2026' }),
    silent: episode({ DECOM: '31/03/2026' }),
  },
  {
    code: 'ends-after-year',
    what: 'an end next year',
    fires: episode({ DEC: '01/04/2026', REC: 'E4A' }),
    silent: episode({ DEC: '31/03/2026', REC: 'E4A' }),
  },
  {
    code: 'ends-before-start',
    what: 'an end before the start',
    fires: episode({ DEC: '04/05/2025', REC: 'E4A' }),
    stops: true,
  },
  {
    code: 'ends-on-start',
    what: 'an episode of no nights',
    fires: episode({ DEC: '05/05/2025', REC: 'E4A' }),
    stops: true,
  },
  { code: 'end-without-reason', what: 'an end without a reason', fires: move({ REC: '' }), silent: move({}) },
  {
    code: 'reason-without-end',
    what: 'a reason without an end',
    fires: episode({ REC: 'X1' }),
    silent: episode({}),
  },
  { code: 'row-twice', what: 'one review twice', fires: reviews(aReview, aReview), stops: true },
  {
    code: 'child-twice',
    what: 'a girl told of twice',
    fires: checkRows([anEpisode()], [aHeader(), aHeader({ UPN: 'UN1' })]),
    stops: true,
  },
  {
    code: 'episode-twice',
    what: 'two episodes from one day',
    fires: checkRows([anEpisode(), anEpisode({ PLACE: 'K2' })]),
    stops: true,
  },
  {
    code: 'no-header',
    what: 'an episode of nobody',
    fires: episode({ CHILD: '9' }),
    silent: checkRows([anEpisode()], [], { known: new Map([['1001', day('2012-02-14')]]) }),
    stops: true,
  },
  {
    code: 'no-header',
    what: 'a review of nobody',
    fires: reviews(aReview, { ...aReview, CHILD: '9' }),
    silent: reviews(aReview),
  },
  {
    code: 'header-unusable',
    what: 'episodes of a girl whose birth is unknown',
    fires: header({ DOB: '' }),
    stops: true,
  },
  { code: 'no-episodes', what: 'a boy with no episodes', fires: checkRows([anEpisode()], [aHeader(), boy]) },
  {
    code: 'birth-differs',
    what: 'two days of birth',
    fires: reviews({ ...aReview, DOB: '15/02/2012' }),
    silent: reviews(aReview),
  },
  {
    code: 'born-after-entry',
    what: 'care before birth',
    fires: header({ DOB: '06/05/2025' }),
    silent: header({ DOB: '05/05/2025' }),
    stops: true,
  },
  {
    code: 'never-ends',
    what: 'an episode left open',
    fires: move({ DEC: '', REC: '' }),
    silent: move({}),
    field: 'DEC',
  },
  {
    code: 'overlap',
    what: 'two homes for one night',
    fires: move({ DEC: '02/09/2025' }),
    silent: move({}),
    field: 'DECOM',
  },
  {
    code: 'gap',
    what: 'a night nowhere',
    fires: move({ DEC: '31/08/2025' }),
    silent: move({}),
    field: 'REC',
  },
  {
    code: 'gap',
    what: 'a move to nowhere',
    fires: episode({ DEC: '01/09/2025', REC: 'X1' }),
    silent: episode({ DEC: '01/09/2025', REC: 'E4A' }),
  },
  {
    code: 'not-a-start',
    what: 'care that begins with a move',
    fires: episode({ RNE: 'P' }),
    silent: episode({ RNE: 'P', DECOM: '01/04/2025' }),
  },
  {
    code: 'not-a-new-start',
    what: 'a return to care called a move',
    fires: move({ DEC: '31/08/2025', REC: 'E4A' }),
    silent: move({ DEC: '31/08/2025', REC: 'E4A' }, { RNE: 'S' }),
  },
  {
    code: 'twins',
    what: 'one birthday, one address',
    fires: both({}),
    silent: both({}, { HOME_POST: 'BN9 9AA' }),
  },
  {
    code: 'possible-duplicate',
    what: 'one pupil under two numbers',
    fires: both({ SEX: 'F', UPN: 'A123456789012' }),
    silent: both({ SEX: 'F', UPN: 'UN2' }),
  },
  {
    code: 'nothing-to-load',
    what: 'reviews alone',
    fires: checkAll([aFile('Reviews', [aReview])]),
    stops: true,
  },
  {
    code: 'wrong-year',
    what: 'a return of long ago',
    fires: checkRows(many('01/05/2019', '01/06/2019'), crowd),
    silent: checkRows(many('01/05/2019', '01/06/2025'), crowd),
    stops: true,
  },
  {
    code: 'wrong-year',
    what: "last year's return",
    fires: checkRows(many('01/05/2024', ''), crowd),
    stops: true,
  },
  {
    code: 'wrong-authority',
    what: 'children of another authority',
    fires: checkRows(many('01/05/2025', ''), crowd, { known: knownAs('2015-07-07') }),
    silent: checkRows(many('01/05/2025', ''), crowd, { known: knownAs('2012-02-14') }),
    stops: true,
  },
]

for (const { code, what, fires, silent, stops = false, field } of cases) {
  test(`${code}: ${what}`, () => {
    const found = fires.problems.filter(each => each.code === code)
    assert.ok(found.length > 0, `only ${fires.problems.map(each => each.code).join()}`)
    if (field) assert.ok(found.some(each => each.field === field))
    if (stops) assert.ok(found.every(each => each.stops))
    for (const each of found) {
      const { wrong, fix } = halves(each)
      assert.match(wrong, /^[A-Z"].*\.$/)
      assert.equal(each.message, `${wrong} ${fix}`)
    }
    assert.deepEqual(silent?.problems.filter(each => each.code === code) ?? [], [])
  })
}

test('every rule of a row, of rows beside one another and of a load has been seen to fire', () => {
  const elsewhere =
    'not-text empty-file unknown-columns missing-columns same-kind-twice too-many-rows open-quote'
      .concat(' extra-columns column-twice too-many-cells overlaps-newer')
      .split(' ')
  const seen = new Set<string>([...cases.map(({ code }) => code), ...elsewhere])
  assert.deepEqual(
    Object.keys(rules).filter(code => !seen.has(code)),
    [],
  )
})

test('a right return has no problems, and all of it can be used', () => {
  const { problems, children, episodes, rows, leftOut } = move({})
  assert.deepEqual(problems, [])
  assert.deepEqual([children.length, episodes.length, rows, leftOut], [1, 2, 3, 0])
})

test('what is wrong with one row is no reason to leave out another', () => {
  const { episodes, leftOut } = checkRows([...aMove(), anEpisode({ DECOM: '05/05/2042' })])
  assert.deepEqual(
    episodes.map(({ startedOn }) => startedOn),
    ['2025-05-05', '2025-09-01'],
  )
  assert.equal(leftOut, 1)
})

test('a row that cannot be used still has its place, so that all its problems are said at once', () => {
  const { problems, episodes } = move({ DEC: '30/11/2025' }, { PLACE: '' })
  assert.deepEqual(problems.map(({ code }) => code).sort(), ['blank', 'overlap'])
  assert.deepEqual(
    episodes.map(({ startedOn, endedOn }) => [startedOn, endedOn]),
    [['2025-05-05', '2025-09-01']],
  )
})

test('of episodes that overlap the earlier is read as ending when the later begins', () => {
  const { episodes } = move({ DEC: '30/11/2025' })
  assert.deepEqual(
    episodes.map(({ startedOn, endedOn, endReason }) => [startedOn, endedOn, endReason]),
    [
      ['2025-05-05', '2025-09-01', 'X1'],
      ['2025-09-01', null, null],
    ],
  )
})

test('a sex and an ethnicity that nobody gave are not known, and the child is kept', () => {
  const [child] = header({ SEX: '', ETHNIC: 'XXXX' }).children
  assert.deepEqual([child!.sex, child!.ethnicity], ['U', 'NOBT'])
})

test('a child in the UASC file seeks asylum, and another does not', () => {
  const uasc = aFile('UASC', [{ CHILD: '1001', SEX: 'F', DOB: '14/02/2012', DUC: '14/02/2030' }])
  const { children } = checkAll([aFile('Header', [aHeader(), boy]), aFile('Episodes', [anEpisode()]), uasc])
  assert.deepEqual(
    children.map(({ asylum }) => asylum),
    [
      { seeks: true, until: '2030-02-14' },
      { seeks: false, until: null },
    ],
  )
})

const anyEpisode = fc.record({
  CHILD: fc.constantFrom('1001', '1002', '9', ''),
  DECOM: fc.constantFrom('05/05/2025', '01/09/2025', '2025-10-02', '31/04/2025', '01/12/2025'),
  DEC: fc.constantFrom('', '', '01/09/2025', '02/10/2025', '01/12/2025'),
  REC: fc.constantFrom('', 'X1', 'E4A', 'E99'),
  RNE: fc.constantFrom('S', 'P', ''),
  PLACE: fc.constantFrom('U6', 'K2', 'H5'),
})

test('the order of the rows changes no problem', () => {
  const withoutRows = ({ problems }: Checked) =>
    problems.map(each => JSON.stringify({ ...each, row: 0 })).sort()
  const headers = [aHeader(), boy, aHeader({ UPN: 'UN1' })]
  const check = (rows: WrittenRow[], header: WrittenRow[]) => withoutRows(checkRows(rows, header))
  fc.assert(
    fc.property(
      fc.array(anyEpisode, { maxLength: 12 }).chain(rows => {
        const written = rows.map(anEpisode)
        const shuffle = (each: WrittenRow[]) => fc.shuffledSubarray(each, { minLength: each.length })
        return fc.tuple(fc.constant(written), shuffle(written), shuffle(headers))
      }),
      ([rows, shuffled, others]) => assert.deepEqual(check(shuffled, others), check(rows, headers)),
    ),
  )
})

test('no two episodes of a child that are to be used overlap, whatever the rows', () => {
  fc.assert(
    fc.property(fc.array(anyEpisode, { maxLength: 12 }), rows => {
      const { episodes } = checkRows(rows.map(anEpisode), [aHeader(), boy])
      for (const [i, each] of episodes.entries()) {
        const next = episodes[i + 1]
        if (next?.child === each.child) assert.ok(each.endedOn !== null && each.endedOn <= next.startedOn)
        assert.equal(each.endedOn === null, each.endReason === null)
      }
    }),
  )
})
