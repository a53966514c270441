/** What is invented as an answer could have been given on the form, and lets a request go to brokerage. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answers, type Urgency, allQuestions, makeReady, start } from '#referrals'
import type { AuthorityId, PersonId } from '#access'
import type { PlainDate } from '#shared/dates'
import { newId } from '#shared/ids'
import { type Asked, answersTo, halfOf } from './answers.ts'
import { type Seed, chance } from './chance.ts'

const today = '2026-11-22' as PlainDate
const asked: Asked = {
  urgency: 'planned',
  wants: 'foster-household',
  needed_by: today,
  area: 'Medway',
  sectors: { family: 'ME4 4', now: 'ME7 1' },
  seeksAsylum: false,
}
const known: Answers = { age: 12, sex: 'F', needs: ['self-harm', 'physical-disability'], inSchool: 'yes' }
const streams = Array.from({ length: 60 }, (_, i) => chance(1 as Seed, `answers/${i}`))

const draftOf = (urgency: Urgency, answers: Answers) =>
  start(
    {
      id: newId(),
      authority: newId() as AuthorityId,
      child: newId(),
      urgency,
      requestedBy: newId() as PersonId,
    },
    answers,
    today,
  )

for (const urgency of ['planned', 'emergency'] as const) {
  test(`a request that is ${urgency} can be handed to brokerage`, () => {
    for (const by of streams) {
      const answers = answersTo(by, { ...known, schoolName: 'Larkmead School' }, { ...asked, urgency })
      const ready = makeReady(draftOf(urgency, answers), today)
      assert.equal('state' in ready && ready.state, 'open', JSON.stringify(ready))
    }
  })
}

test('every answer to a choice is one of its options', () => {
  for (const by of streams) {
    const answers = answersTo(by, known, asked)
    for (const { name, options } of allQuestions) {
      const given = answers[name]
      if (!options || given === undefined) continue
      const codes = options.map(({ code }) => code)
      for (const code of [given].flat()) assert.ok(codes.includes(String(code)), `${name}: ${String(code)}`)
    }
  }
})

test('a need that the record knows is never told as no risk', () => {
  for (const by of streams) assert.notEqual(answersTo(by, known, asked)['riskSelfHarm'], 'none')
})

test('a draft leaves something for later', () => {
  const whole = answersTo(streams[0]!, known, asked)
  assert.ok(Object.keys(halfOf(streams[1]!, whole)).length < Object.keys(whole).length)
})
