/** A postcode once loaded is found where it lies, and a later edition moves it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBoth } from '../../tests/support/database.ts'
import { loadPostcodes } from './actions.ts'
import { findPostcodes } from './store/finding.ts'

const row = (pcds: string, oseast1m: string, osnrth1m: string, oslaua: string) => ({
  pcds,
  oseast1m,
  osnrth1m,
  oslaua,
})

async function* rowsOf(...rows: Record<string, string>[]) {
  yield* rows
}

onBoth('loading the postcode directory', opened => {
  test('a postcode once loaded is found, with its place and authority', async () => {
    const loaded = await loadPostcodes(
      opened().owner,
      rowsOf(
        row('RG1 1AA', '471617', '172953', 'E06000038'),
        row('SO50 9AA', '445000', '118000', 'E07000086'),
        row('CF10 1AA', '318332', '175624', 'W06000015'),
        row('BT1 1AA', '333000', '374000', 'N09000003'),
      ),
    )
    assert.deepEqual(loaded, { saved: 3, passedOver: 1, bad: 0, problems: [] })

    const found = await findPostcodes(opened().owner, ['RG1 1AA', 'CF10 1AA', 'ZZ1 1ZZ'])
    assert.deepEqual([...found.keys()].toSorted(), ['CF10 1AA', 'RG1 1AA'])
    assert.deepEqual(found.get('RG1 1AA'), {
      position: { easting: 471_617, northing: 172_953 },
      authority: 'E06000038',
    })
    assert.equal(found.get('CF10 1AA')?.authority, null)
  })

  test('a later edition moves a postcode, and the last of two rows counts', async () => {
    await loadPostcodes(opened().owner, rowsOf(row('MK9 1AA', '485000', '238000', 'E06000042')))
    await loadPostcodes(
      opened().owner,
      rowsOf(row('MK9 1AA', '1', '1', 'E06000042'), row('mk91aa', '485761', '238629', 'E06000042')),
    )
    const found = await findPostcodes(opened().owner, ['MK9 1AA'])
    assert.deepEqual(found.get('MK9 1AA')?.position, { easting: 485_761, northing: 238_629 })
  })

  test('bad rows are counted and shown with their line, and the good ones beside them are saved', async () => {
    const loaded = await loadPostcodes(
      opened().owner,
      rowsOf(row('Reading', '1', '1', 'E06000038'), row('SL1 1AA', '496247', '180585', 'E06000039')),
    )
    assert.deepEqual(loaded, {
      saved: 1,
      passedOver: 0,
      bad: 1,
      problems: ['line 2: "Reading" is not a postcode'],
    })
  })

  test('a file of something else says which columns it lacks', async () => {
    const loaded = await loadPostcodes(opened().owner, rowsOf({ name: 'Reading' }))
    assert.deepEqual(loaded, { missing: ['postcode', 'easting', 'northing', 'district'] })
  })

  test('nobody is asked for when no postcode is', async () => {
    assert.equal((await findPostcodes(opened().owner, [])).size, 0)
  })
})
