/** The questions: whole, in plain sentences, and asked only when they have a point. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parse } from '#shared/parse'
import { Refusal } from '#shared/refusal'
import { answersFrom, answersSchema, schemaOfSection } from '../actions/answers.ts'
import { allAnswers, day, leastAnswers } from '../fixtures.ts'
import { type ChildRecord, prefill } from './prefill.ts'
import { isAsked } from './question.ts'
import {
  allQuestions,
  missingFor,
  questionNamed,
  sections,
  stillAsked,
  stillToAsk,
  summary,
  tasks,
} from './sections.ts'

test('all 52 fields of the regional standard are here, and each name is used once', () => {
  assert.equal(allQuestions.filter(({ isStandard }) => isStandard).length, 52)
  assert.equal(new Set(allQuestions.map(({ name }) => name)).size, allQuestions.length)
})

test('every question with choices has them, and hangs only on one that has', () => {
  for (const { kind, options, onlyIf, name } of allQuestions) {
    if (kind === 'radios' || kind === 'checkboxes') assert.ok(options && options.length > 1, name)
    if (onlyIf) assert.ok(questionNamed(onlyIf.question), name)
  }
})

test('the child’s own words are asked for first', () => {
  assert.equal(sections[0]?.questions[0]?.name, 'voice')
})

test('the invented answers are enough, for an emergency and for a plan', () => {
  assert.deepEqual(missingFor('emergency', leastAnswers), [])
  assert.deepEqual(missingFor('planned', allAnswers), [])
  assert.deepEqual(stillToAsk('planned', leastAnswers), [])
})

test('what an emergency left for later is chased', () => {
  const chased = stillToAsk('emergency', leastAnswers).map(({ field }) => field)
  assert.ok(chased.includes('strengths'))
  assert.ok(!chased.includes('voice'))
})

test('taking any one answer away from the least is noticed, and says so in a sentence', () => {
  for (const name of Object.keys(leastAnswers)) {
    const { [name]: _gone, ...rest } = leastAnswers
    const missing = missingFor('emergency', rest)
    assert.ok(missing.length > 0, name)
    assert.ok(missing.every(({ message }) => /^[A-Z].{10,}/.test(message)))
  }
})

test('a question that hangs on another is asked only after that answer', () => {
  const which = questionNamed('schoolName')!
  assert.equal(isAsked(which, {}), false)
  assert.equal(isAsked(which, { inSchool: 'no' }), false)
  assert.equal(isAsked(which, { inSchool: 'yes' }), true)
  assert.deepEqual(stillAsked({ inSchool: 'no', schoolName: 'Larkmead School' }), { inSchool: 'no' })
})

test('the task list tells what is done, begun, still to do, and what can wait tonight', () => {
  const statuses = (urgency: 'planned' | 'emergency', answers: Parameters<typeof tasks>[1]) =>
    Object.fromEntries(tasks(urgency, answers).map(({ section, status }) => [section.name, status]))
  assert.ok(Object.values(statuses('planned', allAnswers)).every(status => status === 'completed'))
  assert.equal(statuses('planned', {})['voice'], 'not-started')
  assert.equal(statuses('planned', { voice: 'Near nan' })['voice'], 'in-progress')
  assert.equal(statuses('emergency', { voice: 'Near nan' })['voice'], 'can-wait')
})

test('checking answers shows each in words, with what is missing', () => {
  const rows = summary('planned', { ...leastAnswers, needs: ['trauma', 'autism'] }).flatMap(
    ({ rows: each }) => each,
  )
  const row = (name: string) => rows.find(({ question }) => question.name === name)
  assert.equal(row('neededBy')?.value, '1 September 2026')
  assert.equal(row('needs')?.value, 'Trauma, Autism')
  assert.equal(row('nearFamily')?.value, 'Yes')
  assert.equal(row('strengths')?.missing, 'Write what the child is good at or enjoys')
  assert.equal(row('schoolName'), undefined)
})

const record: ChildRecord = {
  id: 'a',
  localId: 'SW-1',
  age: 12,
  sex: 'F',
  ethnicity: null,
  legalStatus: 'Full care order',
  homeSector: 'RG1 4',
  school: { name: 'Larkmead School', sector: 'RG2 7', stage: 'secondary' },
  hasEhcp: false,
  siblings: 1,
  needs: ['trauma'],
  strengths: ['Goalkeeper', 'Kind'],
  voice: 'Near nan',
  outcomes: null,
  carePlan: 'Long-term fostering',
  current: { placeCode: 'K2', sector: 'RG4 1' },
}

test('a request is filled in from the record, and what the record does not know is left to be asked', () => {
  const answers = prefill(record, { officer: 'Odile Marsh', on: day('2026-08-22') })
  assert.equal(answers['strengths'], 'Goalkeeper\nKind')
  assert.equal(answers['hasEhcp'], 'no')
  assert.equal(answers['inSchool'], 'yes')
  assert.ok(!('outcomes' in answers) && !('ethnicity' in answers) && !('hasSecureOrder' in answers))
  assert.ok(!(parse(answersSchema, answers) instanceof Refusal))
})

test('the schema lets every good answer through unchanged, from a form as from a program', () => {
  const parsed = parse(answersSchema, allAnswers)
  assert.ok(!(parsed instanceof Refusal))
  assert.deepEqual(answersFrom(parsed), { ...allAnswers, communication: [], support: [] })
  const asForm = {
    ...allAnswers,
    age: '12',
    siblings: '0',
    needs: 'trauma',
    culture: '',
    familySector: 'rg14',
  }
  const form = parse(answersSchema, asForm)
  assert.ok(!(form instanceof Refusal))
  assert.deepEqual(
    [form['age'], form['needs'], form['culture'], form['familySector']],
    [12, ['trauma'], undefined, 'RG1 4'],
  )
})

test('a wrong answer is refused beside its question, in a sentence', () => {
  const wrong = {
    age: 'twelve',
    sex: 'X',
    neededBy: '2026-02-30',
    familySector: 'Reading',
    voice: 'x'.repeat(4001),
    needs: ['flying'],
  }
  const refusal = parse(answersSchema, wrong)
  assert.ok(refusal instanceof Refusal)
  assert.deepEqual(
    new Set(refusal.problems.map(({ field }) => field?.split('.')[0])),
    new Set(Object.keys(wrong)),
  )
  for (const { message } of refusal.problems) assert.doesNotMatch(message, /Invalid|expected/)
})

test('nothing that may be sent to a section is a fault', () => {
  const anything = fc.dictionary(fc.constantFrom(...allQuestions.map(({ name }) => name)), fc.anything())
  fc.assert(
    fc.property(anything, sent => {
      for (const section of sections) parse(schemaOfSection(section), sent)
    }),
    { numRuns: 200 },
  )
})
