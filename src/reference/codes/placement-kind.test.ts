/** Every placement is counted as one kind of home. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupOfPlacement, isUnregistered, kindOfPlacement, placementGroups } from './placement-kind.ts'
import { placementTypes } from './placement-type.ts'

test('the groups are those of the regional sufficiency model', () => {
  const members = (group: string) =>
    placementTypes.map(({ code }) => code).filter(code => groupOfPlacement(code) === group)
  assert.deepEqual(members('Fostering').join(' '), 'U1 U2 U3 U4 U5 U6')
  assert.deepEqual(members('Residential').join(' '), 'K2 P3 R1 S1')
  assert.deepEqual(members('Supported').join(' '), 'K3 H5 P2')
  assert.equal(placementGroups.map(members).flat().length, placementTypes.length)
})

test('who provides a foster home makes it in-house or an agency’s, unless it is with family or friends', () => {
  assert.deepEqual(
    ['PR1', 'PR2', 'PR3', 'PR4', 'PR5'].map(provider => kindOfPlacement('U6', provider)),
    ['in-house foster', 'in-house foster', 'in-house foster', 'agency foster', 'agency foster'],
  )
  assert.equal(kindOfPlacement('U1', 'PR1'), 'kinship foster')
  assert.equal(kindOfPlacement('U3', null), 'kinship foster')
})

test('a children’s home without a provider code is counted as bought', () => {
  assert.equal(kindOfPlacement('K2', 'PR1'), 'residential in-house')
  assert.equal(kindOfPlacement('K2', 'PR5'), 'residential external')
  assert.equal(kindOfPlacement('K2', ''), 'residential external')
})

test('secure, health, custody and home are kept apart, though all are Other in the statistics', () => {
  const kinds = ['K1', 'R2', 'R5', 'P1', 'S1', 'A5', 'T1'].map(place => kindOfPlacement(place, null))
  assert.deepEqual(kinds, [
    'secure',
    'health',
    'custody',
    'with parents',
    'residential school',
    'placed for adoption',
    'temporary',
  ])
})

test('a child recoded from K2 to Z12 does not vanish into Other: the setting is counted as unregistered', () => {
  assert.equal(kindOfPlacement('Z12', null), 'unregistered')
  assert.ok(isUnregistered('Z12'))
  assert.ok(!isUnregistered('K2'))
})

test('a code nobody knows is some other kind', () => {
  assert.equal(kindOfPlacement('Q9', 'PR1'), 'other')
  assert.equal(groupOfPlacement('Q9'), 'Other')
})
