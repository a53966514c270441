/** Who does what next, and how long there is. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from '#shared/dates'
import { howSoon, nextStep } from './standing.ts'

const day = (text: string) => parseDate(text)!
const none = { asked: 0, interested: 0, offers: 0 }
const open = { state: 'open' } as const

test('while it is written, the social worker is next; after that brokerage, then the homes', () => {
  assert.equal(nextStep({ state: 'draft' }, none).who, 'Social worker')
  assert.equal(nextStep(open, none).does, 'searches for homes and asks those that suit')
  assert.deepEqual(nextStep(open, { ...none, asked: 3 }), {
    who: 'Homes',
    does: 'answer: 3 homes asked so far',
  })
})

test('an offer comes before an interest, and both before waiting', () => {
  assert.match(nextStep(open, { asked: 3, interested: 1, offers: 0 }).does, /talks to 1 home that/)
  assert.match(nextStep(open, { asked: 3, interested: 2, offers: 2 }).does, /compares 2 offers/)
})

test('days are said as people say them', () => {
  const said = ['2026-08-29', '2026-08-30', '2026-08-31', '2026-09-04'].map(text =>
    howSoon(day(text), day('2026-08-30')),
  )
  assert.deepEqual(said, ['1 day ago', 'Today', 'Tomorrow', 'In 5 days'])
  assert.equal(howSoon(null, day('2026-08-30')), 'No date yet')
})
