/** What a return does to what is held from other years, and from people: nothing newer is undone, nothing overlaps. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { load, plan, spans, written } from '../../../tests/support/effects.ts'
import { aHeader, aMove, anEpisode, checkRows, day, geography } from '../fixtures.ts'
import { planEffect } from './effect.ts'
import { type StoredEpisode, mergeEpisodes, overlap } from './merging.ts'

test("next year's return ends what was open, and adds what came after", () => {
  const stored = load([anEpisode()])
  const next = [anEpisode({ DEC: '01/05/2026', REC: 'X1' }), anEpisode({ DECOM: '01/05/2026', RNE: 'P' })]
  const effect = planEffect(
    checkRows(next, [aHeader()], { year: 2027, today: day('2027-05-01') }),
    stored,
    2027,
    geography,
  )
  assert.deepEqual(spans(written(effect, stored, 2027)), [
    ['2025-05-05', '2026-05-01', 'X1'],
    ['2026-05-01', null, null],
  ])
})

test("an older return loaded later adds its past, and undoes nothing of the newer one's", () => {
  const newer = load(aMove({ DECOM: '05/05/2024' }))
  const older = [
    anEpisode({ DECOM: '01/02/2024', DEC: '05/05/2024', REC: 'X1' }),
    anEpisode({ DECOM: '05/05/2024', RNE: 'P', PLACE: 'K2' }),
  ]
  const effect = plan(older, newer, 2025, [aHeader({ SEX: 'M' })])
  assert.deepEqual(effect.changedChildren, [])
  assert.deepEqual(spans(written(effect, newer, 2025)), [
    ['2024-02-01', '2024-05-05', 'X1'],
    ['2024-05-05', '2025-09-01', 'X1'],
    ['2025-09-01', null, null],
  ])
})

test('an ending that people entered after the year of the return stays', () => {
  const [episode] = load([anEpisode()]).episodes
  const ended = { ...episode!, endedOn: day('2026-06-01'), endReason: 'E4A', year: null }
  const { writes } = plan([anEpisode()], { ...load([anEpisode()]), episodes: [ended] })
  assert.deepEqual(writes, [])
})

test('an episode that the corrected return shows still open is open again', () => {
  const { changedEpisodes } = plan([anEpisode()], load([anEpisode({ DEC: '01/03/2026', REC: 'E4A' })]))
  assert.deepEqual(
    changedEpisodes.flatMap(({ changes }) => changes.map(({ field, after }) => [field, after])),
    [
      ['endedOn', null],
      ['endReason', null],
    ],
  )
})

test('what people entered as beginning after the year of the return stays, and ends what was open in it', () => {
  const stored = load([anEpisode()])
  const later = { ...stored.episodes[0]!, startedOn: day('2026-06-01'), placeCode: 'K2', year: null }
  const held = { ...stored, episodes: [later] }
  assert.deepEqual(spans(written(plan([anEpisode()], held), held)), [
    ['2025-05-05', '2026-06-01', 'X1'],
    ['2026-06-01', null, null],
  ])
})

test('a first day put right is a change of the same episode, which keeps its fee and its home', () => {
  const stored = load([anEpisode()])
  const effect = plan([anEpisode({ DECOM: '07/05/2025' })], stored)
  assert.deepEqual(effect.newEpisodes, [])
  assert.deepEqual(
    effect.changedEpisodes.flatMap(({ changes }) => changes),
    [{ field: 'startedOn', before: '2025-05-05', after: '2025-05-07' }],
  )
})

test('an episode held that the return tells otherwise ends when the return says', () => {
  const effect = plan([anEpisode({ DECOM: '01/08/2025', PLACE: 'K2', RNE: 'S' })], load([anEpisode()]))
  assert.deepEqual(spans(written(effect, load([anEpisode()]))), [
    ['2025-05-05', '2025-08-01', 'X1'],
    ['2025-08-01', null, null],
  ])
})

test('an episode that overlaps one of a newer return is cut short, and said', () => {
  const newer = load([anEpisode({ DECOM: '01/03/2025', PLACE: 'K2' })])
  const effect = plan([anEpisode({ DECOM: '05/05/2024' })], newer, 2025)
  assert.deepEqual(
    effect.newEpisodes.map(({ endedOn, endReason }) => [endedOn, endReason]),
    [['2025-03-01', 'X1']],
  )
  assert.deepEqual(
    effect.problems.map(({ code, child }) => [code, child]),
    [['overlaps-newer', '1001']],
  )
})

const anyDay = fc.integer({ min: 0, max: 900 }).map(each => {
  const [year, month, date] = [2024 + Math.floor(each / 336), Math.floor(each / 28) % 12, each % 28]
  return day(`${year}-${String(month + 1).padStart(2, '0')}-${String(date + 1).padStart(2, '0')}`)
})
const [template] = load([anEpisode()]).episodes

/** Distinct days, each the end of one stay and, where the coin says so, the start of the next. */
const aHistory = fc
  .tuple(fc.uniqueArray(anyDay, { maxLength: 8 }), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }))
  .map(([days, coins]) =>
    days.sort().flatMap((startedOn, i): StoredEpisode[] => {
      const endedOn = days[i + 1] ?? null
      if (!coins[i]) return []
      const placeCode = coins[i + 1] ? 'U6' : 'K2'
      return [{ ...template!, startedOn, endedOn, endReason: endedOn && 'X1', placeCode, id: `${i}` }]
    }),
  )
const years = fc.array(fc.constantFrom(2025, 2026, 2027, null), { minLength: 8, maxLength: 8 })

test('whatever is held and whatever the return says, no two episodes overlap, and again changes nothing', () => {
  fc.assert(
    fc.property(aHistory, aHistory, years, (told, held, writtenIn) => {
      const before = held.map((each, i) => ({ ...each, id: `held ${i}`, year: writtenIn[i] ?? null }))
      const file = told.map(({ id: _id, year: _year, ...facts }) => facts)
      const after = new Map(before.map(each => [each.id, each]))
      for (const [i, each] of mergeEpisodes(file, before, 2026).planned.entries()) {
        const id = each.before?.id ?? `told ${i}`
        if (each.after) after.set(id, { ...each.after, id, year: 2026 })
        else after.delete(id)
      }

      const all = [...after.values()]
      assert.ok(
        all.every((a, i) => all.slice(i + 1).every(b => !overlap(a, b) && a.startedOn !== b.startedOn)),
      )
      assert.deepEqual(mergeEpisodes(file, all, 2026).planned, [])
    }),
    { numRuns: 500 },
  )
})
