/** What the record knows is borrowed with its date, and never made up. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aChild, anAssessment, anEpisode, recordOn } from '#children'
import { parseDate } from '#shared/dates'
import { knownFrom, livesNow, toldOf } from './known.ts'

const today = parseDate('2026-08-30')!
const child = aChild()
const record = (kept = {}) =>
  recordOn({ child, episodes: [anEpisode()], assessments: [anAssessment()], siblings: [], ...kept }, today)

test('each fact says where and when it was learnt', () => {
  const known = knownFrom(record(), 'Sam Oduya')
  assert.deepEqual(known.sources['voice'], { says: 'the last assessment', on: '2026-04-01' })
  assert.deepEqual(known.sources['legalStatus'], { says: 'the statutory record', on: '2026-03-02' })
  assert.equal(known.sources['officer'], undefined)
  assert.equal(known.answers['educationStage'], 'secondary')
})

test('an answer that differs from the record is told beside it', () => {
  const known = knownFrom(record(), 'Sam Oduya')
  assert.equal(toldOf('schoolName', known, { schoolName: 'Fernside School' })?.isSame, true)
  assert.deepEqual(toldOf('schoolName', known, { schoolName: 'Another' }), {
    says: 'the last assessment',
    on: '2026-04-01',
    isSame: false,
    value: 'Fernside School',
  })
  assert.equal(toldOf('pets', known, { pets: 'no' }), null)
})

test('what the record does not know is asked, not answered with nothing', () => {
  const { answers } = knownFrom(record({ assessments: [], episodes: [] }), 'Sam Oduya')
  assert.deepEqual(
    ['voice', 'siblings', 'hasEhcp', 'needs', 'familySector', 'legalStatus'].filter(name => name in answers),
    [],
  )
  const special = knownFrom(record({ assessments: [anAssessment({ educationStage: 'special' })] }), 'Sam')
  assert.equal(special.answers['educationStage'], undefined)
})

test('a child who is looked after is moving; another is coming into care', () => {
  assert.deepEqual(livesNow(record()), {
    where: 'Foster home with another carer, not long term',
    since: '2026-03-02',
  })
  assert.equal(livesNow(record({ episodes: [] })), null)
})
