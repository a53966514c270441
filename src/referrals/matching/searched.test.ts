/** What the council's own record adds to a home: family near it, and who lives there by age alone. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ranksOf } from './ranking.ts'
import { aHomeWithPlaces, aNeed, day } from '../fixtures.ts'
import { rank } from './matching.ts'
import { livingHere, siblingsNear } from './searched.ts'
import { roughly } from './searched.ts'
import { defaultWeights } from './weights.ts'

const { home } = aHomeWithPlaces()

test('a brother or sister in the home is said before any distance', () => {
  const near = { home: null, position: { easting: 473_609, northing: 173_000 } }
  assert.equal(siblingsNear(home, []), null)
  assert.equal(siblingsNear(home, [near]), '1 mile from a brother or sister')
  assert.equal(
    siblingsNear(home, [near, { home: home.id, position: null }]),
    'A brother or sister lives here',
  )
})

test('the ages of children there are told, and nothing else of them', () => {
  assert.equal(livingHere([]), null)
  assert.equal(livingHere([15, 9]), 'Children of your own council live here, aged 9, 15')
})

test('a foster family is drawn where its postcode district is', () => {
  const family = aHomeWithPlaces({ kind: 'foster-household' }).home
  assert.notDeepEqual(roughly(family), family.position)
  assert.deepEqual(roughly(home), home.position)
})

test('a home with three places is one home, where the best of them stands', () => {
  const many = aHomeWithPlaces({}, [{}, {}, { weeklyFee: 100_000 as never }])
  const far = aHomeWithPlaces({ position: { easting: 560_000, northing: 110_000 } })
  const { homes } = rank(aNeed(), [far, many], defaultWeights, day('2026-08-30'))
  assert.deepEqual(
    homes.map(({ places }) => places.length),
    [3, 1],
  )
  assert.equal(homes[0]!.best.place.weeklyFee, 100_000)
  assert.equal(ranksOf(homes).get(far.home.id), 2)
})
