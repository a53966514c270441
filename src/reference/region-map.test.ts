/** The map of the South East has every authority in its place. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { positionOf, regionMap, southEast } from './files.ts'
import { drawRegion } from './region-map.ts'

const whole = regionMap(
  southEast.map(({ code }) => code),
  800,
)
const numbersIn = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number)
const area = (name: string) => whole.areas.find(each => each.name === name)!

test('every authority of the South East is on the map, within its edges', () => {
  assert.equal(whole.areas.length, 19)
  for (const { path, labelAt } of whole.areas) {
    const xs = numbersIn(path).filter((_, at) => at % 2 === 0)
    const ys = numbersIn(path).filter((_, at) => at % 2 === 1)
    assert.ok(xs.length > 4 && xs.every(x => x >= 0 && x <= whole.width))
    assert.ok(ys.every(y => y >= 0 && y <= whole.height))
    assert.ok(Math.min(...xs) < labelAt[0] && labelAt[0] < Math.max(...xs))
    assert.ok(Math.min(...ys) < labelAt[1] && labelAt[1] < Math.max(...ys))
  }
})

test('Kent is in the east, Oxfordshire in the north-west and the Isle of Wight in the sea to the south', () => {
  assert.ok(area('Kent').labelAt[0] > 600)
  assert.ok(area('Oxfordshire').labelAt[0] < 200 && area('Oxfordshire').labelAt[1] < 300)
  assert.ok(area('Isle of Wight').labelAt[1] > area('Hampshire').labelAt[1])
})

test('a home is put where it is: one in Reading near the name of Reading', () => {
  const [x, y] = whole.project(positionOf('RG1 1AA')!)
  const [labelX, labelY] = area('Reading').labelAt
  assert.ok(Math.hypot(x - labelX, y - labelY) < 20)
})

test('neighbours share their border, point for point', () => {
  const run = (northing: number, easting: number, squares: number, code: string) => ({
    northing,
    easting,
    squares,
    area: code,
  })
  const rows = Array.from({ length: 6 }, (_, north) => [run(north, 0, 6, 'west'), run(north, 6, 6, 'east')])
  const { areas } = drawRegion({ runs: rows.flat(), nameOf: code => code }, ['west', 'east'], 120)
  const points = areas.map(({ path }) => new Set(path.replace(/[MZ]/g, '').split('L')))
  const shared = [...points[0]!].filter(point => points[1]!.has(point))
  assert.ok(shared.length >= 4, JSON.stringify(shared))
})

test('a town inside a county leaves a hole in it', () => {
  assert.equal(area('Hampshire').path.match(/M/g)?.length, 2, 'Hampshire, less Southampton')
})
