/** Every placement is of one kind, and no question goes past what was agreed. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placementKinds, placementProviders, placementTypes } from '#reference'
import { codesOfKind, legalCodes, yearsOf } from './narrowing.ts'
import { agreedIn, narrowedAsAgreed } from './sharing.ts'

test('the kinds divide every pair of place and provider between them', () => {
  const pairs = placementKinds.flatMap(codesOfKind)
  assert.equal(new Set(pairs).size, pairs.length)
  assert.equal(pairs.length, placementTypes.length * (placementProviders.length + 1))
  assert.ok(codesOfKind('residential in-house').includes('K2/PR1'))
  assert.ok(codesOfKind('residential external').includes('K2/'))
})

test('care orders are interim and full', () => {
  assert.deepEqual(legalCodes('care order'), ['C1', 'C2'])
  assert.deepEqual(legalCodes('V2'), ['V2'])
})

test('the oldest band has no end, and the youngest takes in children not yet born', () => {
  assert.deepEqual(yearsOf('16+'), { from: 16, until: 200 })
  assert.deepEqual(yearsOf('under 1'), { from: -1, until: 1 })
})

test('a question about what was not agreed is not asked', () => {
  const asked = {
    kind: 'secure',
    legalStatus: 'C2',
    ageBand: '16+',
    distance: 'over 20',
    moves: 'three or more',
  } as const
  const basicOnly = narrowedAsAgreed(asked, agreedIn({ fields: ['basic'] }))
  assert.deepEqual(basicOnly, {
    kind: undefined,
    distance: undefined,
    moves: undefined,
    legalStatus: 'C2',
    ageBand: '16+',
  })
  assert.deepEqual(narrowedAsAgreed(asked, agreedIn({ fields: ['basic', 'placement'] })), asked)
})
