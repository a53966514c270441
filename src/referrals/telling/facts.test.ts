/** What a home reads first, what more it reads after, and what an answer may not give away. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#shared/refusal'
import { addedBy, firstFacts, inShort, linesOf, restOf } from './facts.ts'
import { aSharedApproach, allAnswers, anApproach, noneHidden } from '../fixtures.ts'
import { isWaiting, tellsWho } from './message.ts'
import { anonymise, fullProfile } from './profile.ts'
import { seenByHome } from './facts.ts'
import { decline } from '../approach.ts'

const told = (more = {}) => anonymise('K', { ...allAnswers, ...more }, noneHidden).profile

test('a home reads twelve facts first, and one nobody has answered is still there', () => {
  const facts = firstFacts(told())
  assert.equal(facts.length, 12)
  assert.deepEqual(
    facts.slice(0, 3).map(({ value }) => value),
    ['12', 'Girl', '1 September 2026'],
  )
  assert.ok(facts.every(({ label }) => label !== ''))
  const unknown = firstFacts(told({ duration: '' })).find(({ name }) => name === 'duration')
  assert.equal(unknown?.value, '')
})

test('risks said to be high stand together, and none at all is said', () => {
  const risks = (more = {}) => firstFacts(told(more)).find(({ name }) => name === 'risks')?.value
  assert.equal(risks(), 'None')
  assert.equal(risks({ riskMissing: 'high', othersFire: 'high' }), 'going missing, setting fires')
})

test('the rest repeats neither the first facts nor the child’s words, and drops nothing else', () => {
  const profile = told()
  const rest = restOf(profile).flatMap(({ lines }) => lines.map(({ name }) => name))
  assert.ok(!rest.includes('age') && !rest.includes('voice') && rest.includes('strengths'))
  const first = new Set([...firstFacts(profile).map(({ name }) => name), 'voice'])
  assert.deepEqual(
    linesOf(profile)
      .map(({ name }) => name)
      .filter(name => !first.has(name)),
    rest,
  )
})

test('the full profile adds the name, the school and family time, and nothing the home knew already', () => {
  const added = addedBy(fullProfile('K', allAnswers, 'Wren Ashdown'), told()).flatMap(({ lines }) => lines)
  const names = added.map(({ name }) => name)
  assert.ok(names.includes('childName') && names.includes('schoolName') && names.includes('familyTime'))
  assert.ok(!names.includes('age') && !names.includes('strengths'))
})

test('a list tells how old a child is, and not who', () => assert.equal(inShort(told()), 'Girl of 12'))

test('an answer that names the child is refused, and says what to take out', () => {
  const hidden = { ...noneHidden, names: ['Wren Ashdown'] }
  const refused = tellsWho('Yes, Wren swims', hidden)
  assert.ok(refused instanceof Refusal)
  assert.match(refused.problems[0]!.message, /a name \(Wren\)/)
  assert.equal(tellsWho('Yes, she swims', hidden), undefined)
})

test('a question waits until it is answered', () => {
  const said = (fromHome: boolean) => ({ fromHome }) as Parameters<typeof isWaiting>[0][number]
  assert.equal(isWaiting([]), false)
  assert.equal(isWaiting([said(true)]), true)
  assert.equal(isWaiting([said(true), said(false)]), false)
})

test('a home is never told why it was chosen, and reads no profile once it has declined', () => {
  assert.ok(!('whyChosen' in seenByHome(anApproach())))
  assert.equal(seenByHome(aSharedApproach()).isFull, true)
  const day = aSharedApproach().sharedOn
  const declined = decline(aSharedApproach(), { reason: 'mix', declineNote: null }, day)
  assert.ok(!(declined instanceof Refusal))
  assert.deepEqual([seenByHome(declined).profile, seenByHome(declined).isFull], [null, false])
})
