/** What was done about a request, told as a person would tell it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Deed, eventsIn, inWords } from './history.ts'

const noon = Date.parse('2026-11-03T12:05:00Z')
const minute = 60_000
const deed = (action: string, minutes: number, person: string | null = 'Sam Oduya'): Deed => ({
  action,
  person,
  organisation: 'Larch Tree Homes',
  at: noon + minutes * minute,
})

test('the newest comes first, in London’s time', () => {
  const events = eventsIn([deed('referral.create', 0), deed('referral.ready', 9)])
  assert.deepEqual(
    events.map(({ what, when }) => [what, when]),
    [
      ['Handed the request to brokerage', '3 November 2026 at 12:14pm'],
      ['Asked for a home', '3 November 2026 at 12:05pm'],
    ],
  )
  assert.equal(inWords(Date.parse('2026-07-03T15:05:00Z')), '3 July 2026 at 4:05pm')
})

test('pages saved one after another by one person are one event', () => {
  const saved = [1, 2, 3].map(minutes => deed('referral.answer', minutes))
  const events = eventsIn([deed('referral.create', 0), ...saved, deed('referral.answer', 4, 'Bea Larkin')])
  assert.deepEqual(
    events.map(({ what, who }) => `${who}: ${what}`),
    [
      'Bea Larkin: Answered questions',
      'Sam Oduya: Answered questions, 3 times',
      'Sam Oduya: Asked for a home',
    ],
  )
})

test('what was done between two savings parts them', () => {
  const events = eventsIn([deed('referral.answer', 1), deed('referral.ready', 2), deed('referral.answer', 3)])
  assert.deepEqual(
    events.map(({ what }) => what),
    ['Answered questions', 'Handed the request to brokerage', 'Answered questions'],
  )
})

test('somebody of another organisation is known by it', () => {
  assert.equal(eventsIn([deed('approach.interest', 0, null)])[0]?.who, 'Somebody at Larch Tree Homes')
})
