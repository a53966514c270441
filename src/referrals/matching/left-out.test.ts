/** Why places are left out, under headings a broker can read. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aHomeWithPlaces, aNeed, day } from '../fixtures.ts'
import { groupsOf } from './left-out.ts'
import { rank } from './matching.ts'
import type { Need } from './need.ts'
import type { HomeWithPlaces } from './supply.ts'
import { defaultWeights } from './weights.ts'

const today = day('2026-08-30')
const headingFor = (home: HomeWithPlaces, need: Partial<Need> = {}): string => {
  const { excluded } = rank(aNeed(need), [home], defaultWeights, today)
  const groups = groupsOf(excluded)
  assert.equal(groups.length, 1)
  return groups[0]!.code
}
const { purpose } = aHomeWithPlaces().home
const shut = { since: today, reason: 'A burst pipe', until: null }

const claims: [string, string, HomeWithPlaces, Partial<Need>?][] = [
  ['a place that is taken', 'taken', aHomeWithPlaces({}, [{ taken: { from: today, until: null } }])],
  [
    'a place taken for now',
    'taken',
    aHomeWithPlaces({}, [{ taken: { from: today, until: day('2026-10-01') } }]),
  ],
  [
    'a place closed for now',
    'closed',
    aHomeWithPlaces({}, [{ closure: { from: today, until: null, reason: 'Paint' } }]),
  ],
  ['a home that is closed', 'closed', aHomeWithPlaces({ ...shut, state: 'closed' as 'open' })],
  ['a home being refurbished', 'closed', aHomeWithPlaces({ ...shut, state: 'refurbishing' as 'open' })],
  ['a home that is not open yet', 'closed', aHomeWithPlaces({ since: day('2027-01-01') })],
  ['a place that is free later', 'later', aHomeWithPlaces({}, [{ availableFrom: day('2026-12-01') }])],
  ['another age', 'age', aHomeWithPlaces({ purpose: { ...purpose, ageFrom: 2, ageTo: 6 } })],
  ['boys only', 'sex', aHomeWithPlaces({ purpose: { ...purpose, sexes: 'boys' } })],
  [
    'a need not met',
    'needs',
    aHomeWithPlaces({ purpose: { ...purpose, needsNotMet: ['trauma'] } }),
    { needs: ['trauma'] },
  ],
  [
    'a kind that would not suit',
    'kind',
    aHomeWithPlaces(),
    { suitability: { 'childrens-home': 'unsuitable' } },
  ],
  [
    'no home alone',
    'others',
    aHomeWithPlaces({ purpose: { ...purpose, takesSolo: false } }),
    { alongside: 'solo' },
  ],
  [
    'younger children there',
    'others',
    aHomeWithPlaces({}, [{}], [{ age: 8, sex: 'F' }]),
    { alongside: 'older-only' },
  ],
  ['an area to avoid', 'avoid', aHomeWithPlaces(), { areasToAvoid: ['RG1'] }],
  ['no registration', 'law', aHomeWithPlaces({ urn: null })],
  ['a secure home without an order', 'law', aHomeWithPlaces({ kind: 'secure-home' })],
  ['supported accommodation at 12', 'law', aHomeWithPlaces({ kind: 'supported-accommodation', urn: null })],
  ['a home kept for another council', 'reserved', aHomeWithPlaces({ onlyFor: aNeed().authority })],
  ['a home that told of no place', 'no-place', aHomeWithPlaces({}, [])],
]
for (const [what, code, home, need] of claims) {
  test(`${what} is left out under its own heading`, () => assert.equal(headingFor(home, need), code))
}

test('each place is counted once, and the commonest heading comes first', () => {
  const young = () => aHomeWithPlaces({ purpose: { ...purpose, ageFrom: 2, ageTo: 6, sexes: 'boys' } })
  const taken = aHomeWithPlaces({}, [{ taken: { from: today, until: null } }])
  const { excluded } = rank(aNeed(), [taken, young(), young()], defaultWeights, today)
  assert.deepEqual(
    groupsOf(excluded).map(({ code, places }) => [code, places]),
    [
      ['age', 2],
      ['taken', 1],
    ],
  )
})
