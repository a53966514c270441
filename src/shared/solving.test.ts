/** The solver answers small programmes worked by hand. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { open, solve } from './solving.ts'

const free = { lower: 0, upper: Infinity }

test('the least cost, the values, and the states that are no answer', async () => {
  // x + y >= 4 and x <= 3, at 2 for x and 3 for y: x = 3, y = 1, which costs 9.
  const columns = [{ cost: 2, lower: 0, upper: 3 }, { cost: 3, ...free }] // prettier-ignore
  const entries = [[0, 1], [1, 1]] as const // prettier-ignore
  const solved = await solve({ columns, rows: [{ lower: 4, upper: Infinity, entries }] })
  assert.ok(solved.state === 'optimal')
  assert.equal(solved.objective, 9)
  assert.deepEqual([...solved.values], [3, 1])

  const never = await solve({ columns, rows: [{ lower: -Infinity, upper: -1, entries }] })
  assert.equal(never.state, 'infeasible')
  const boundless = await solve({ columns: [{ cost: -1, ...free }], rows: [] })
  assert.equal(boundless.state, 'unbounded')
})

test('whole numbers', async () => {
  // The most of x with 2x <= 5 is 2.5, or 2 whole.
  const rows = [{ lower: 0, upper: 5, entries: [[0, 2]] as const }]
  const most = async (whole: boolean) => solve({ columns: [{ cost: -1, whole, ...free }], rows })
  const [part, whole] = [await most(false), await most(true)]
  assert.ok(part.state === 'optimal' && whole.state === 'optimal')
  assert.equal(part.objective, -2.5)
  assert.equal(whole.objective, -2)
})

test('a programme that is kept may be asked again', async () => {
  const opened = await open({
    columns: [{ cost: 1, ...free }],
    rows: [{ lower: 2, upper: 7, entries: [[0, 1]] }],
  })
  const least = opened.solve()
  opened.setCost(0, -1)
  const most = opened.solve()
  opened.setBounds(0, 0, 5)
  const bounded = opened.solve()
  opened.close()
  assert.deepEqual(
    [least, most, bounded].map(each => each.state === 'optimal' && each.objective),
    [2, -7, -5],
  )
})
