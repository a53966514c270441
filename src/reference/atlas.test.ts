/** Every postcode of the country maps to an authority of today, in little room and at once. */

import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { compactRowsIn, openAtlas, openDirectory } from './atlas-files.ts'
import { readSheets, sheetsOf, writeSheets } from './atlas-making.ts'
import { type AtlasEntry, atlasOf } from './atlas.ts'
import { areaOfDistrict, authorityByCode } from './files.ts'

const at = (postcode: string, area: string | null, easting: number, northing = 200_000): AtlasEntry => ({
  postcode,
  area,
  position: easting ? { easting, northing } : null,
})
const entries = [
  at('RG1 4AA', 'E06000038', 471_000),
  at('RG1 4AB', 'E06000041', 471_100),
  at('RG1 4AD', 'E06000041', 471_200),
  at('RG1 4ZZ', 'E06000038', 471_500),
  at('BT1 1AA', 'NIR', 0),
  at('RG149AA', null, 480_000),
  at('NPT 0VA', 'WAL', 330_000),
]
const reread = (exact: boolean) => atlasOf(readSheets(writeSheets(sheetsOf(entries, exact)))!)

suite('an atlas of postcodes', () => {
  test('knows which exist and whose area each is in, however they are written', () => {
    const atlas = reread(false)
    assert.equal(atlas.size, 7)
    const areas = entries.map(({ postcode }) => atlas.areaOf(postcode) ?? null)
    assert.deepEqual(
      areas,
      entries.map(({ area }) => area),
    )
    assert.ok(entries.every(({ postcode }) => atlas.knows(postcode)))
    assert.equal(atlas.areaOf(' rg14ab '), 'E06000041')
    for (const none of ['RG1 4AE', 'RG1 4AC', 'RG2 4AA', 'RG14', 'AA', '', 'ÄÖ1 1AA', 'E06000038'])
      assert.deepEqual(
        [atlas.knows(none), atlas.areaOf(none), atlas.positionOf(none)],
        [false, undefined, undefined],
      )
  })

  test('places a postcode in the middle of its sector, or where it is if the atlas is exact', () => {
    assert.deepEqual(reread(false).positionOf('RG1 4AB'), { easting: 471_200, northing: 200_000 })
    assert.deepEqual(reread(true).positionOf('RG1 4AB'), { easting: 471_100, northing: 200_000 })
    assert.deepEqual(reread(true).positionOf('RG1 4ZZ'), { easting: 471_500, northing: 200_000 })
    assert.equal(reread(true).positionOf('BT1 1AA'), undefined)
    assert.equal(reread(false).positionOf('BT1 1AA'), undefined)
  })

  test('is not read from other bytes', () => {
    assert.equal(readSheets(new TextEncoder().encode('pcds,oseast1m\n')), undefined)
  })
})

suite('the atlas that comes with the platform', () => {
  const atlas = openAtlas()

  test('is small, and opens at once', () => {
    assert.ok(statSync('data/postcodes.atlas.br').size < 1_000_000)
    const began = performance.now()
    openAtlas()
    assert.ok(performance.now() - began < 200, 'ten times what it takes on an idle machine')
  })

  test('has the authorities of 2019 to 2023, and the codes of 2025', () => {
    const known: Record<string, string> = {
      'YO1 7HH': 'E06000014',
      'DL7 8AD': 'E06000065',
      'TA1 4DY': 'E06000066',
      'CA3 8NA': 'E06000063',
      'LA9 4DQ': 'E06000064',
      'S1 2HH': 'E08000039',
      'S70 2TA': 'E08000038',
      'DT1 1XJ': 'E06000059',
      'BH2 6DY': 'E06000058',
      'HP19 8FF': 'E06000060',
      'NN1 1ED': 'E06000062',
      'NN16 0AP': 'E06000061',
      'BN7 1UE': 'E10000011',
      'EH1 1YZ': 'SCO',
      'CF10 3NW': 'WAL',
      'BT1 5GS': 'NIR',
      'JE1 1AA': 'NUK',
    }
    for (const [postcode, area] of Object.entries(known)) {
      assert.equal(atlas.areaOf(postcode), area, postcode)
      if (area.startsWith('E')) assert.ok(authorityByCode.has(area), area)
    }
  })

  const folder = '../shared/data/postcodes'
  test('says of every postcode what the directory says', { skip: !existsSync(folder) }, async () => {
    let wrong = 0
    let english = 0
    for (const { postcode, district } of (await compactRowsIn(folder))!) {
      const area = typeof district === 'string' ? areaOfDistrict(district) : undefined
      if (!atlas.knows(postcode) || atlas.areaOf(postcode) !== area) wrong += 1
      if (typeof district !== 'string' || !district.startsWith('E')) continue
      english += 1
      if (!authorityByCode.has(atlas.areaOf(postcode)!)) wrong += 1
    }
    assert.equal(wrong, 0)
    assert.ok(english > 2_000_000)
  })
})

suite('a directory that somebody has', () => {
  test('is used as it is published, and exact', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nearhome-atlas-'))
    const file = join(folder, 'ONSPD.csv')
    const rows = [
      'pcds,oseast1m,osnrth1m,oslaua',
      'RG1 1AA,471617,172953,E06000038',
      'BN7 1UE,541000,110000,E07000063',
    ]
    writeFileSync(file, rows.join('\n'))
    const atlas = await openDirectory(file)
    assert.ok(!('problem' in atlas) && atlas.exact)
    assert.deepEqual(atlas.positionOf('RG1 1AA'), { easting: 471_617, northing: 172_953 })
    assert.equal(atlas.areaOf('BN7 1UE'), 'E10000011')
    writeFileSync(file, 'name\nReading\n')
    assert.match(JSON.stringify(await openDirectory(file)), /has no column for: postcode/)
    assert.match(JSON.stringify(await openDirectory(join(folder, 'absent'))), /There is no file or folder/)
    assert.match(JSON.stringify(await openDirectory(folder)), /needs \*\.msgpack\.br files/)
    rmSync(folder, { recursive: true })
  })
})
