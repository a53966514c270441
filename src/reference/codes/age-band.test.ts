/** A birthday moves a child to the next band. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageBandOf } from './age-band.ts'

test('a birthday moves a child to the next band on the day', () => {
  assert.deepEqual([0, 1, 4, 5, 9, 10, 15, 16, 18].map(ageBandOf), [
    'under 1',
    '1-4',
    '1-4',
    '5-9',
    '5-9',
    '10-15',
    '10-15',
    '16+',
    '16+',
  ])
})
