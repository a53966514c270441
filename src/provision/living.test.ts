/** What a home says of who lives there, and for how long it counts. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, parseDate } from '#shared/dates'
import { aHome, aPlaceIn } from './fixtures.ts'
import { type WhoLives, agesTyped, daysUntilUnknown, livingInWords, readAges, residentsOn } from './living.ts'

const today = parseDate('2026-08-30')!
const home = aHome()
const said = (facts: Partial<WhoLives> = {}): WhoLives => ({
  home: home.id,
  saidOn: today,
  girls: [12, 14],
  boys: [9],
  others: [],
  ...facts,
})

test('ages are read as people write them, and what is no age is noticed', () => {
  assert.deepEqual(readAges('14, 9 and 12'), [9, 12, 14])
  assert.deepEqual(readAges(' 9;9\n10 & 11 '), [9, 9, 10, 11])
  assert.deepEqual(readAges(''), [])
  for (const wrong of ['Sam', '12.5', '-3', '26', '9, ten', '9'.repeat(40)])
    assert.equal(readAges(wrong), undefined, wrong)
})

test('ages typed again are read as the same', () => {
  const ages = fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 60 })
  fc.assert(
    fc.property(ages, each => {
      const inOrder = each.toSorted((a, b) => a - b)
      assert.deepEqual(readAges(agesTyped(inOrder)), inOrder)
    }),
  )
})

test('it is said in words, and nobody is somebody said', () => {
  assert.equal(livingInWords(said()), '2 girls aged 12 and 14, 1 boy aged 9')
  assert.equal(livingInWords(said({ girls: [], boys: [], others: [3] })), '1 child aged 3')
  assert.equal(livingInWords(said({ girls: [], boys: [] })), 'no child')
})

test('it counts for four weeks, and not at all where the home has said nothing', () => {
  const on = (days: number) => residentsOn(said({ saidOn: addDays(today, -days) }), [], today)
  assert.equal(on(daysUntilUnknown)?.length, 3)
  assert.equal(on(daysUntilUnknown + 1), null)
  assert.equal(residentsOn(undefined, [], today), null)
  assert.deepEqual(residentsOn(said({ girls: [], boys: [] }), [], today), [])
})

test('once somebody has come or gone since, who lives there is not known', () => {
  const yesterday = addDays(today, -1)
  const takenFrom = (from: string, until: string | null) =>
    residentsOn(
      said({ saidOn: yesterday }),
      [aPlaceIn(home, { taken: { from: parseDate(from)!, until: until ? parseDate(until)! : null } })],
      today,
    )
  assert.equal(takenFrom('2026-08-30', null), null, 'came today')
  assert.equal(takenFrom('2026-01-01', '2026-08-30'), null, 'left today')
  assert.equal(takenFrom('2026-08-29', null)?.length, 3, 'came the day it was said')
  assert.equal(takenFrom('2026-09-20', null)?.length, 3, 'will come')
})
