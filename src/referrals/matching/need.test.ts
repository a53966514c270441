/** What a search takes from the answers, and the weights it is given. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#shared/ids'
import { Refusal } from '#shared/refusal'
import { allAnswers, day, leastAnswers } from '../fixtures.ts'
import { needFrom, needsIn } from './need.ts'
import { defaultWeights, factors, parseWeights } from './weights.ts'

const known = {
  authority: newId<'Authority'>(),
  areaCode: 'E06000038',
  neededBy: day('2026-09-01'),
  home: null,
  school: null,
  now: null,
}

test('a high risk is a need the home must meet, though nobody ticked it', () => {
  assert.deepEqual(
    needsIn({ needs: ['trauma'], riskMissing: 'high', riskSubstances: 'low', othersFire: 'high' }),
    ['trauma', 'going-missing', 'fire-setting'],
  )
  assert.deepEqual(needsIn({ needs: ['going-missing'], riskMissing: 'high' }), ['going-missing'])
})

test('the answers of the request become the need of the search', () => {
  const need = needFrom({ ...allAnswers, hasAreasToAvoid: 'yes', areasToAvoid: 'RG1, rg30 and SL6' }, known)
  assert.deepEqual(need, {
    ...known,
    age: 12,
    sex: 'F',
    nearFamily: true,
    keepSchool: true,
    siblings: 0,
    needs: ['trauma'],
    alongside: 'with-others',
    suitability: {
      'foster-household': 'preferred',
      'childrens-home': 'suitable',
      'residential-school': 'suitable',
      'supported-accommodation': 'unsuitable',
    },
    areasToAvoid: ['RG1', 'RG30', 'SL6'],
    hasSecureOrder: false,
  })
})

test('areas are avoided only where somebody said there are some', () => {
  assert.deepEqual(needFrom({ ...leastAnswers, areasToAvoid: 'RG1' }, known).areasToAvoid, [])
})

test('weights are whole numbers from 0 to 10, and the default where none is sent', () => {
  assert.deepEqual(parseWeights({}), defaultWeights)
  assert.deepEqual(parseWeights({ home: '10', cost: 0, school: '' }), {
    ...defaultWeights,
    home: 10,
    cost: 0,
  })
  for (const wrong of ['11', '-1', '2.5', 'much', ['3']]) {
    const refusal = parseWeights({ home: wrong })
    assert.ok(refusal instanceof Refusal)
    assert.equal(refusal.problems[0]?.field, 'home')
  }
})

test('every default is one that a form could send', () => {
  assert.ok(factors.every(({ byDefault }) => byDefault >= 0 && byDefault <= 10))
})
