/** Pages made from parts: progress that is true, a warning that can be heeded, facts that are never blank. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirmPage } from './confirm.ts'
import { buttonForm, form } from './forms.ts'
import { progressPage } from './progress.ts'
import { stateTag, summary } from './summary.ts'
import { timeline } from './timeline.ts'

test('progress is told in words as well as drawn, and asks again', () => {
  const page = progressPage('Checking', { phase: 'Reading rows', done: 1250, of: 4000, counted: 'rows' })
  assert.equal(page.refresh, 2)
  assert.match(page.body.text, /max="4000"\s+value="1250"/)
  assert.match(page.body.text, /1,250 of 4,000 rows/)
})

test('work that has not been counted yet is not a fault', () => {
  assert.doesNotMatch(
    progressPage('Checking', { phase: 'Starting', done: 0, of: 0, counted: 'rows' }).body.text,
    /NaN/,
  )
})

test('an interruption says what its button does, and offers a way back', () => {
  const asked = {
    title: 'Send?',
    body: 'To 4 homes',
    action: '/sending',
    confirm: 'Send to 4 homes',
    cancel: '/back',
  }
  const { body } = confirmPage({ ...asked, hidden: { id: '<7>' } })
  assert.match(
    body.text,
    /action="\/sending"[\s\S]*value="&lt;7&gt;"[\s\S]*Send to 4 homes[\s\S]*href="\/back"/,
  )
})

test('what is not recorded is said not to be', () => {
  assert.match(summary([{ name: 'Likes', value: '' }]).text, /Not recorded/)
  assert.doesNotMatch(summary([{ name: 'Moves', value: 0 }]).text, /Not recorded/)
})

test('a fact can be changed from where it is read, and the link says which fact', () => {
  const { text } = summary([{ name: 'Town', value: 'Wexcombe', change: '/town' }])
  assert.match(text, /href="\/town"[\s\S]*town/)
})

test('a state is a word before it is a colour', () => {
  assert.match(stateTag('Late', 'attention').text, /govuk-tag--red[\s\S]*Late/)
})

test('a form says when it carries files, and never lets the browser judge it', () => {
  const usual = { action: '/x', submit: 'Save', body: '' }
  assert.match(form({ ...usual, files: true }).text, /enctype="multipart\/form-data"/)
  assert.doesNotMatch(form(usual).text, /enctype/)
  assert.match(buttonForm('/x', 'Confirm').text, /novalidate/)
})

test('history says who did what and when', () => {
  const { text } = timeline([{ what: 'Sent', who: 'Jo', when: '3 November 2026', at: '2026-11-03' }])
  assert.match(text, /Sent[\s\S]*Jo, <time\s+datetime="2026-11-03"/)
})
