/** The hubs of the South East are known where returns name all their authorities, by code, number or name. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { southEast } from '#reference'
import { hubsOf } from './hubs.ts'

const south = southEast.filter(({ hub }) => hub === 'South')
const named = south.map(({ code, dfeCode, name }, at) => [code, dfeCode, name.toLowerCase()][at % 3]!)

test('a hub is known by its authorities, named by code, number or name', () => {
  const members = named.map((_, at) => at + 1)
  assert.deepEqual(hubsOf(['Atlantis', ...named, 'E06000001'], undefined), [{ hub: 'South', members }])
})

test('a part of a hub is not told as the hub', () => {
  assert.deepEqual(hubsOf(named.slice(1), undefined), [])
  assert.deepEqual(hubsOf(['E10000014'], undefined), [])
})
