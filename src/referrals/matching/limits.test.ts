/** The hard limits of a search: what each leaves out, whatever the weights, and for whom it does not. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { look, noWeights } from '../../../tests/support/ranked.ts'
import { aPurpose } from '#provision'
import { newId } from '#shared/ids'
import { aHomeWithPlaces, aNeed, day } from '../fixtures.ts'
import type { HomeWithPlaces } from './supply.ts'
import { defaultWeights } from './weights.ts'

const kent = newId<'Authority'>()
const limits: [string, Parameters<typeof aNeed>[0], HomeWithPlaces, string][] = [
  ['taken', {}, aHomeWithPlaces({}, [{ taken: { from: day('2026-01-01'), until: null } }]), 'Taken'],
  [
    'ready too late',
    {},
    aHomeWithPlaces({}, [{ availableFrom: day('2026-09-02') }]),
    'Available from 2 September 2026',
  ],
  ['opens too late', {}, aHomeWithPlaces({ since: day('2026-09-02') }), 'Opens on 2 September 2026'],
  ['too old', { age: 18 }, aHomeWithPlaces(), 'For ages 10 to 17, and the child is 18'],
  ['boys', {}, aHomeWithPlaces({ purpose: aPurpose({ sexes: 'boys' }) }), 'For boys only'],
  [
    'under 16',
    { age: 15 },
    aHomeWithPlaces({ kind: 'supported-accommodation' }),
    'Supported accommodation may not take a child under 16',
  ],
  ['unregistered', {}, aHomeWithPlaces({ urn: null }), 'We hold no Ofsted registration for this home'],
  [
    'no order',
    {},
    aHomeWithPlaces({ kind: 'secure-home' }),
    'A secure home needs a court’s secure accommodation order',
  ],
  [
    'kind',
    { suitability: { 'foster-household': 'unsuitable' } },
    aHomeWithPlaces({ kind: 'foster-household' }),
    'The social worker says that living with foster carers would not suit',
  ],
  [
    'solo',
    { alongside: 'solo' },
    aHomeWithPlaces({}, [{}, { name: 'Green', taken: { from: day('2026-01-01'), until: null } }]),
    'The child needs to live with no other children, and others live here',
  ],
  [
    'older only',
    { alongside: 'older-only' },
    aHomeWithPlaces({}, [{}], [{ age: 11, sex: 'F' }]),
    'The child should live with older children only, and a younger child lives here',
  ],
  [
    'needs not met',
    { needs: ['fire-setting'] },
    aHomeWithPlaces({ purpose: aPurpose({ needsNotMet: ['fire-setting'] }) }),
    'The home says it cannot meet: fire setting',
  ],
  ['area', { areasToAvoid: ['RG1'] }, aHomeWithPlaces(), 'In RG1, where the child must not live'],
  ['reserved', {}, aHomeWithPlaces({ onlyFor: kent }), 'Reserved for another council by agreement'],
]

for (const [name, facts, supply, why] of limits) {
  test(`a hard limit leaves a place out and says why, whatever the weights: ${name}`, () => {
    for (const weights of [defaultWeights, noWeights]) {
      const looked = look(aNeed(facts), [supply], weights)
      assert.deepEqual(looked.ranked, [])
      assert.ok(
        looked.why.some(each => each.includes(why)),
        JSON.stringify(looked.why),
      )
    }
  })
}

test('what a limit keeps from one child it does not keep from another', () => {
  const open: [Parameters<typeof aNeed>[0], HomeWithPlaces][] = [
    [{ age: 16 }, aHomeWithPlaces({ kind: 'supported-accommodation' })],
    [{}, aHomeWithPlaces({ kind: 'foster-household', urn: null })],
    [{ hasSecureOrder: true }, aHomeWithPlaces({ kind: 'secure-home' })],
    [{ authority: kent }, aHomeWithPlaces({ onlyFor: kent })],
    [{ sex: 'M' }, aHomeWithPlaces({ purpose: aPurpose({ sexes: 'boys' }) })],
    [{ alongside: 'solo' }, aHomeWithPlaces()],
    [{ areasToAvoid: ['RG10'] }, aHomeWithPlaces()],
  ]
  for (const [facts, supply] of open) assert.equal(look(aNeed(facts), [supply]).ranked.length, 1)
})

test('a home beyond several limits says all of them', () => {
  const supply = aHomeWithPlaces({ kind: 'secure-home', purpose: aPurpose({ ageFrom: 14 }) })
  assert.equal(look(aNeed(), [supply]).why[0]?.length, 2)
})
