/** Several yearly returns become one history; whatever is wrong in them is listed, and stops nothing. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import Papa from 'papaparse'
import { toDate } from '#shared/days'
import { cellsIn } from '../example.ts'
import { type Joined, joinYears } from './joining.ts'
import type { Told } from './told.ts'

const authority = 'E10000028'
const at = (year: number, ...rows: string[]): Told[] =>
  rows.map((row, i) => ({ authority, year, row: i, cells: { CHILD: 'a', ...cellsIn(row) } }))
const born: Told[] = at(2020, 'DOB=01/05/2010, ETHNIC=WBRI')
const join = (...episodes: Told[][]) => joinYears({ headers: born, episodes: episodes.flat() })

const told = ({ children }: Joined) =>
  children.flatMap(({ child, episodes }) =>
    episodes.map(({ startedOn, endedOn, reason, rule }) =>
      [child, toDate(startedOn), endedOn === null ? 'open' : toDate(endedOn), reason, rule].join(' ').trim(),
    ),
  )
const left = ({ repairs }: Joined) => repairs.filter(({ dropped }) => dropped).map(({ rule }) => rule)

suite('yearly returns joined', () => {
  test('an open episode that the next year tells again is one episode', () => {
    const joined = join(
      at(2024, 'DECOM=01/05/2023, RNE=S'),
      at(2025, 'DECOM=01/05/2023, RNE=S, DEC=01/06/2024, REC=E4A'),
    )
    assert.deepEqual(told(joined), ['a 2023-05-01 2024-06-01 E4A'])
    assert.deepEqual(left(joined), ['continued'])
  })
  test('a source put right undoes the repair', () => {
    const open = at(2024, 'DECOM=01/05/2023, RNE=S')
    const newer = at(2025, 'DECOM=01/05/2024, RNE=S')
    assert.equal(join(open, newer).repairs[0]?.rule, 'ended-before-re-entry')
    const right = join(at(2024, 'DECOM=01/05/2023, RNE=S, DEC=01/03/2024, REC=E4A'), newer)
    assert.deepEqual(right.repairs, [])
    assert.deepEqual(told(right), ['a 2023-05-01 2024-03-01 E4A', 'a 2024-05-01 open'])
  })
  test('what is open in the newest return is open', () => {
    assert.deepEqual(told(join(at(2025, 'DECOM=01/05/2023, RNE=S'))), ['a 2023-05-01 open'])
  })
  test('two rows of one day in one return: the longer is kept', () => {
    const joined = join(
      at(2025, 'DECOM=01/05/2024, DEC=01/06/2024, REC=X1', 'DECOM=01/05/2024, DEC=01/07/2024, REC=E4A'),
    )
    assert.deepEqual(told(joined), ['a 2024-05-01 2024-07-01 E4A'])
    assert.deepEqual(left(joined), ['same-day'])
  })
  test('numbers of children are those of their own authority', () => {
    const other = at(2025, 'DECOM=01/05/2024').map(each => ({ ...each, authority: 'E10000014' }))
    assert.equal(join(at(2025, 'DECOM=01/05/2024'), other).children.length, 2)
  })
})

suite('what cannot be right is said, and stops nothing', () => {
  const rulesIn = (headers: string, episodes: string) => {
    const joined = joinYears({ headers: at(2025, headers), episodes: at(2025, episodes) })
    return joined.doubts.map(({ rule, dropped }) => (dropped ? `${rule}, left out` : rule))
  }
  for (const [says, header, episode, expected] of [
    ['a birth in 1924', 'DOB=01/05/1924, ETHNIC=WBRI', 'DECOM=01/05/2024', ['born-too-long-ago']],
    ['a birth after care began', 'DOB=02/05/2024, ETHNIC=WBRI', 'DECOM=01/05/2024', ['born-after-entry']],
    ['no ethnic group', 'DOB=01/05/2012', 'DECOM=01/05/2024', ['no-ethnicity']],
    [
      'an episode of 2042',
      'DOB=01/05/2012, ETHNIC=WBRI',
      'DECOM=01/05/2042',
      ['starts-after-year, left out', 'no-episodes'],
    ],
    ['no start', 'DOB=01/05/2012, ETHNIC=WBRI', 'DECOM=soon', ['no-start, left out', 'no-episodes']],
    [
      'an end before the start',
      'DOB=2012-05-01, ETHNIC=WBRI',
      'DECOM=2024-05-02, DEC=2024-05-01',
      ['ends-before-start'],
    ],
    ['an end that is no date', 'DOB=01/05/2012, ETHNIC=WBRI', 'DECOM=01/05/2024, DEC=x', ['end-not-a-date']],
    [
      'a Header alone',
      'DOB=01/05/2012, ETHNIC=WBRI',
      'CHILD=b, DECOM=01/05/2024',
      ['no-header', 'no-episodes'],
    ],
    [
      'no child',
      'CHILD=, DOB=01/05/2012',
      'CHILD=, DECOM=01/05/2024',
      ['no-child, left out', 'no-child, left out'],
    ],
  ] as const) {
    test(says, () => assert.deepEqual(rulesIn(header, episode), expected))
  }
})

const worked = '../shared/data/liia_samples/SSDA903_episodes_for_testing_fixes_INPUT.csv'
suite('worked cases of cross-year repair', { skip: !existsSync(worked) && 'they are not here' }, () => {
  const text = readFileSync(worked, 'utf8')
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
  const joined = joinYears({
    headers: [],
    episodes: rows.map((cells, row) => ({ authority: cells.LA!, year: Number(cells.YEAR), row, cells })),
  })
  test('give the histories that they must', () => {
    assert.deepEqual(told(joined), [
      'NORULE_BAD 2015-06-19 2016-07-26 X1',
      'NORULE_BAD 2016-07-26 2021-12-12 E17',
      'NORULE_NEW 2022-02-01 2022-07-10 E17',
      'NORULE_NEW 2022-10-23 open',
      'NORULE_SUT 2017-12-15 open',
      'RULE1_BAD 2016-01-13 2017-08-20 X1 ended-by-next',
      'RULE1_BAD 2017-08-20 2019-06-21 X1',
      'RULE1_BAD 2019-06-21 2019-07-23 E6',
      'RULE1A_BAD 2016-01-22 2016-10-24 X1',
      'RULE1A_BAD 2016-10-24 2017-03-31 E99 ended-before-re-entry',
      'RULE1A_BAD 2017-04-20 2017-06-13 E8',
      'RULE2_BAD 2019-05-10 2020-03-31 E99 ended-with-year',
      'RULE3_BAD 2016-09-23 2017-05-30 E2',
      'RULE3A_BAD 2017-11-25 2018-01-25 X1',
      'RULE3A_BAD 2018-01-25 2018-05-16 E45',
      'RULE4_BAD 2018-11-23 2018-12-20 X1 overlap',
      'RULE4_BAD 2018-12-20 2019-08-19 X1',
      'RULE4_BAD 2019-08-19 2019-10-01 E4A',
      'RULE5_BAD 2019-11-06 2020-04-02 X1 gap',
      'RULE5_BAD 2020-04-02 open',
    ])
  })
  test('and leave out what a newer return tells otherwise', () => {
    assert.deepEqual(
      joined.repairs.filter(({ dropped }) => dropped).map(({ told: { child }, rule }) => `${child} ${rule}`),
      ['RULE3_BAD redated', 'RULE3A_BAD replaced', 'RULE4_BAD replaced'],
    )
  })
})

suite('any returns at all', () => {
  const episode = fc.record({
    year: fc.integer({ min: 2020, max: 2025 }),
    start: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    lasts: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
    RNE: fc.constantFrom('S', 'P', 'L'),
    REC: fc.constantFrom('X1', 'E4A', ''),
  })
  test('become histories in which no two episodes overlap, and every row is kept or listed', () => {
    fc.assert(
      fc.property(fc.array(episode, { maxLength: 12 }), rows => {
        const episodes = rows.map(({ year, start, month, lasts, RNE, REC }, row) => {
          const begins = new Date(Date.UTC(year - 1, month - 1, start))
          const ends =
            lasts === null ? '' : new Date(begins.getTime() + lasts * 86_400_000).toISOString().slice(0, 10)
          return {
            authority,
            year,
            row,
            cells: { CHILD: 'a', DECOM: begins.toISOString().slice(0, 10), DEC: ends, RNE, REC },
          }
        })
        const { children, repairs, doubts } = joinYears({ headers: born, episodes })
        const history = children.flatMap(each => each.episodes)
        for (const [i, each] of history.entries()) {
          const next = history[i + 1]
          assert.ok(each.endedOn === null ? next === undefined : each.endedOn >= each.startedOn)
          assert.ok(next === undefined || (each.endedOn !== null && each.endedOn <= next.startedOn))
        }
        const out =
          repairs.filter(({ dropped }) => dropped).length + doubts.filter(({ dropped }) => dropped).length
        assert.equal(history.length + out, rows.length)
      }),
    )
  })
})
