/** What may become of a home. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#shared/refusal'
import { aHome, aPurpose, day } from './fixtures.ts'
import {
  type ClosedHome,
  type Home,
  changePurpose,
  closeHome,
  makeDormant,
  refurbish,
  reopenHome,
  whyShut,
} from './home.ts'

const open = aHome()
const closing = { reason: 'No manager', from: day('2026-09-01'), until: day('2026-10-01') }
const closed = closeHome(open, closing) as ClosedHome

test('a home that closes says why, and takes children again on the day it opens', () => {
  assert.equal(whyShut(closed, day('2026-09-30')), 'Closed: No manager, until 1 October 2026')
  assert.equal(whyShut(closed, day('2026-10-01')), null)
})

test('a home with no day for opening stays shut, whatever day is asked about', () => {
  const dormant = makeDormant(open, 'Waiting for staff', day('2026-09-01'))
  assert.ok(!(dormant instanceof Refusal))
  assert.equal(whyShut(dormant, day('2030-01-01')), 'Dormant: Waiting for staff')
})

test('a home that has not opened yet is shut until it does', () => {
  const coming = aHome({ since: day('2026-11-02') })
  assert.equal(whyShut(coming, day('2026-11-01')), 'Opens on 2 November 2026')
  assert.equal(whyShut(coming, day('2026-11-02')), null)
})

test('what each state of a home may become', () => {
  const from = day('2026-10-01')
  const dormant = makeDormant(open, 'Waiting for staff', from) as Home
  const table: Home[] = [closed, open, refurbish(open, closing) as Home, dormant]
  const allowed = table.map(home => [
    home.state,
    !(makeDormant(home, 'No children', from) instanceof Refusal),
    !(reopenHome(home, from) instanceof Refusal),
  ])
  assert.deepEqual(allowed, [
    ['closed', true, true],
    ['open', true, false],
    ['refurbishing', true, true],
    ['dormant', false, true],
  ])
})

test('reopening forgets why it was closed', () => {
  assert.deepEqual(reopenHome(closed, open.since), open)
})

test('a statement of purpose has ages that run upwards, and each need met or not', () => {
  const fieldsOf = (facts: Parameters<typeof aPurpose>[0]) => {
    const changed = changePurpose(open, aPurpose(facts))
    return changed instanceof Refusal ? changed.problems.map(({ field }) => field) : []
  }
  assert.deepEqual(
    fieldsOf({ ageFrom: 12, ageTo: 12, needsMet: ['autism'], needsNotMet: ['fire-setting'] }),
    [],
  )
  assert.deepEqual(fieldsOf({ ageFrom: 12, ageTo: 11 }), ['ageTo'])
  assert.deepEqual(fieldsOf({ ageFrom: -1, ageTo: 26 }), ['ageFrom', 'ageTo'])
  assert.deepEqual(fieldsOf({ needsMet: ['autism'], needsNotMet: ['autism'] }), ['needsNotMet'])
})

test('a closing needs a reason, and a day for opening that comes after', () => {
  const silent = closeHome(open, { ...closing, reason: ' ' })
  assert.ok(silent instanceof Refusal)
  assert.equal(silent.problems[0]?.field, 'reason')
  const backwards = refurbish(open, { ...closing, until: closing.from })
  assert.ok(backwards instanceof Refusal)
  assert.equal(backwards.problems[0]?.field, 'until')
})
