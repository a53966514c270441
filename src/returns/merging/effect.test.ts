/** What loading a return would change: seen before, made once, and never more than the return says. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load, plan } from '../../../tests/support/effects.ts'
import { aHeader, aMove, anEpisode, day, nothingStored } from '../fixtures.ts'

test('a first return makes each child and each episode, with its distance and area', () => {
  const effect = plan(aMove(), nothingStored)
  assert.deepEqual(
    effect.newChildren.map(({ child }) => child),
    ['1001'],
  )
  assert.deepEqual(
    effect.newEpisodes.map(({ startedOn, distanceMiles, placementArea, inArea }) => [
      startedOn,
      distanceMiles,
      placementArea,
      inArea,
    ]),
    [
      ['2025-05-05', 0.9, 'E06000043', true],
      ['2025-09-01', 20, 'E10000032', false],
    ],
  )
  assert.equal(effect.writes.length, 3)
})

test('a placement whose postcode nobody knows has no distance and no area', () => {
  const [episode] = plan([anEpisode({ PL_POST: '' })], nothingStored).newEpisodes
  assert.deepEqual([episode!.distanceMiles, episode!.placementArea, episode!.inArea], [null, null, null])
})

test('the same files again change nothing', () => {
  const effect = plan(aMove(), load(aMove()))
  assert.deepEqual(effect.writes, [])
  assert.deepEqual(effect.unchanged, { children: 1, episodes: 2 })
})

test('a change is shown by its field, before and after', () => {
  const effect = plan(aMove({}, { PLACE: 'K2' }), load(aMove()), 2026, [aHeader({ ETHNIC: 'WIRI' })])
  assert.deepEqual(effect.changedChildren, [
    { child: '1001', changes: [{ field: 'ethnicity', before: 'WBRI', after: 'WIRI' }] },
  ])
  assert.deepEqual(effect.changedEpisodes, [
    {
      child: '1001',
      startedOn: '2025-09-01',
      changes: [{ field: 'placeCode', before: 'U6', after: 'K2' }],
    },
  ])
})

test('an episode that has ended since is ended, not doubled', () => {
  const effect = plan([anEpisode({ DEC: '01/03/2026', REC: 'E4A' })], load([anEpisode()]))
  assert.deepEqual(
    effect.endedEpisodes.flatMap(({ changes }) => changes.map(({ field, after }) => [field, after])),
    [
      ['endedOn', '2026-03-01'],
      ['endReason', 'E4A'],
    ],
  )
  assert.deepEqual([effect.newEpisodes, effect.changedEpisodes], [[], []])
})

test('a child looked after in the year and not in the files is said, and kept', () => {
  const boy = aHeader({ CHILD: '1002', UPN: 'UN1', DOB: '03/03/2013' })
  const stored = load(aMove())
  const effect = plan([anEpisode({ CHILD: '1002' })], stored, 2026, [boy])
  assert.deepEqual(
    effect.absent.map(({ child }) => child),
    ['1001'],
  )
  assert.ok(effect.writes.every(({ after }) => after?.child === '1002'))
})

test('a child whose row cannot be used is not called absent', () => {
  assert.deepEqual(plan([anEpisode({ LS: '' })], load(aMove())).absent, [])
})

test('a new child like one already held is said: a twin, or the same child twice', () => {
  const twin = plan([anEpisode({ CHILD: '7' })], load(aMove()), 2026, [aHeader({ CHILD: '7', UPN: 'UN1' })])
  assert.deepEqual([twin.twins, twin.possibleDuplicates], [[['1001', '7']], []])
  const again = plan([anEpisode({ CHILD: '7' })], load(aMove()), 2026, [aHeader({ CHILD: '7' })])
  assert.deepEqual([again.twins, again.possibleDuplicates], [[], [['1001', '7']]])
})

test('a return without a UASC file leaves what is known of asylum', () => {
  const stored = load(aMove())
  const asylum = { seeks: true, until: day('2030-02-14') }
  const known = { ...stored, children: stored.children.map(each => ({ ...each, asylum })) }
  assert.deepEqual(plan(aMove(), known).writes, [])
})
