/** What a figure counts, and what it leaves out. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from '#shared/dates'
import {
  type Alike,
  byAge,
  byKind,
  cellsOf,
  childrenIn,
  over20,
  ratePer10000,
  shareOf,
  unregistered,
  yearEndsBefore,
} from './count.ts'

const day = (text: string) => parseDate(text)!
const today = day('2026-08-30')

const some = (facts: Partial<Alike> = {}): Alike => ({
  authority: 'bracknell',
  placeCode: 'U6',
  providerCode: 'PR1',
  bornMonth: day('2015-03-01'),
  over20: false,
  outOfArea: false,
  threeOrMore: false,
  children: 1,
  ...facts,
})

test('children alike in all that is counted become one cell', () => {
  const cells = cellsOf([some({ children: 3 }), some({ bornMonth: day('2014-12-01'), children: 2 })], today)
  assert.deepEqual(
    cells.map(({ age, kind, children }) => [age, kind, children]),
    [['10-15', 'in-house foster', 5]],
  )
})

test('a child whose distance is not known is in neither part of the share', () => {
  const cells = cellsOf(
    [some({ over20: true }), some({ over20: false, children: 3 }), some({ over20: null, children: 6 })],
    today,
  )
  assert.deepEqual(over20(cells), { count: 1, of: 4, share: 0.25 })
})

test('a share among nobody is not nought', () => {
  assert.equal(shareOf(0, 0).share, null)
})

test('the published rate of Leicestershire in 2018 is reproduced: 573 children among 141,400', () => {
  assert.equal(ratePer10000(573, 141_400)!.toFixed(1), '40.5')
  assert.equal(ratePer10000(573, null), null)
})

test('a code Z is unregistered, whatever else', () => {
  const cells = cellsOf([some({ placeCode: 'Z12', providerCode: null }), some({ children: 9 })], today)
  assert.equal(unregistered(cells).share, 0.1)
})

test('kinds and ages each add up to everybody', () => {
  const cells = cellsOf([some(), some({ placeCode: 'K2', bornMonth: day('2009-01-01'), children: 4 })], today)
  for (const counted of [byKind(cells), byAge(cells)]) {
    assert.equal(
      counted.reduce((sum, { children }) => sum + children, 0),
      childrenIn(cells),
    )
  }
})

test('a year ends on 31 March, and counts from that day', () => {
  assert.deepEqual(yearEndsBefore(day('2026-03-30')).at(-1), '2025-03-31')
  assert.deepEqual(yearEndsBefore(day('2026-03-31')).at(-1), '2026-03-31')
  assert.equal(yearEndsBefore(today).length, 6)
})
