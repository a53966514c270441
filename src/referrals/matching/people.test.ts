/** Who lives in a home already: what it decides where it is known, and what is said where it is not. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#shared/dates'
import { aHomeWithPlaces, aNeed, day } from '../fixtures.ts'
import { explain, rank, whyLeftOut } from './matching.ts'
import type { Need } from './need.ts'
import { livingThere } from './searched.ts'
import type { HomeWithPlaces } from './supply.ts'
import { defaultWeights } from './weights.ts'

const today = day('2026-08-30')
const younger = [{ age: 6, sex: 'M' as const }]
const havingIn = (residents: HomeWithPlaces['residents']) => ({ ...aHomeWithPlaces(), residents })
function told(residents: HomeWithPlaces['residents'], facts: Partial<Need> = {}) {
  const need = aNeed({ age: 12, ...facts })
  const { homes, excluded } = rank(need, [havingIn(residents)], defaultWeights, today)
  return {
    why: excluded.flatMap(each => whyLeftOut(each, need)),
    against: homes[0] ? explain(homes[0].best).reasonsAgainst : [],
    says: homes[0]
      ? explain(homes[0].best).factors.find(({ name }) => name === 'residents')?.sentence
      : undefined,
  }
}

test('a child who should live with older children is kept from a home that says a younger one lives there', () => {
  assert.match(told(younger, { alongside: 'older-only' }).why.join(), /a younger child lives here/)
  assert.deepEqual(told(younger, { alongside: 'younger-only' }).why, [])
})

test('a home that has not said is not left out, and brokerage is told to ask', () => {
  const { why, against } = told(null, { alongside: 'older-only' })
  assert.deepEqual(why, [])
  assert.ok(against.includes('Ask whether a younger child lives here: the home has not said'))
  assert.equal(told(null).says, undefined, 'where it does not matter, not knowing says nothing')
  assert.equal(told([{ age: 13, sex: 'F' }]).says, '1 other child here, within 1 year of this age')
})

test('a child who must live alone is kept from a home that says others live there, or has places taken', () => {
  const purpose = { ...aHomeWithPlaces().home.purpose, takesSolo: true }
  const alone = (residents: HomeWithPlaces['residents'], places: Parameters<typeof aHomeWithPlaces>[1]) =>
    rank(
      aNeed({ alongside: 'solo' }),
      [{ ...aHomeWithPlaces({ purpose }, places), residents }],
      defaultWeights,
      today,
    ).excluded.some(({ reason }) => reason === 'others')
  const taken = { name: 'Green', taken: { from: day('2026-01-01'), until: null } }
  assert.equal(alone(younger, [{}]), true)
  assert.equal(alone([], [{}, taken]), true, 'what the register knows is not unsaid')
  assert.equal(alone([], [{}]), false)
})

test('each home says who lives there and since when it is known, or that it is not known', () => {
  const said = {
    home: aHomeWithPlaces().home.id,
    saidOn: addDays(today, -3),
    girls: [],
    boys: [6],
    others: [],
  }
  assert.equal(livingThere(said, younger), 'The home said on 27 August 2026 who lives there: 1 boy aged 6')
  assert.match(livingThere(said, null), /^Who lives here now is not known\. The home said on 27 August/)
  assert.equal(livingThere(undefined, null), 'Who lives here is not known: the home has not said')
})
