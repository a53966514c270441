/** Over means over. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distanceBandOf, farMiles, shareOver, veryFarMiles } from './distance.ts'

test('19.9 and 20.0 miles are not over 20; 20.1 is', () => {
  assert.equal(distanceBandOf(19.9), '20 miles or less')
  assert.equal(distanceBandOf(20), '20 miles or less')
  assert.equal(distanceBandOf(20.1), 'over 20 miles')
  assert.equal(distanceBandOf(100), 'over 20 miles')
  assert.equal(distanceBandOf(100.1), 'over 100 miles')
  assert.equal(distanceBandOf(null), 'not known')
})

test('200 of 1,212 children over 100 miles from home are 16.5%', () => {
  const distances = Array.from({ length: 1212 }, (_, i) => (i < 200 ? 100.1 : 100))
  const { over, of, share } = shareOver(distances, veryFarMiles)
  assert.deepEqual([over, of, (share * 100).toFixed(1)], [200, 1212, '16.5'])
})

test('a distance nobody knows counts in the whole and not in the share', () => {
  assert.deepEqual(shareOver([null, 30], farMiles), { over: 1, of: 2, share: 0.5 })
  assert.equal(shareOver([], farMiles).share, 0)
})
