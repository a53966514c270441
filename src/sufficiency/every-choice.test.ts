/** Small problems of every kind, beside every choice of sites there is. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import type { Sited } from './answer.ts'
import { problemOf } from './fixtures.ts'
import { type Problem, contradiction } from './problem.ts'
import { siteHomes } from './siting.ts'

suite('siting homes, beside every choice', () => {
  test('whatever is asked, no choice of all is better, and the next best is the best of the others', async () => {
    await fc.assert(fc.asyncProperty(anyProblem, agreesWithEveryChoice), { numRuns: 150 })
  })

  test('the same where only the number of sites is limited, which is proven another way', async () => {
    const plain = forMiles.map(problem => ({
      ...problem,
      budget: null,
      worst: null,
      minimum: new Map<string, number>(),
    }))
    await fc.assert(fc.asyncProperty(plain, agreesWithEveryChoice), { numRuns: 300 })
  })

  test('the same where least miles are wanted with money, groups and a furthest distance', async () => {
    await fc.assert(fc.asyncProperty(forMiles, agreesWithEveryChoice), { numRuns: 300 })
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
      minimum: fc.constantFrom(
        new Map<string, number>(),
        new Map([['N', 1]]),
        new Map([
          ['S', 2],
          ['N', 1],
        ]),
      ),
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

/** The least miles are wanted, and every site has room for all. */
const forMiles = anyProblem.map(problem => ({
  ...problem,
  sites: problem.sites.map(site => ({ ...site, capacity: null })),
  within: null,
}))

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
