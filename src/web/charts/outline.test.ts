/** An outline said shortly is the same outline. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shortly } from './outline.ts'

test('corners are told from the one before, and a new ring begins where it says', () => {
  assert.equal(shortly('M10 10L11 9.5L0.5 9.5ZM3 4L3.1 4Z'), 'M10 10l1-.5l-10.5 0zM3 4l.1 0z')
})

/** Back to corners, as a browser reads them. */
function cornersOf(path: string): number[][] {
  let at = [0, 0]
  return [...path.matchAll(/([Ml])(-?[\d.]+?(?=[ -]))\s?(-?[\d.]+)/g)].map(([, letter, x, y]) => {
    const to = [Number(x), Number(y)]
    at = letter === 'M' ? to : [at[0]! + to[0]!, at[1]! + to[1]!]
    return at.map(each => Math.round(each * 10) + 0) // no -0
  })
}

test('whatever the corners, none is moved', () => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }))
  fc.assert(
    fc.property(fc.array(corner, { minLength: 1 }), corners => {
      const path = `M${corners.map(([x, y]) => `${x / 10} ${y / 10}`).join('L')}Z`
      assert.deepEqual(cornersOf(shortly(path)), corners)
    }),
  )
})
