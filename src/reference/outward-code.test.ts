/** An outward code stands in the middle of its postcodes. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaOf, authorityByCode, outwardCodes, positionOf } from './files.ts'
import { outwardCodeFrom, outwardCodesAsCsv, outwardCodesOf } from './outward-code.ts'
import { milesBetween } from './position.ts'

const entry = (postcode: string, easting: number, area: string) => ({
  postcode,
  position: { easting, northing: 100_000 },
  area,
})

test('an outward code is in the middle of its postcodes, and in the area that has most of them', () => {
  const codes = outwardCodesOf([
    entry('RG1 1AA', 100, 'E06000038'),
    entry('RG1 1AB', 200, 'E06000038'),
    entry('RG1 9ZZ', 600, 'E06000041'),
    { postcode: 'BT1 1AA', position: null, area: 'NIR' },
  ])
  assert.deepEqual(codes, [
    { outward: 'BT1', position: null, area: 'NIR', postcodes: 1 },
    { outward: 'RG1', position: { easting: 300, northing: 100_000 }, area: 'E06000038', postcodes: 3 },
  ])
})

test('what is written is what is read', () => {
  const [header, ...lines] = outwardCodesAsCsv(outwardCodes()).trimEnd().split('\n')
  const read = lines.map(line => {
    const cells = line.split(',')
    return outwardCodeFrom(Object.fromEntries(header!.split(',').map((name, at) => [name, cells[at]!])))
  })
  assert.deepEqual(read, outwardCodes())
})

test('every outward code with a home in England is in an authority that exists, and has a place on the map', () => {
  const english = outwardCodes().filter(({ area }) => area.startsWith('E'))
  assert.ok(english.length > 2_000)
  assert.deepEqual(
    english.filter(({ area, position }) => !authorityByCode.has(area) || position === null),
    [],
  )
})

test('every authority of the South East has outward codes of its own', () => {
  const held = new Set(outwardCodes().map(({ area }) => area))
  const without = [...authorityByCode.values()].filter(({ hub, code }) => hub && !held.has(code))
  assert.deepEqual(without, [])
})

test('a home in Brighton is about 56 miles from a family in Reading', () => {
  assert.equal(areaOf('rg1 1aa'), 'E06000038')
  assert.equal(areaOf('BN1 1AA'), 'E06000043')
  const miles = milesBetween(positionOf('RG1 1AA')!, positionOf('BN1 1AA')!)
  assert.ok(Math.abs(miles - 56) < 1, String(miles))
})

test('a postcode of nowhere has neither place nor area, and one in Belfast an area only', () => {
  assert.equal(positionOf('ZZ99 9ZZ'), undefined)
  assert.equal(areaOf('not a postcode'), undefined)
  assert.equal(areaOf('BT1 1AA'), 'NIR')
  assert.equal(positionOf('BT1 1AA'), undefined)
})
