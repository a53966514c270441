/** Land is told from sea by where people live. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runsOf } from './square-making.ts'
import { runsAsCsv } from './square.ts'

/** An invented island with a postcode in each square kilometre, the west in one authority and the east in another. */
const island = (hole = (_east: number, _north: number) => false) =>
  Array.from({ length: 20 * 20 }, (_, at) => ({ east: 300 + (at % 20), north: 300 + Math.floor(at / 20) }))
    .filter(({ east, north }) => !hole(east, north))
    .map(({ east, north }) => ({
      postcode: 'RG1 1AA',
      position: { easting: east * 1000 + 500, northing: north * 1000 + 500 },
      area: east < 310 ? 'E1' : 'E2',
    }))

const squaresIn = (runs: readonly { squares: number }[]) =>
  runs.reduce((sum, { squares }) => sum + squares, 0)

test('an island is land to about a kilometre beyond its last house, and then sea', () => {
  const runs = runsOf(island())
  assert.ok(squaresIn(runs) >= 400 && squaresIn(runs) <= 22 * 22, String(squaresIn(runs)))
  assert.deepEqual(
    runs.filter(({ northing }) => northing === 310).map(({ area, squares }) => [area, squares]),
    [
      ['E1', runs.find(({ northing }) => northing === 310)!.squares],
      ['E2', runs.findLast(({ northing }) => northing === 310)!.squares],
    ],
  )
})

test('a moor where nobody lives is not the sea', () => {
  const moor = (east: number, north: number) => Math.hypot(east - 310, north - 310) < 6
  assert.equal(squaresIn(runsOf(island(moor))), squaresIn(runsOf(island())))
})

test('a bay is', () => {
  const bay = (east: number, north: number) => Math.abs(east - 310) < 4 && north > 308
  assert.ok(squaresIn(runsOf(island(bay))) < squaresIn(runsOf(island())) - 30)
})

test('squares are written a row at a time', () => {
  const [header, first] = runsAsCsv([{ northing: 5, easting: 7, squares: 3, area: 'E06000038' }]).split('\n')
  assert.equal(header, 'northing,easting,squares,authority')
  assert.equal(first, '5,7,3,E06000038')
})
