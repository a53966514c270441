/** England has 153 authorities, of which nineteen are the South East. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from '#shared/dates'
import { kindOn, trustOn, upperTierOf } from './authority.ts'
import { authorities, authorityByCode, southEast } from './files.ts'

const named = (name: string) => authorities.find(each => each.name === name)!
const counties = new Map([['E07000086', 'E10000014']])

test('England has 153 authorities, each with a code, a DfE number and a name of its own', () => {
  assert.equal(authorities.length, 153)
  for (const key of ['code', 'dfeCode', 'name'] as const) {
    assert.equal(new Set(authorities.map(each => each[key])).size, 153)
  }
})

test('the co-operative is the 19 authorities of the South East: ten in the South hub, nine in the North', () => {
  const hub = (name: string) =>
    southEast
      .filter(each => each.hub === name)
      .map(each => each.name)
      .toSorted()
  assert.deepEqual(hub('South'), [
    'Brighton and Hove',
    'East Sussex',
    'Hampshire',
    'Isle of Wight',
    'Kent',
    'Medway',
    'Portsmouth',
    'Southampton',
    'Surrey',
    'West Sussex',
  ])
  assert.deepEqual(hub('North'), [
    'Bracknell Forest',
    'Buckinghamshire',
    'Milton Keynes',
    'Oxfordshire',
    'Reading',
    'Slough',
    'West Berkshire',
    'Windsor and Maidenhead',
    'Wokingham',
  ])
  assert.deepEqual(
    authorities.filter(({ region }) => region === 'South East'),
    southEast,
  )
})

test('Buckinghamshire was a county until April 2020 and is unitary since', () => {
  assert.equal(kindOn(named('Buckinghamshire'), parseDate('2020-03-31')!), 'county')
  assert.equal(kindOn(named('Buckinghamshire'), parseDate('2020-04-01')!), 'unitary')
  assert.equal(kindOn(named('Cumberland'), parseDate('2023-03-31')!), null)
  assert.equal(kindOn(named('Kent'), parseDate('2000-01-01')!), 'county')
})

test('three of the nineteen have had a company run their children’s services, and Reading has taken them back', () => {
  const companies = (day: string) => southEast.map(each => trustOn(each, parseDate(day)!)).filter(Boolean)
  assert.deepEqual(companies('2025-09-30').length, 3)
  assert.deepEqual(companies('2025-10-01'), ['Slough Children First', 'Achieving for Children'])
  assert.equal(authorityByCode.get('E06000039')?.trust, 'Slough Children First')
})

test('every one of the nineteen has a number of children, to the nearest hundred', () => {
  assert.ok(southEast.every(({ under18 }) => under18 !== null && under18 > 20_000 && under18 % 100 === 0))
})

test('a district stands for its county, a borough for itself, another country for its word', () => {
  const areas = ['E07000086', 'E06000038', 'E09000021', 'W06000015', 'S12000036', 'N09000003', 'M99999999']
  assert.deepEqual(
    areas.map(each => upperTierOf(each, counties)),
    ['E10000014', 'E06000038', 'E09000021', 'WAL', 'SCO', 'NIR', 'NUK'],
  )
  assert.equal(upperTierOf('E07000999', counties), undefined)
})
