/** Every need is listed once, in a group. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { careNeedGroups, careNeeds } from './care-need.ts'

test('no need is listed twice, and every group has needs', () => {
  assert.equal(new Set(careNeeds.map(({ code }) => code)).size, careNeeds.length)
  assert.equal(new Set(careNeeds.map(({ label }) => label)).size, careNeeds.length)
  assert.deepEqual([...new Set(careNeeds.map(({ group }) => group))], [...careNeedGroups])
})
