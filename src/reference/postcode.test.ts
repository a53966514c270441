/** A postcode is the same however it is written. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalisePostcode, outwardCodeOf, sectorOf } from './postcode.ts'

test('a postcode is the same however it is written', () => {
  for (const written of ['RG1 4AB', 'rg14ab', ' Rg1  4aB ', 'RG1-4AB']) {
    assert.equal(normalisePostcode(written), 'RG1 4AB')
  }
})

test('the space falls before the last three, whatever the first half', () => {
  assert.deepEqual(['m11ae', 'b338th', 'sw1a1aa', 'ec1a1bb', 'po301ud', 'w1t3nf'].map(normalisePostcode), [
    'M1 1AE',
    'B33 8TH',
    'SW1A 1AA',
    'EC1A 1BB',
    'PO30 1UD',
    'W1T 3NF',
  ])
})

test('what is not a postcode is not made into one', () => {
  for (const written of ['', 'RG1', 'Reading', 'RG1 4A', '14 RG1', 'RG1 4ABC']) {
    assert.equal(normalisePostcode(written), undefined)
  }
})

test('the outward code is the first half, and stands for itself', () => {
  assert.equal(outwardCodeOf('po301ud'), 'PO30')
  assert.equal(outwardCodeOf(' po30 '), 'PO30')
  assert.equal(outwardCodeOf('Portsmouth'), undefined)
})

test('the sector hides the last two letters', () => {
  assert.equal(sectorOf('RG14AB'), 'RG1 4')
  assert.equal(sectorOf('RG1'), undefined)
})
