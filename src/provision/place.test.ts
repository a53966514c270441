/** Whether a place is vacant, and what may become of it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#shared/refusal'
import { aHome, aPlaceIn, day } from './fixtures.ts'
import { freshness } from './freshness.ts'
import { type Place, closePlace, confirm, giveBack, leave, reopenPlace, take, vacancyOn } from './place.ts'

const home = aHome()
const today = day('2026-09-01')
const free = aPlaceIn(home)

test('whether a place is vacant is worked out from its facts', () => {
  const closure = { from: day('2026-08-20'), until: day('2026-09-02'), reason: 'New floor' }
  const table: [string, Place, ReturnType<typeof vacancyOn>][] = [
    ['free', free, { is: 'vacant' }],
    ['taken', { ...free, taken: { from: day('2026-08-01'), until: null } }, { is: 'taken', reason: 'Taken' }],
    [
      'promised',
      { ...free, taken: { from: day('2026-09-09'), until: null } },
      { is: 'taken', reason: 'Taken' },
    ],
    [
      'leaving tomorrow',
      { ...free, taken: { from: day('2026-08-01'), until: day('2026-09-02') } },
      { is: 'taken', reason: 'Taken until 2 September 2026' },
    ],
    ['left today', { ...free, taken: { from: day('2026-08-01'), until: today } }, { is: 'vacant' }],
    ['closed', { ...free, closure }, { is: 'closed', reason: 'Closed: New floor, until 2 September 2026' }],
    ['open again', { ...free, closure: { ...closure, until: today } }, { is: 'vacant' }],
    [
      'closed later',
      { ...free, closure: { ...closure, from: day('2026-09-02'), until: null } },
      { is: 'vacant' },
    ],
    [
      'not yet',
      { ...free, availableFrom: day('2026-09-05') },
      { is: 'not-yet', reason: 'Available from 5 September 2026' },
    ],
  ]
  for (const [says, place, expected] of table) assert.deepEqual(vacancyOn(place, home, today), expected, says)
})

test('no place is vacant in a home that is shut', () => {
  const shut = { ...home, state: 'refurbishing', reason: 'New roof', until: null } as const
  assert.deepEqual(vacancyOn(free, shut, today), { is: 'closed', reason: 'Being refurbished: New roof' })
})

test('a place is taken once', () => {
  const taken = take(free, home, today)
  assert.ok(!(taken instanceof Refusal))
  const again = take(taken, home, day('2026-12-01'))
  assert.ok(again instanceof Refusal)
  assert.equal(again.kind, 'conflict')
  assert.equal(again.problems[0]?.message, 'This place has been taken for another child')
})

test('a place may be taken again from the day the child leaves, and not before', () => {
  const taken = take(free, home, today) as Place
  const left = leave(taken, day('2026-10-10')) as Place
  assert.ok(take(left, home, day('2026-10-09')) instanceof Refusal)
  assert.ok(!(take(left, home, day('2026-10-10')) instanceof Refusal))
})

test('what may become of a place', () => {
  const closure = { from: today, until: null, reason: 'New floor' }
  const taken = take(free, home, today) as Place
  const closed = closePlace(free, closure, today) as Place
  const changes = (place: Place) =>
    [take(place, home, today), leave(place, today), giveBack(place), reopenPlace(place, today)].map(
      result => !(result instanceof Refusal),
    )
  assert.deepEqual(changes(free), [true, false, false, false])
  assert.deepEqual(changes(taken), [false, true, true, false])
  assert.deepEqual(changes(closed), [false, false, false, true])
})

test('nobody leaves before they came', () => {
  const refusal = leave(take(free, home, today) as Place, day('2026-08-31'))
  assert.ok(refusal instanceof Refusal)
  assert.equal(refusal.problems[0]?.field, 'on')
})

test('a closure says why, and confirms the place as it is told', () => {
  assert.ok(closePlace(free, { from: today, until: null, reason: '' }, today) instanceof Refusal)
  const closed = closePlace(free, { from: today, until: null, reason: ' New floor ' }, today) as Place
  assert.equal(closed.closure?.reason, 'New floor')
  assert.equal(closed.confirmedOn, today)
  assert.equal(confirm(free, today).confirmedOn, today)
})

test('after fourteen days what a home told us is stale', () => {
  assert.deepEqual(freshness(day('2026-08-18'), today).sentence, 'Confirmed 14 days ago')
  assert.deepEqual(freshness(day('2026-08-17'), today).sentence, 'Confirmed 15 days ago: ring first')
  assert.equal(freshness(day('2026-08-31'), today).sentence, 'Confirmed yesterday')
  assert.equal(freshness(today, today).sentence, 'Confirmed today')
  assert.equal(freshness(day('2026-08-29'), today, 2).isStale, true)
})
