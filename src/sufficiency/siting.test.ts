/** The chosen sites are the best there are: by hand, and against every choice there is. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { type Problem, contradiction } from './problem.ts'
import { readProblem } from './reading.ts'
import type { Sited } from './answer.ts'
import { siteHomes } from './siting.ts'

type Facts = Partial<Omit<Problem, 'sites' | 'demand'>> & {
  readonly weights?: readonly number[]
  readonly sites?: readonly Partial<Problem['sites'][number]>[]
}

function problemOf({ weights, sites, distance = [], ...rest }: Facts): Problem {
  const usual = { cost: 0, capacity: null, fixed: false, forbidden: false, group: null }
  const columns = distance[0]?.length ?? 0
  return {
    demand: distance.map((_, i) => ({ id: `d${i}`, weight: weights?.[i] ?? 1 })),
    sites: Array.from({ length: columns }, (_, j) => ({ id: `s${j}`, ...usual, ...sites?.[j] })),
    distance,
    open: 1,
    within: null,
    budget: null,
    minimum: new Map(),
    worst: null,
    ...rest,
  }
}

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

  test('whatever is asked, no choice of all is better, and the next best is the best of the others', async () => {
    await fc.assert(fc.asyncProperty(anyProblem, agreesWithEveryChoice), { numRuns: 150 })
  })

  test('the same where only the number of sites is limited, which is proven another way', async () => {
    const plain = anyProblem.map(({ sites, ...rest }) => ({
      ...rest,
      sites: sites.map(site => ({ ...site, capacity: null })),
      within: null,
      budget: null,
      worst: null,
      minimum: new Map<string, number>(),
    }))
    await fc.assert(fc.asyncProperty(plain, agreesWithEveryChoice), { numRuns: 300 })
  })
})

const anyProblem: fc.Arbitrary<Problem> = fc
  .record({ demands: fc.integer({ min: 1, max: 6 }), sites: fc.integer({ min: 1, max: 6 }) })
  .chain(({ demands, sites }) =>
    fc.record({
      distance: fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: sites, maxLength: sites }), {
        minLength: demands,
        maxLength: demands,
      }),
      weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: demands, maxLength: demands }),
      open: fc.integer({ min: 1, max: sites }),
      within: fc.option(fc.integer({ min: 0, max: 20 })),
      budget: fc.option(fc.integer({ min: 0, max: 20 })),
      worst: fc.option(fc.integer({ min: 5, max: 20 })),
      minimum: fc.constantFrom(new Map<string, number>(), new Map([['N', 1]])),
      sites: fc.array(
        fc.record({
          cost: fc.integer({ min: 0, max: 9 }),
          capacity: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 3 }),
          fixed: fc.constantFrom(false, false, false, true),
          group: fc.constantFrom('N', 'S'),
        }),
        { minLength: sites, maxLength: sites },
      ),
    }),
  )
  .map(problemOf)

async function agreesWithEveryChoice(problem: Problem): Promise<void> {
  const every = everyChoice(problem).toSorted((a, b) => a.worse - b.worse)
  if (contradiction(problem)) return assert.deepEqual(every, [])
  const outcome = await siteHomes(problem, { seconds: 30, further: 1 })
  if (outcome.state !== 'sited') return assert.deepEqual(every, [])
  const { open, objective, runnerUp, optimal, bound } = outcome.answer
  const sign = problem.within === null ? 1 : -1
  assert.ok(optimal && bound === objective)
  assert.ok(Math.abs(sign * objective - every[0]!.worse) < 1e-6)
  const others = every.filter(({ choice }) => choice.some(j => !open.includes(j)))
  assert.equal(runnerUp === null, others.length === 0)
  if (runnerUp) assert.ok(Math.abs(sign * runnerUp.objective - others[0]!.worse) < 1e-6)
  agreesOnMore(problem, outcome.answer)
  agreesOnReplacements(every, outcome.answer, sign)
}

/** One home more, and the least money that is better. */
function agreesOnMore(problem: Problem, { objective, furtherHomes, furtherMoney }: Sited): void {
  const sign = problem.within === null ? 1 : -1
  const worst = (all: readonly Chosen[]) => Math.min(...all.map(({ worse }) => worse))
  for (const each of furtherHomes)
    assert.ok(
      Math.abs(sign * each.objective - worst(everyChoice({ ...problem, open: problem.open + 1 }))) < 1e-6,
    )
  if (problem.budget === null) return assert.deepEqual(furtherMoney, [])
  const better = everyChoice({ ...problem, budget: null }).filter(
    ({ worse }) => worse < sign * objective - 1e-6,
  )
  const spending = better.map(({ choice }) => choice.reduce((sum, j) => sum + problem.sites[j]!.cost, 0))
  assert.deepEqual(
    furtherMoney.map(({ spent }) => spent),
    better.length > 0 ? [Math.min(...spending)] : [],
  )
}

function agreesOnReplacements(every: readonly Chosen[], { open, doubts }: Sited, sign: number): void {
  for (const { site, objective } of doubts.replacements ?? []) {
    const staying = open.filter(j => j !== site)
    const instead = every.filter(
      ({ choice }) =>
        choice.length === open.length && !choice.includes(site) && staying.every(j => choice.includes(j)),
    )
    if (objective === null) assert.deepEqual(instead, [])
    else assert.ok(Math.abs(sign * objective - instead[0]!.worse) < 1e-6)
  }
}

type Chosen = { readonly choice: readonly number[]; readonly worse: number }

/** Every choice of sites that keeps to what is asked, with the least it can cost (or the negative of the most covered). */
function everyChoice(problem: Problem): Chosen[] {
  const { sites, open, budget, minimum } = problem
  return Array.from({ length: 2 ** sites.length }, (_, bits) =>
    sites.flatMap((_each, j) => (bits & (1 << j) ? [j] : [])),
  )
    .filter(choice => choice.length >= 1 && choice.length <= open)
    .filter(choice =>
      sites.every(
        ({ fixed, forbidden }, j) => (!fixed || choice.includes(j)) && (!forbidden || !choice.includes(j)),
      ),
    )
    .filter(choice => budget === null || choice.reduce((sum, j) => sum + sites[j]!.cost, 0) <= budget)
    .filter(choice =>
      [...minimum].every(([group, least]) => choice.filter(j => sites[j]!.group === group).length >= least),
    )
    .flatMap(choice => {
      const worse = leastOf(
        problem,
        choice,
        0,
        sites.map(({ capacity }) => capacity ?? Infinity),
      )
      return worse === Infinity ? [] : [{ choice, worse }]
    })
}

/** Demand by demand, by each open site that has room. */
function leastOf(problem: Problem, choice: readonly number[], i: number, room: readonly number[]): number {
  const { demand, distance, within, worst } = problem
  if (i === demand.length) return 0
  if (worst !== null && !choice.some(j => distance[i]![j]! <= worst)) return Infinity
  const { weight } = demand[i]!
  const isLimited = problem.sites.some(({ capacity }) => capacity !== null)
  const unserved = within !== null ? leastOf(problem, choice, i + 1, room) : Infinity
  return choice.reduce((least, j) => {
    const miles = distance[i]![j]!
    if (room[j]! < weight || (isLimited && worst !== null && miles > worst)) return least
    if (within !== null && miles > within) return least
    const cost = within === null ? weight * miles : -weight
    const left = room.map((each, at) => (at === j ? each - weight : each))
    return Math.min(least, cost + leastOf(problem, choice, i + 1, left))
  }, unserved)
}
