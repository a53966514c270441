/** The chosen sites are the best there are: by hand, and against every choice there is. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type Facts, problemOf } from './fixtures.ts'
import { type Problem, contradiction } from './problem.ts'
import { readProblem } from './reading.ts'
import type { Sited } from './answer.ts'
import { siteHomes } from './siting.ts'

async function sited(problem: Problem): Promise<Sited> {
  const outcome = await siteHomes(problem, { seconds: 30 })
  assert.ok(outcome.state === 'sited', outcome.state)
  assert.ok(outcome.answer.optimal)
  return outcome.answer
}

/** Four towns on a line, 0, 1, 5 and 6 miles along it, each of which could have a home. */
const line = [0, 1, 5, 6].map(from => [0, 1, 5, 6].map(to => Math.abs(from - to)))

suite('siting homes', () => {
  test('one home stands in a middle town, two stand one in each pair', async () => {
    const one = await sited(problemOf({ distance: line }))
    assert.equal(one.objective, 10)
    const two = await sited(problemOf({ distance: line, open: 2 }))
    assert.deepEqual([two.objective, two.bound], [2, 2])
    assert.equal(two.runnerUp?.objective, 2) // the other town of a pair does as well
  })

  test('more children pull the home to them', async () => {
    const { open, objective } = await sited(problemOf({ distance: line, weights: [1, 1, 1, 9] }))
    assert.deepEqual([open, objective], [[3], 12])
  })

  test('a fixed home stays, and a forbidden site stays shut', async () => {
    const { open } = await sited(
      problemOf({ distance: line, open: 2, sites: [{ fixed: true }, {}, { forbidden: true }] }),
    )
    assert.deepEqual(open, [0, 3])
  })

  test('within 1 mile two homes reach all four towns, and one reaches two', async () => {
    const one = await sited(problemOf({ distance: line, within: 1, weights: [1, 1, 3, 1] }))
    assert.deepEqual([one.objective, one.runnerUp?.objective], [4, 4])
    assert.equal((await sited(problemOf({ distance: line, within: 1, open: 2 }))).objective, 4)
  })

  test('money is not overspent by the rounding of a sum', async () => {
    const sites = [0.1, 0.2, 0.3, 0.3].map(cost => ({ cost }))
    const { open, objective } = await sited(problemOf({ distance: line, open: 2, budget: 0.3, sites }))
    assert.deepEqual([open, objective], [[0, 1], 9])
  })

  test('what cannot be is said before anything is solved', () => {
    const says = (facts: Facts) => contradiction(problemOf({ distance: line, ...facts }))
    assert.match(says({ sites: [{ fixed: true }, { fixed: true }] })!, /2 sites are fixed, and only 1/)
    assert.match(says({ budget: 5, sites: [{ fixed: true, cost: 9 }] })!, /cost 9, and the budget is 5/)
    assert.match(says({ worst: 0.5, sites: [{ forbidden: true }] })!, /within 0\.5 miles of d0/)
    assert.match(says({ minimum: new Map([['N', 2]]), sites: [{ group: 'N' }] })!, /N, which has 1/)
    assert.match(says({ sites: line.map(() => ({ capacity: 1 })) })!, /room for 1, and 4/)
    assert.equal(says({}), null)
  })

  test('a file that is wrong is told where', () => {
    const good = { demand: [{ id: 'a', weight: 1 }], sites: [{ id: 's' }], distance: [[1]] }
    const wrong = (change: object) => {
      const read = readProblem({ ...good, ...change })
      return 'wrong' in read ? read.wrong : 'nothing'
    }
    assert.equal(wrong({}), 'nothing')
    assert.match(wrong({ distance: [[-1]] }), /^distance\[0\]\[0\] must be a number of miles, 0 or more$/)
    assert.match(
      wrong({ distance: [[1, 2]] }),
      /^distance\[0\] must have a column for each of 1 sites, not 2$/,
    )
    assert.match(wrong({ distance: [] }), /a row for each of 1 demands, not 0/)
    assert.match(wrong({ sites: [{ id: 's', cost: 'x' }] }), /^sites\[0\]\.cost must be a number, 0 or more$/)
    assert.match(wrong({ sites: [{ id: 's' }, { id: 's' }] }), /^sites\[1\]\.id "s" is given twice$/)
    assert.match(wrong({ minimum: { N: 1 } }), /^minimum\.N is the group of no site$/)
    assert.match(wrong({ demand: [] }), /^demand must not be empty$/)
    const none = readProblem([])
    assert.ok('wrong' in none && /must be an object/.test(none.wrong))
  })
})
