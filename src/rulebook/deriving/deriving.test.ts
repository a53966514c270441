/** Columns that nobody writes are worked out from those that somebody does, for this year and last. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { assembleReturn } from './assembling.ts'
import { deriveAsylum, derivePlaces } from './deriving.ts'

const places: Record<string, { area: string; easting: number }> = {
  'BN7 1UE': { area: 'E10000011', easting: 541_000 },
  'BN8 1AA': { area: 'E10000011', easting: 542_609 },
  'RG1 1AA': { area: 'E06000038', easting: 471_000 },
  'EH1 1YZ': { area: 'SCO', easting: 325_000 },
}
const gazetteer = {
  areaOf: (postcode: string) => places[postcode]?.area,
  positionOf: (postcode: string) =>
    places[postcode] && { easting: places[postcode].easting, northing: 100_000 },
}
const derived = (
  HOME_POST: string | null,
  PL_POST: string | null,
  authority: string | null = 'E10000011',
) => {
  const [row] = derivePlaces([{ CHILD: 'a', HOME_POST, PL_POST }], authority, gazetteer)
  return [row!.PL_LA, row!.PL_LOCATION, row!.PL_DISTANCE]
}

suite('columns worked out', () => {
  test('a placement is in the authority of its postcode, inside or outside the returning one', () => {
    assert.deepEqual(derived('BN7 1UE', 'BN8 1AA'), ['E10000011', 'IN', '1.0'])
    assert.deepEqual(derived('BN7 1UE', 'RG1 1AA'), ['E06000038', 'OUT', '43.5'])
    assert.deepEqual(derived('BN7 1UE', 'EH1 1YZ'), ['SCO', 'OUT', '134.2'])
    assert.deepEqual(derived('BN7 1UE', 'BN7 1UE'), ['E10000011', 'IN', '0.0'])
  })

  test('without the postcode nothing is known, and without the authority neither in nor out', () => {
    assert.deepEqual(derived('BN7 1UE', null), [null, null, null])
    assert.deepEqual(derived(null, 'BN8 1AA'), ['E10000011', 'IN', null])
    assert.deepEqual(derived('BN7 1UE', 'BN8 1AA', null), ['E10000011', null, '1.0'])
  })

  test('a postcode that is nowhere makes the distance 999.9', () => {
    assert.deepEqual(derived('BN7 1UE', 'ZZ1 1ZZ'), [null, null, '999.9'])
    assert.deepEqual(derived('ZZ1 1ZZ', 'BN8 1AA'), ['E10000011', 'IN', '999.9'])
  })

  test('asylum is told by the UASC file, or by the return itself in XML', () => {
    const headers = [{ CHILD: 'a' }, { CHILD: 'b' }, { CHILD: 'c', UASC: '7' }, { CHILD: 'd', UASC: '' }]
    const told = deriveAsylum(headers, [{ CHILD: 'b' }]).map(({ UASC }) => UASC)
    assert.deepEqual(told, ['0', '1', '7', ''])
  })

  test('a return is put together with both years alike', () => {
    const now = {
      Header: [{ CHILD: 'a', DOB: '01/05/2012' }],
      Episodes: [{ CHILD: 'a', HOME_POST: 'BN7 1UE', PL_POST: 'BN8 1AA' }],
      UASC: [{ CHILD: 'a' }],
    }
    const postcodes = { ...gazetteer, knows: (postcode: string) => postcode in places }
    const { tables, year, start } = assembleReturn({
      year: 2026,
      authority: 'E06000038',
      now,
      last: { ...now, UASC: undefined },
      postcodes,
    })
    assert.deepEqual([year, start], [2026, Date.UTC(2025, 3, 1) / 86_400_000])
    assert.equal(tables.Header?.rows[0]?.UASC, '1')
    assert.equal(tables.Header_last?.rows[0]?.UASC, '0')
    assert.equal(tables.UASC_last, undefined)
    for (const episodes of [tables.Episodes, tables.Episodes_last]) {
      const { PL_LA, PL_LOCATION, PL_DISTANCE } = episodes!.rows[0]!
      assert.deepEqual([PL_LA, PL_LOCATION, PL_DISTANCE], ['E10000011', 'OUT', 1])
    }
  })
})
