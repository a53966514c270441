/** What seldom changes is worked out once, anew when it must be, and not kept without end. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whileSame } from './kept.ts'

test('is worked out once for the same things, and anew when one is another, is gone or is more', () => {
  const [a, b] = [{ n: 1 }, { n: 1 }]
  let worked = 0
  const keep = whileSame<number>(10)
  const ask = (of: readonly object[]) => keep('sum', of, () => (worked += 1))
  assert.deepEqual([ask([a, b]), ask([a, b])], [1, 1])
  assert.deepEqual([ask([b, a]), ask([b]), ask([b, a])], [2, 3, 4])
})

test('keeps no more than it may, and forgets what was asked longest ago', () => {
  let worked = 0
  const keep = whileSame<number>(2)
  const ask = (question: string) => keep(question, [], () => (worked += 1))
  assert.deepEqual(['a', 'b', 'a', 'c'].map(ask), [1, 2, 1, 3])
  assert.deepEqual(['a', 'b'].map(ask), [1, 4])
})
