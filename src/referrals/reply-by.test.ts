/** When a home is asked to answer by, unless somebody says otherwise, and when it is late. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { day } from './fixtures.ts'
import { checkReplyBy, hourInWords, isPast, replyByInWords, usualReplyBy } from './reply-by.ts'

/** A Wednesday. */
const today = day('2026-08-26')
const at = (hour: number) => ({ today, hour })

test('a planned move is answered within three working days, and by the day the home is needed', () => {
  assert.deepEqual(usualReplyBy('planned', day('2026-10-01'), at(10)), { on: '2026-08-31', hour: 17 })
  assert.deepEqual(usualReplyBy('planned', day('2026-08-28'), at(10)), { on: '2026-08-28', hour: 17 })
  assert.deepEqual(usualReplyBy('planned', null, at(10)).on, '2026-08-31', 'a weekend is no working day')
})

test('an emergency is answered within three hours, over midnight too', () => {
  assert.deepEqual(usualReplyBy('emergency', today, at(15)), { on: today, hour: 18 })
  assert.deepEqual(usualReplyBy('emergency', today, at(22)), { on: '2026-08-27', hour: 1 })
})

test('a planned home needed today is asked within hours, and not for a time that has passed', () => {
  assert.deepEqual(usualReplyBy('planned', today, at(16)), { on: today, hour: 19 })
  assert.deepEqual(usualReplyBy('planned', day('2026-08-01'), at(9)), { on: today, hour: 12 })
})

test('a home asked to answer by 5pm is late at 5pm', () => {
  assert.equal(isPast({ on: today, hour: 17 }, at(16)), false)
  assert.equal(isPast({ on: today, hour: 17 }, at(17)), true)
  assert.equal(isPast({ on: addDays(today, -1), hour: 23 }, at(0)), true)
})

test('the usual time can always be kept, whatever the hour and the day it is needed', () => {
  const anHour = fc.integer({ min: 0, max: 23 })
  const aDay = fc.option(fc.integer({ min: -30, max: 90 }))
  fc.assert(
    fc.property(fc.constantFrom('planned', 'emergency'), anHour, aDay, (urgency, hour, days) => {
      const neededBy = days === null ? null : addDays(today, days)
      const reply = usualReplyBy(urgency, neededBy, at(hour))
      assert.deepEqual(checkReplyBy(reply, at(hour)), reply)
    }),
  )
})

test('a time that has passed is refused with one that has not', () => {
  const problems = (reply: Parameters<typeof checkReplyBy>[0]) => {
    const refused = checkReplyBy(reply, at(16))
    assert.ok(refused instanceof Refusal)
    return refused.problems.map(({ field, message }) => [field, message])
  }
  assert.deepEqual(problems({ on: today, hour: 12 }), [
    ['replyHour', 'The time to reply by has passed. Choose Wednesday 26 August 2026, 5pm or later'],
  ])
  assert.deepEqual(problems({ on: day('2026-08-25'), hour: 12 })[0]![0], 'replyOn')
  assert.deepEqual(problems({ on: day('2027-08-25'), hour: 12 }), [
    ['replyOn', 'The day to reply by must be 25 October 2026 or before'],
  ])
})

test('it is said as a person would', () => {
  assert.equal(replyByInWords({ on: day('2026-11-26'), hour: 17 }), 'Thursday 26 November 2026, 5pm')
  assert.deepEqual([11, 12, 13].map(hourInWords), ['11am', 'noon', '1pm'])
})
