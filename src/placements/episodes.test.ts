/** A child's history stays one the statutory return accepts, whatever becomes of their placements. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changeReasons, endReasons, episodeReasons } from '#reference'
import { addDays } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { type Arrival, type Departure, type EpisodeBegun, type EpisodeEnd, episodesFor } from './episodes.ts'
import { anEpisode, day } from './fixtures.ts'

const on = day('2026-09-01')
const arrival: Arrival = { is: 'arrival', on, age: 12, placeCode: 'K2', providerCode: 'PR4' }
const coming: Arrival = { ...arrival, legalStatus: 'V2', needCode: 'N1' }
const move: Arrival = { ...arrival, changeReason: 'CARPL' }

test('a child who was not looked after starts to be', () => {
  assert.deepEqual(episodesFor(null, coming), {
    end: null,
    begin: { on, reasonNew: 'S', legalStatus: 'V2', needCode: 'N1', placeCode: 'K2', providerCode: 'PR4' },
  })
})

test('a move ends one episode and begins the next on the same day, with the reason on the one that ends', () => {
  assert.deepEqual(episodesFor(anEpisode(), move), {
    end: { on, endReason: 'X1', changeReason: 'CARPL' },
    begin: { on, reasonNew: 'P', legalStatus: 'C2', needCode: 'N1', placeCode: 'K2', providerCode: 'PR4' },
  })
})

test('why the new episode began says what changed: status, placement, carer', () => {
  const reason = (facts: Partial<Arrival>) => {
    const episodes = episodesFor(anEpisode(), { ...move, ...facts })
    return episodes instanceof Refusal ? 'refused' : episodes.begin?.reasonNew
  }
  assert.equal(reason({}), 'P')
  assert.equal(reason({ isSameCarer: true }), 'T')
  assert.equal(reason({ legalStatus: 'C1' }), 'B')
  assert.equal(reason({ legalStatus: 'C1', isSameCarer: true }), 'U')
  assert.equal(reason({ legalStatus: 'C2' }), 'P')
})

test('a child who leaves care begins no other episode', () => {
  assert.deepEqual(episodesFor(anEpisode(), { is: 'departure', on, endReason: 'E4A' }), {
    end: { on, endReason: 'E4A', changeReason: null },
    begin: null,
  })
})

test('what the history would lack is asked for, by name', () => {
  const fields: [ReturnType<typeof episodesFor>, string | undefined][] = [
    [episodesFor(null, arrival), 'legalStatus'],
    [episodesFor(null, { ...arrival, legalStatus: 'C2' }), 'needCode'],
    [episodesFor(anEpisode(), arrival), 'changeReason'],
    [episodesFor(anEpisode({ startedOn: on }), move), 'on'],
    [episodesFor(null, { ...coming, placeCode: 'K3', age: 15 }), 'placeCode'],
    [episodesFor(null, { is: 'departure', on, endReason: 'E8' }), undefined],
  ]
  for (const [refusal, field] of fields) {
    assert.ok(refusal instanceof Refusal)
    assert.equal(refusal.problems[0]?.field, field)
  }
  assert.ok(!(episodesFor(null, { ...coming, placeCode: 'K3', age: 16 }) instanceof Refusal))
})

type Told = EpisodeBegun & { end: EpisodeEnd | null }
type Step = { days: number; leaves: boolean; statusChanges: boolean; sameCarer: boolean }

/** Lives a childhood of arrivals, moves and departures, and keeps the episodes it leaves behind. */
function live(steps: readonly Step[]): Told[] {
  const history: Told[] = []
  let today = day('2016-01-01')
  for (const step of steps) {
    today = addDays(today, step.days)
    const last = history.at(-1)
    const open = last && last.end === null ? last : null
    const departure: Departure = { is: 'departure', on: today, endReason: 'E4B' }
    const coming: Arrival = {
      ...arrival,
      on: today,
      needCode: 'N1',
      changeReason: 'CARPL',
      legalStatus: step.statusChanges ? 'V2' : 'C2',
      isSameCarer: step.sameCarer,
    }
    const current = open && { ...open, startedOn: open.on }
    const episodes = episodesFor(current, step.leaves ? departure : coming)
    if (episodes instanceof Refusal) continue
    if (episodes.end && open) open.end = episodes.end
    if (episodes.begin) history.push({ ...episodes.begin, end: null })
  }
  return history
}

const someSteps = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 60 }),
    leaves: fc.boolean(),
    statusChanges: fc.boolean(),
    sameCarer: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
)

test('in any childhood no episode overlaps another, and a move leaves no gap', () => {
  fc.assert(
    fc.property(someSteps, steps => {
      const history = live(steps)
      for (const [index, episode] of history.entries()) {
        const next = history[index + 1]
        assert.ok(episode.end !== null || next === undefined)
        if (episode.end === null) continue
        assert.ok(episode.end.on >= episode.on)
        if (next) assert.ok(next.on >= episode.end.on)
        assert.equal(episode.end.endReason === 'X1', next !== undefined && next.reasonNew !== 'S')
        if (episode.end.endReason === 'X1') assert.equal(next?.on, episode.end.on)
      }
    }),
  )
})

test('in any childhood every code is of its set, and a reason for change is given with a move and only then', () => {
  const codes = (set: readonly { code: string }[]) => new Set(set.map(({ code }) => code))
  fc.assert(
    fc.property(someSteps, steps => {
      for (const [index, { reasonNew, end, legalStatus }] of live(steps).entries()) {
        assert.ok(codes(episodeReasons).has(reasonNew))
        if (index === 0) assert.equal(reasonNew, 'S')
        const before = live(steps)[index - 1]
        if (before && reasonNew !== 'S') {
          assert.equal(['B', 'U'].includes(reasonNew), legalStatus !== before.legalStatus)
        }
        if (end === null) continue
        assert.ok(codes(endReasons).has(end.endReason))
        assert.equal(end.changeReason !== null, end.endReason === 'X1')
        if (end.changeReason) assert.ok(codes(changeReasons).has(end.changeReason))
      }
    }),
  )
})
