/** Returns that name authorities of the South East by code, number or name are in its hubs; others are in none. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hubsOf } from './hubs.ts'

test('hubs are known by code, number or name, and unknown authorities are in none', () => {
  assert.deepEqual(hubsOf(['E10000014', '870', 'LA600', 'medway', 'E06000001'], undefined), [
    { hub: 'South', members: [0, 3] },
    { hub: 'North', members: [1] },
  ])
})
