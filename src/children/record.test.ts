/** A record says what is known, and says what is not. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from '#shared/dates'
import { Refusal } from '#shared/refusal'
import { assess } from './assessment.ts'
import { aChild, anAssessment, anEpisode } from './fixtures.ts'
import { type Kept, recordOn } from './record.ts'

const day = (text: string) => parseDate(text)!
const today = day('2026-08-30')
const kept = (facts: Partial<Kept> = {}): Kept => ({
  child: aChild(),
  episodes: [anEpisode()],
  assessments: [anAssessment()],
  siblings: [],
  ...facts,
})
const groupsMissing = (facts: Partial<Kept>) => [
  ...new Set(recordOn(kept(facts), today).gaps.map(({ group }) => group)),
]

test('a record with all six groups has no gap', () => {
  assert.deepEqual(recordOn(kept(), today).gaps, [])
})

test('each group that is missing is reported by name', () => {
  assert.deepEqual(groupsMissing({ child: aChild({ ethnicity: 'NOBT' }) }), ['basic information'])
  assert.deepEqual(groupsMissing({ assessments: [] }), ['strengths and needs', 'education'])
  assert.deepEqual(groupsMissing({ assessments: [anAssessment({ strengths: [] })] }), ['strengths and needs'])
  assert.deepEqual(groupsMissing({ assessments: [anAssessment({ carePlan: null })] }), [
    'strengths and needs',
  ])
  assert.deepEqual(groupsMissing({ assessments: [anAssessment({ outcomes: null })] }), [
    'strengths and needs',
  ])
  const schoolless = anAssessment({ schoolName: null, educationStage: null })
  assert.deepEqual(groupsMissing({ assessments: [schoolless] }), ['education'])
  assert.deepEqual(groupsMissing({ episodes: [anEpisode({ distanceMiles: null })] }), ['current placement'])
  assert.deepEqual(groupsMissing({ episodes: [anEpisode({ weeklyFee: null })] }), ['cost'])
  assert.deepEqual(groupsMissing({ episodes: [] }), ['start and end dates'])
})

test('nobody asks what it costs to live with one’s parents, or where a baby goes to school', () => {
  const atHome = anEpisode({ placeCode: 'P1', providerCode: 'PR0', weeklyFee: null })
  assert.deepEqual(groupsMissing({ episodes: [atHome] }), [])
  const baby = aChild({ born: day('2025-01-01') })
  const schoolless = anAssessment({ schoolName: null, educationStage: null })
  assert.deepEqual(groupsMissing({ child: baby, assessments: [schoolless] }), [])
})

test('a record on a past day knows only what was known then', () => {
  const child = aChild({ born: day('2013-05-14') })
  const first = anEpisode({
    startedOn: day('2024-01-10'),
    endedOn: day('2025-06-01'),
    endReason: 'X1',
    changeReason: 'CARPL',
  })
  const second = anEpisode({ startedOn: day('2025-06-01'), reasonNew: 'P', placeCode: 'K2' })
  const old = anAssessment({ assessedOn: day('2024-02-01'), voice: 'I miss my dog' })
  const recent = anAssessment({ assessedOn: day('2026-01-01') })
  const all = kept({ child, episodes: [second, first], assessments: [recent, old] })

  const then = recordOn(all, day('2025-05-13'))
  assert.equal(then.age, 11)
  assert.equal(then.current?.id, first.id)
  assert.deepEqual(
    [then.current?.endedOn, then.current?.endReason, then.current?.changeReason],
    [null, null, null],
  )
  assert.equal(then.episodes.length, 1)
  assert.equal(then.assessment?.voice, 'I miss my dog')
  assert.equal(then.placements.length, 1)

  assert.equal(recordOn(all, day('2025-05-31')).current?.id, first.id)
  assert.equal(recordOn(all, day('2025-06-01')).current?.id, second.id)
  const before = recordOn(all, day('2023-12-31'))
  assert.deepEqual([before.current, before.assessment, before.episodes], [null, null, []])
})

test('a child who has left care is not looked after, and owes no school or cost', () => {
  const left = anEpisode({ endedOn: day('2026-07-01'), endReason: 'E4A', weeklyFee: null })
  const record = recordOn(kept({ episodes: [left], assessments: [] }), today)
  assert.deepEqual([record.current, record.placement, record.gaps], [null, null, []])
})

test('an episode that says another follows, when none does, is a gap', () => {
  const left = anEpisode({ endedOn: day('2026-07-01'), endReason: 'X1' })
  assert.deepEqual(groupsMissing({ episodes: [left] }), ['start and end dates'])
})

test('nobody has learnt anything tomorrow, or before the child was born', () => {
  const made = anAssessment({ assessedOn: day('2026-08-31') })
  assert.ok(assess(made, day('2013-05-14'), today) instanceof Refusal)
  assert.ok(assess(made, day('2026-09-01'), day('2026-12-01')) instanceof Refusal)
  assert.equal(assess(made, day('2013-05-14'), day('2026-08-31')), made)
})
