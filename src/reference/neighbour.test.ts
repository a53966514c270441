/** Neighbours are each other's, and an island has none. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authorityByCode, neighboursOf } from './files.ts'

const names = (code: string) => neighboursOf(code).map(each => authorityByCode.get(each)!.name)

test('Reading lies between West Berkshire, Wokingham and Oxfordshire', () => {
  assert.deepEqual(names('E06000038'), ['West Berkshire', 'Wokingham', 'Oxfordshire'])
})

test('an island has no neighbours, and neither has a code nobody knows', () => {
  assert.deepEqual(names('E06000046'), [])
  assert.deepEqual(names('E99999999'), [])
})

test('neighbours are each other’s, also across the edge of the region', () => {
  assert.ok(names('E10000030').includes('Kingston upon Thames'))
  assert.ok(names('E09000021').includes('Surrey'))
})
