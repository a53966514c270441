/** What a person typed is never lost, and what is wrong is said where it is wrong. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { questions } from './questions.ts'

const refusedWith = (entered: Record<string, unknown>) =>
  questions({ problems: [{ field: 'name', message: 'Enter a name' }], entered })
const fresh = questions({ problems: [], entered: {} })

test('what was typed comes before what the record holds', () => {
  const name = { name: 'name', label: 'Name', value: 'Robin' }
  assert.match(fresh.text(name).text, /value="Robin"/)
  assert.match(refusedWith({ name: 'R&B <x>' }).text(name).text, /value="R&amp;B &lt;x&gt;"/)
  assert.doesNotMatch(refusedWith({ name: '' }).text(name).text, /Robin/)
})

test('the error is beside its own question and no other', () => {
  const ask = refusedWith({ name: '' })
  assert.match(ask.text({ name: 'name', label: 'Name' }).text, /id="name-error"[\s\S]*Enter a name/)
  assert.doesNotMatch(ask.text({ name: 'other', label: 'Other' }).text, /error/)
})

test('a date shows the three boxes as they were typed, however wrong', () => {
  const boxes = { 'bornOn-day': '31', 'bornOn-month': 'Feb', 'bornOn-year': '' }
  const shown = refusedWith(boxes).date({ name: 'bornOn', label: 'Born', value: '2014-03-09' }).text
  assert.match(shown, /value="31"/)
  assert.match(shown, /value="Feb"/)
  assert.doesNotMatch(shown, /2014/)
})

test('a recorded date fills the boxes, and the question’s own id is the first box', () => {
  const shown = fresh.date({ name: 'bornOn', label: 'Born', value: '2014-03-09' }).text
  assert.match(shown, /id="bornOn" name="bornOn-day"[^>]*value="9"/)
  assert.match(shown, /name="bornOn-month"[^>]*value="3"/)
  assert.match(shown, /name="bornOn-year"[^>]*value="2014"/)
})

test('boxes that were unticked stay unticked, though the record has them', () => {
  const wishes = {
    name: 'wishes',
    label: 'Wishes',
    value: ['cat'],
    choices: [{ value: 'cat', text: 'A cat' }],
  }
  assert.match(fresh.checkboxes(wishes).text, /value="cat" checked/)
  assert.match(refusedWith({ name: '', wishes: 'cat' }).checkboxes(wishes).text, /value="cat" checked/)
  assert.doesNotMatch(refusedWith({ name: '' }).checkboxes(wishes).text, /checked/)
})

test('every question’s first box has the question’s name as its id', () => {
  const choices = [{ value: 'a', text: 'A' }]
  for (const shown of [
    fresh.text({ name: 'it', label: 'It' }),
    fresh.money({ name: 'it', label: 'It' }),
    fresh.textarea({ name: 'it', label: 'It', maxlength: 50 }),
    fresh.select({ name: 'it', label: 'It', choices }),
    fresh.radios({ name: 'it', label: 'It', choices }),
    fresh.checkboxes({ name: 'it', label: 'It', choices }),
    fresh.date({ name: 'it', label: 'It' }),
    fresh.file({ name: 'it', label: 'It' }),
  ]) {
    assert.match(shown.text, /<(input|textarea|select)[^>]* id="it"/)
  }
})
