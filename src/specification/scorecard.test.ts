/** A scorecard counts each cell and each row once, and reminds of what was due and did not come. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from '#shared/dates'
import { type Standing, remindersIn, scorecardOf, totalOf } from './scorecard.ts'
import { tablesIn } from './specification.ts'

const day = (text: string) => parseDate(text)!
const today = day('2026-08-30')
const standing = (table: string, more: Partial<Standing> = {}): Standing => ({
  table,
  rows: 100,
  leftOut: 0,
  children: 40,
  required: 400,
  filled: 400,
  sound: 100,
  version: '1.1',
  sentOn: day('2026-08-05'),
  ...more,
})
const cardOf = (...standings: Standing[]) => scorecardOf('Reading', standings, tablesIn('1.1'), today)
const scoreOf = (card: ReturnType<typeof cardOf>, table: string) =>
  card.scores.find(each => each.table.name === table)!

test('a share is of what was asked, and is never rounded up to all', () => {
  const card = cardOf(standing('ssd_missing', { filled: 399, sound: 99, leftOut: 100 }))
  assert.equal(scoreOf(card, 'ssd_missing').completeness, 99.7)
  assert.equal(scoreOf(card, 'ssd_missing').accuracy, 49.5)
  assert.equal(scoreOf(card, 'ssd_cla_health').completeness, null)
})

test('in all, a small table weighs as little as it is', () => {
  const card = cardOf(
    standing('ssd_missing', { rows: 1, required: 4, filled: 0, sound: 0 }),
    standing('ssd_cla_health', { rows: 99, required: 396, filled: 396, sound: 99 }),
  )
  assert.deepEqual(totalOf(card), { sent: 2, asked: 7, overdue: 4, completeness: 99, accuracy: 99 })
})

test('what was due and did not come is reminded of, the longest waited for first; the census is not due yet', () => {
  const card = cardOf(
    standing('ssd_missing', { sentOn: day('2026-06-05') }),
    ...['ssd_cla_health', 'ssd_cla_placement', 'ssd_cla_episodes', 'ssd_legal_status'].map(each =>
      standing(each),
    ),
  )
  assert.equal(scoreOf(card, 'placement_census').timeliness.state, 'not-yet-due')
  assert.deepEqual(
    remindersIn([card]).map(({ says }) => says),
    [
      'Reading has not sent SDQ scores, due on 10 August 2026: 20 days ago.',
      'Reading has not sent missing episodes, due on 10 August 2026: 20 days ago.',
    ],
  )
})

test('nobody is reminded who has sent all that was due', () => {
  const card = cardOf(...tablesIn('1.1').map(({ name }) => standing(name)))
  assert.deepEqual(remindersIn([card]), [])
})
