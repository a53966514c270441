/** What a figure counts, and what it leaves out. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from '#shared/dates'
import {
  type Alike,
  byAge,
  byKind,
  lookedAfter,
  over20,
  ratePer10000,
  shareOf,
  tallyOf,
  together,
  unregistered,
  yearEndsBefore,
} from './count.ts'
import { pastOf } from './dashboard.ts'

const day = (text: string) => parseDate(text)!
const today = day('2026-08-30')

const some = (facts: Partial<Alike> = {}): Alike => ({
  placeCode: 'U6',
  providerCode: 'PR1',
  bornMonth: day('2015-03-01'),
  over20: false,
  outOfArea: false,
  threeOrMore: false,
  children: 1,
  ...facts,
})
const counted = (...rows: Partial<Alike>[]) => tallyOf(rows.map(some), today)

test('children alike in all that is counted are added up', () => {
  const tally = counted({ children: 3 }, { bornMonth: day('2014-12-01'), children: 2 })
  assert.deepEqual(byKind(tally), [{ name: 'in-house foster', children: 5 }])
  assert.deepEqual(
    byAge(tally).filter(({ children }) => children > 0),
    [{ name: '10-15', children: 5 }],
  )
})

test('a child whose distance is not known is in neither part of the share', () => {
  const tally = counted({ over20: true }, { over20: false, children: 3 }, { over20: null, children: 6 })
  assert.deepEqual(over20(tally), { count: 1, of: 4, share: 0.25 })
})

test('a share among nobody is not nought', () => {
  assert.equal(shareOf(0, 0).share, null)
})

test('the published rate of Leicestershire in 2018 is reproduced: 573 children among 141,400', () => {
  assert.equal(ratePer10000(573, 141_400)!.toFixed(1), '40.5')
  assert.equal(ratePer10000(573, null), null)
})

test('a code Z is unregistered, whatever else', () => {
  const tally = counted({ placeCode: 'Z12', providerCode: null }, { children: 9 })
  assert.equal(unregistered(tally).share, 0.1)
})

test('kinds and ages each add up to everybody', () => {
  const tally = counted({}, { placeCode: 'K2', bornMonth: day('2009-01-01'), children: 4 })
  for (const parts of [byKind(tally), byAge(tally)]) {
    assert.equal(
      parts.reduce((sum, { children }) => sum + children, 0),
      lookedAfter(tally),
    )
  }
})

test('two authorities together are the sum of both', () => {
  const both = together([counted({ children: 3, over20: true }), counted({ children: 5 })])
  assert.deepEqual([lookedAfter(both), over20(both).count, over20(both).of], [8, 3, 8])
})

test('a year ends on 31 March, and counts from that day', () => {
  assert.deepEqual(yearEndsBefore(day('2026-03-30')).at(-1), '2025-03-31')
  assert.deepEqual(yearEndsBefore(day('2026-03-31')).at(-1), '2026-03-31')
  assert.equal(yearEndsBefore(today).length, 6)
})

test('a year that one authority has not loaded is left out of the sum', () => {
  const [early, late] = [day('2024-03-31'), day('2025-03-31')]
  const one = { tally: counted(), past: [early, late].map(each => ({ day: each, children: 10 })) }
  const other = { tally: counted(), past: [{ day: late, children: 7 }] }
  assert.deepEqual(pastOf([one, other]), [{ day: late, children: 17 }])
})
