/** A child is in one place at a time. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { Refusal } from '#shared/refusal'
import { end, episodeOn, move } from './episode.ts'
import { anEpisode } from './fixtures.ts'

const day = (text: string) => parseDate(text)!
const elsewhere = { ...anEpisode(), placeCode: 'K2', urn: 'SC123456' }
const moving = (on: string) =>
  ({ on: day(on), place: elsewhere, changeReason: 'CARPL', id: newId<'Episode'>() }) as const

test('a move leaves a history the return accepts: X1, then P on the same day under the same law', () => {
  const current = anEpisode({ legalStatus: 'C1', needCode: 'N2' })
  const moved = move(current, moving('2026-08-01'))
  assert.ok(!(moved instanceof Refusal))
  const { ended, begun } = moved
  assert.deepEqual([ended.endedOn, ended.endReason, ended.changeReason], ['2026-08-01', 'X1', 'CARPL'])
  assert.deepEqual([begun.startedOn, begun.reasonNew, begun.endedOn], ['2026-08-01', 'P', null])
  assert.deepEqual([begun.legalStatus, begun.needCode, begun.child], ['C1', 'N2', current.child])
  assert.deepEqual([begun.placeCode, begun.urn], ['K2', 'SC123456'])
  assert.notEqual(begun.id, current.id)
})

test('nobody moves on the day they came, nor before it, nor out of a home they have left', () => {
  const current = anEpisode({ startedOn: day('2026-08-01') })
  for (const on of ['2026-08-01', '2026-07-01']) {
    const refused = move(current, moving(on))
    assert.ok(refused instanceof Refusal && refused.kind === 'invalid')
  }
  const left = end(current, day('2026-08-20'), 'E4A')
  assert.ok(!(left instanceof Refusal))
  assert.equal(left.changeReason, null)
  const refused = move(left, moving('2026-08-25'))
  assert.ok(refused instanceof Refusal && refused.kind === 'conflict')
})

test('on the day of a move the child is in the new home', () => {
  const moved = move(anEpisode(), moving('2026-08-01'))
  assert.ok(!(moved instanceof Refusal))
  const both = [moved.ended, moved.begun]
  assert.equal(episodeOn(both, day('2026-07-31'))?.id, moved.ended.id)
  assert.equal(episodeOn(both, day('2026-08-01'))?.id, moved.begun.id)
  assert.equal(episodeOn(both, day('2026-03-01')), undefined)
})
