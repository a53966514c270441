/** The postcode directory is read in each of its editions. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaOfDistrict } from './files.ts'
import { columnsIn, entriesFrom, readRow } from './postcode-directory.ts'

const columns = { postcode: 'pcds', easting: 'oseast1m', northing: 'osnrth1m', district: 'oslaua' }
const read = (pcds: string, oseast1m: string, osnrth1m: string, oslaua: string) =>
  readRow({ pcds, oseast1m, osnrth1m, oslaua }, columns, areaOfDistrict)

test('each edition names its columns anew, and all are known', () => {
  assert.deepEqual(columnsIn(['pcd', 'PCDS', 'oseast1m', 'osnrth1m', 'oslaua', 'ctry']), {
    postcode: 'pcd',
    easting: 'oseast1m',
    northing: 'osnrth1m',
    district: 'oslaua',
  })
  assert.deepEqual(columnsIn(['pcds', 'east1m', 'north1m', 'lad25cd']), {
    postcode: 'pcds',
    easting: 'east1m',
    northing: 'north1m',
    district: 'lad25cd',
  })
  assert.deepEqual(columnsIn(['pcds', 'lat', 'long']), { missing: ['easting', 'northing', 'district'] })
})

test('a postcode in a district belongs to the county', () => {
  assert.deepEqual(read('SO50 9AA', '445000', '118000', 'E07000086'), {
    postcode: 'SO50 9AA',
    position: { easting: 445_000, northing: 118_000 },
    authority: 'E10000014',
  })
})

test('a postcode in Wales has a place and no English authority', () => {
  assert.deepEqual(read('CF10 1AA', '318332', '175624', 'W06000015'), {
    postcode: 'CF10 1AA',
    position: { easting: 318_332, northing: 175_624 },
    authority: null,
  })
})

test('where no distance can be told, a postcode is passed over', () => {
  assert.equal(read('BT1 1AA', '333000', '374000', 'N09000003'), 'passed over')
  assert.equal(read('JE1 1AA', '', '', 'L99999999'), 'passed over')
  assert.equal(read('AB1 0AA', '385000', '801000', ''), 'passed over')
})

test('a row that cannot be used says why', () => {
  assert.deepEqual(read('Reading', '1', '1', 'E06000038'), { problem: '"Reading" is not a postcode' })
  assert.deepEqual(read('RG1 1AA', '', '', 'E06000038'), { problem: 'RG1 1AA: no position' })
  assert.deepEqual(read('RG1 1AA', '471617', '172953', 'E07000999'), {
    problem: 'RG1 1AA: no authority is known for district "E07000999"',
  })
})

test('districts that no authority has are named, once', () => {
  const row = { postcode: 'RG1 1AA', easting: 471_617, northing: 172_953 }
  const districts = ['E06000038', 'E07000999', 'E07000999', Number.NaN]
  const { entries, unknown } = entriesFrom(
    districts.map(district => ({ ...row, district })),
    areaOfDistrict,
  )
  assert.equal(entries.length, 1)
  assert.deepEqual([...unknown], ['E07000999'])
})
