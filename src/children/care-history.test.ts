/** A history in care is told by its episodes, and by nothing else. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from '#shared/dates'
import { daysIn, legalStatusesIn, movesInYearTo, periodsOfCare, placementsIn } from './care-history.ts'
import type { Episode } from './episode.ts'
import { anEpisode } from './fixtures.ts'

const day = (text: string) => parseDate(text)!

/** Episodes end to end, each begun on its day for its reason. */
function history(...steps: readonly (Partial<Episode> & { from: string; why: string })[]): Episode[] {
  return steps.map(({ from, why, ...rest }, i) => {
    const next = steps[i + 1]?.from
    const ending = next ? { endedOn: day(next), endReason: 'X1' } : {}
    return anEpisode({ ...ending, ...rest, startedOn: day(from), reasonNew: why })
  })
}

test('a change of legal status alone does not move a child', () => {
  const episodes = history(
    { from: '2025-01-01', why: 'S', legalStatus: 'V2' },
    { from: '2025-06-01', why: 'L', legalStatus: 'C1' },
    { from: '2026-01-01', why: 'L', legalStatus: 'C2' },
  )
  assert.equal(placementsIn(episodes).length, 1)
  assert.equal(placementsIn(episodes)[0]?.from, '2025-01-01')
  assert.deepEqual(
    legalStatusesIn(episodes).map(({ legalStatus, from, until }) => [legalStatus, from, until]),
    [
      ['V2', '2025-01-01', '2025-06-01'],
      ['C1', '2025-06-01', '2026-01-01'],
      ['C2', '2026-01-01', null],
    ],
  )
})

test('P, B, T and U each begin another placement', () => {
  for (const why of ['P', 'B', 'T', 'U']) {
    const episodes = history({ from: '2025-01-01', why: 'S' }, { from: '2025-06-01', why })
    assert.deepEqual(
      placementsIn(episodes).map(({ from, until }) => [from, until]),
      [
        ['2025-01-01', '2025-06-01'],
        ['2025-06-01', null],
      ],
    )
  }
})

test('care ends with the first reason that is not X1, and begins again with S', () => {
  const episodes = history(
    { from: '2023-01-01', why: 'S' },
    { from: '2023-06-01', why: 'P', endedOn: day('2024-01-01'), endReason: 'E4A' },
    { from: '2025-02-01', why: 'S' },
  )
  assert.deepEqual(
    periodsOfCare(episodes).map(({ from, until, endReason, episodes: own }) => [
      from,
      until,
      endReason,
      own.length,
    ]),
    [
      ['2023-01-01', '2024-01-01', 'E4A', 2],
      ['2025-02-01', null, null, 1],
    ],
  )
})

test('a child who leaves and comes back on one day has been in care twice', () => {
  const episodes = history(
    { from: '2023-01-01', why: 'S', endedOn: day('2024-01-01'), endReason: 'E3' },
    { from: '2024-01-01', why: 'S' },
  )
  assert.equal(periodsOfCare(episodes).length, 2)
  assert.equal(legalStatusesIn(episodes).length, 2)
})

test('a history told out of order is the same history', () => {
  const episodes = history({ from: '2025-01-01', why: 'S' }, { from: '2025-06-01', why: 'P' })
  assert.deepEqual(placementsIn(episodes.toReversed()), placementsIn(episodes))
  assert.deepEqual(periodsOfCare([]), [])
})

test('moves are counted in the year to the day, and coming into care is not one', () => {
  const home = (number: number) => ({ placementPostcode: `RG${number} 4AA` })
  const episodes = history(
    { from: '2025-01-01', why: 'S', ...home(1) },
    { from: '2025-08-30', why: 'P', ...home(2) },
    { from: '2025-08-31', why: 'P', ...home(3) },
    { from: '2026-02-01', why: 'L', ...home(3) },
    { from: '2026-08-30', why: 'P', ...home(4) },
  )
  assert.equal(movesInYearTo(episodes, day('2026-08-30')), 2)
  assert.equal(movesInYearTo(episodes, day('2026-08-29')), 2)
  assert.equal(movesInYearTo(episodes, day('2025-08-29')), 0)
})

test('a few days in hospital and home again are no move', () => {
  const episodes = history(
    { from: '2026-01-01', why: 'S' },
    { from: '2026-02-01', why: 'T', placeCode: 'T1', placementPostcode: 'RG1 5AN' },
    { from: '2026-02-04', why: 'P' },
  )
  assert.equal(movesInYearTo(episodes, day('2026-08-30')), 0)
})

test('a child placed today has been there one day', () => {
  assert.equal(daysIn({ from: day('2026-08-30'), until: null }, day('2026-08-30')), 1)
  assert.equal(daysIn({ from: day('2026-08-01'), until: null }, day('2026-08-30')), 30)
  assert.equal(daysIn({ from: day('2026-08-01'), until: day('2026-08-11') }, day('2026-08-30')), 10)
})
