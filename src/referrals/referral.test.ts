/** What may become of a request for a home. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#shared/ids'
import { Refusal } from '#shared/refusal'
import { aReferral, allAnswers, anOpenReferral, day, leastAnswers } from './fixtures.ts'
import {
  type Open,
  type Referral,
  answer,
  asDraft,
  asLive,
  asOpen,
  giveUp,
  makeReady,
  match,
  reopen,
  withdraw,
} from './referral.ts'

const today = day('2026-08-22')
const draft = aReferral()
const open = anOpenReferral()
const matched = match(open, newId(), today)
const fieldsOf = (result: unknown) =>
  result instanceof Refusal ? result.problems.map(({ field }) => field) : []

test('what each state of a request may become', () => {
  const all: Referral[] = [
    draft,
    open,
    matched,
    withdraw(open, 'Going to live with an aunt', today) as Referral,
    giveUp(open, 'needs-not-met', today),
  ]
  const allowed = all.map(each => [each.state, ...[asDraft, asOpen, asLive].map(as => as(each) === each)])
  assert.deepEqual(allowed, [
    ['draft', true, false, true],
    ['open', false, true, true],
    ['matched', false, false, false],
    ['withdrawn', false, false, false],
    ['unable-to-place', false, false, false],
  ])
  for (const each of all.slice(2)) assert.equal((asOpen(each) as Refusal).kind, 'conflict')
})

test('a planned request goes to brokerage with every question answered, and not after the home is needed', () => {
  assert.deepEqual(makeReady(draft, day('2026-09-01')), {
    ...draft,
    state: 'open',
    neededBy: '2026-09-01',
    readyOn: '2026-09-01',
  })
  assert.deepEqual(fieldsOf(makeReady(draft, day('2026-09-02'))), ['neededBy'])
})

test('an emergency goes with the least, and a planned request with the same answers is refused', () => {
  const least = aReferral({ urgency: 'emergency', answers: leastAnswers })
  assert.ok(!(makeReady(least, today) instanceof Refusal))
  const refused = fieldsOf(makeReady({ ...least, urgency: 'planned' }, today))
  assert.ok(refused.includes('strengths'))
  assert.ok(refused.includes('educationStage'))
})

test('no request goes without the child’s own words, the outcome and the long-term plan, or a reason', () => {
  for (const urgency of ['planned', 'emergency'] as const) {
    const { voice: _voice, outcomes: _o, longTermPlan: _l, planUnknownBecause: _p, ...answers } = allAnswers
    assert.deepEqual(fieldsOf(makeReady(aReferral({ urgency, answers }), today)), [
      'voice',
      'outcomes',
      'longTermPlan',
    ])
    const withReason = { ...answers, voice: 'Near nan', planUnknownBecause: 'The court decides on Friday' }
    assert.ok(!(makeReady(aReferral({ urgency, answers: withReason }), today) instanceof Refusal))
  }
})

test('an answer replaces the one before, and a question left empty is cleared', () => {
  const given = { asked: ['pets', 'culture'], answers: { pets: 'no' }, version: 1 }
  const saved = answer(draft, given) as Open
  assert.equal(saved.version, 2)
  assert.equal(saved.answers['pets'], 'no')
  assert.equal(saved.answers['culture'], undefined)
  assert.equal(saved.answers['voice'], draft.answers['voice'])
})

test('an answer to a question no longer asked is forgotten', () => {
  const saved = answer(draft, { asked: ['inSchool'], answers: { inSchool: 'no' }, version: 1 }) as Open
  assert.equal(saved.answers['schoolName'], undefined)
})

test('the day the home is needed follows its answer', () => {
  const given = { asked: ['neededBy'], answers: { neededBy: '2026-10-10' }, version: 1 }
  assert.equal((answer(draft, given) as Open).neededBy, '2026-10-10')
  assert.equal((answer(draft, { ...given, answers: {} }) as Open).neededBy, null)
  assert.equal((answer(open, { ...given, answers: {} }) as Open).neededBy, open.neededBy)
})

test('nobody overwrites what they have not seen', () => {
  const late = answer({ ...draft, version: 3 }, { asked: [], answers: {}, version: 2 })
  assert.ok(late instanceof Refusal)
  assert.equal(late.kind, 'conflict')
})

test('a request withdrawn says why, and a match that falls through opens it again', () => {
  assert.deepEqual(fieldsOf(withdraw(open, ' ', today)), ['reason'])
  assert.deepEqual(reopen(matched), open)
  assert.equal((withdraw(draft, 'Stayed at home', today) as { readyOn: unknown }).readyOn, null)
})
