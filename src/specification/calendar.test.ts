/** Sent in time, late, not sent and not due yet, each on the days where it turns. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from '#shared/dates'
import { roundsAround, timelinessOf } from './calendar.ts'

const day = (text: string) => parseDate(text)!
const monthly = (sentOn: string | null, today: string, since = '2026-04-01') =>
  timelinessOf('monthly', { sentOn: sentOn === null ? null : day(sentOn), since: day(since) }, day(today))

test('a month is due on its 10th, and that day is not yet too late', () => {
  assert.equal(roundsAround('monthly', day('2026-08-10')).next.due, '2026-08-10')
  assert.equal(roundsAround('monthly', day('2026-08-11')).next.due, '2026-09-10')
  assert.equal(roundsAround('monthly', day('2026-01-01')).last.due, '2025-12-10')
  assert.equal(roundsAround('monthly', day('2026-12-31')).next.due, '2027-01-10')
  assert.equal(roundsAround('twice-yearly', day('2026-11-25')).last.due, '2026-10-31')
  assert.equal(roundsAround('twice-yearly', day('2026-11-25')).next.due, '2027-04-30')
})

test('what was never sent is overdue from the day after', () => {
  assert.deepEqual(monthly(null, '2026-08-11'), {
    state: 'overdue',
    sentOn: null,
    daysSince: null,
    nextDue: '2026-09-10',
    due: '2026-08-10',
    daysOverdue: 1,
  })
})

test('what was sent in the round is in time, even while the next is open', () => {
  assert.equal(monthly('2026-08-10', '2026-08-30').state, 'in-time')
  assert.equal(monthly('2026-08-10', '2026-09-10').state, 'in-time')
  assert.equal(monthly('2026-08-10', '2026-09-11').state, 'overdue')
})

test('what came after it was due is late, until the next round', () => {
  assert.equal(monthly('2026-08-11', '2026-08-30').state, 'late')
  assert.equal(monthly('2026-09-01', '2026-09-05').state, 'in-time')
})

test('once the next round has been sent, the one after is what is due', () => {
  assert.equal(monthly('2026-09-02', '2026-09-05').nextDue, '2026-10-10')
  assert.equal(monthly('2026-08-20', '2026-08-30').nextDue, '2026-09-10')
})

test('nothing is overdue that was not asked for when it was due', () => {
  assert.deepEqual(monthly(null, '2026-08-30', '2026-08-11'), { state: 'not-yet-due', nextDue: '2026-09-10' })
  assert.equal(monthly('2026-08-20', '2026-08-30', '2026-08-11').state, 'in-time')
})
