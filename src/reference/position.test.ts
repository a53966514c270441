/** How far it is from a child's family to a home, in miles. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { milesBetween } from './position.ts'

const at = (easting: number, northing: number) => ({ easting, northing })

test('three kilometres east and four north is five kilometres: 3.1 miles', () => {
  assert.equal(milesBetween(at(500_000, 100_000), at(503_000, 104_000)), 3.1)
})

test('twenty miles by the DfE’s kilometre to the mile', () => {
  assert.equal(milesBetween(at(0, 0), at(32_186, 0)), 20)
  assert.equal(milesBetween(at(0, 0), at(0, 32_186 + 81)), 20.1)
})

test('a home in the next house is at no distance, and it is as far there as back', () => {
  assert.equal(milesBetween(at(471_617, 172_953), at(471_617, 172_953)), 0)
  const [here, there] = [at(471_617, 172_953), at(531_068, 105_846)]
  assert.equal(milesBetween(here, there), milesBetween(there, here))
})
