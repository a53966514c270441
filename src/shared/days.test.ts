/** Days as numbers count as the calendar does. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { PlainDate } from './dates.ts'
import { dayOf, later, monthsLater, toDate, toDay, yearsLater } from './days.ts'

const on = (text: string) => toDay(text as PlainDate)

suite('days as numbers', () => {
  test('a day is counted from 1970', () => {
    assert.equal(dayOf(1970, 1, 1), 0)
    assert.equal(dayOf(2024, 2, 29), on('2024-02-29'))
    assert.equal(dayOf(1899, 12, 31), on('1899-12-31'))
    assert.equal(toDate(on('2026-03-31')), '2026-03-31')
  })
  test('there is no 30 February, and no month 13', () => {
    assert.equal(dayOf(2024, 2, 30), undefined)
    assert.equal(dayOf(2023, 2, 29), undefined)
    assert.equal(dayOf(2023, 13, 1), undefined)
  })
  test('the day after 31 March is 1 April, whatever the clocks do', () => {
    assert.equal(toDate(later(on('2026-03-31'), 1)), '2026-04-01')
  })
  test('a child born on 29 February is a year older on 1 March', () => {
    assert.equal(toDate(yearsLater(on('2008-02-29'), 18)), '2026-03-01')
    assert.equal(toDate(yearsLater(on('2008-02-29'), 16)), '2024-02-29')
  })
  test('a month after 31 January is the last of February', () => {
    assert.equal(toDate(monthsLater(on('2026-01-31'), 1)), '2026-02-28')
    assert.equal(toDate(monthsLater(on('2026-03-15'), -12)), '2025-03-15')
  })
})
