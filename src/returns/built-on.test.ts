/** Somebody who cannot undo a return is told why, of whom, and what to do instead. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNotUndone } from './built-on.ts'

const nothing = { names: 0, costs: 0, homes: 0, assessments: 0, requests: false }

test('what was added is named, and the way out is said', () => {
  assert.equal(
    whyNotUndone(['1023'], { ...nothing, names: 1 }),
    'Nothing has been undone. Since this return was loaded, names have been added for child 1023. Undoing it would ' +
      'lose that. To put the return right, load a corrected one for the same year: it changes what differs, and keeps ' +
      'what was added',
  )
  assert.match(
    whyNotUndone(['1', '2'], { ...nothing, names: 2, costs: 1, requests: true }),
    /names, weekly costs and requests for a home or placements have been added for 2 children \(1, 2\)/,
  )
})

test('many are not all named, and an unknown change is said to be one', () => {
  const many = Array.from({ length: 12 }, (_, i) => String(i))
  assert.match(
    whyNotUndone(many, nothing),
    /the record of 12 children \(0, .*, 9 and 2 more\) has been changed/,
  )
  assert.match(whyNotUndone([], { ...nothing, requests: true }), /have been added for some of these children/)
})
