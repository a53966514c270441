/** Every file to keep is marked: its type asks for a marking from the list, and its name says it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markedName } from './marking.ts'

test('a marking stands before the ending of a name, or at its end', () => {
  assert.equal(markedName('a.b.csv', 'OFFICIAL'), 'a.b.OFFICIAL.csv')
  assert.equal(markedName('children', 'OFFICIAL-SENSITIVE-PERSONAL'), 'children.OFFICIAL-SENSITIVE-PERSONAL')
})
