/** Least miles with money, hubs and a furthest distance, among up to ten sites: beside every choice there is. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chances, problemOf } from './fixtures.ts'
import { type Problem, contradiction, keepsTo, spentOn } from './problem.ts'
import { siteHomes } from './siting.ts'

const problems = 400

test(`${problems} problems: the best, the next best and the least further money are the best of all`, async () => {
  for (let seed = 1; seed <= problems; seed += 1) {
    const problem = invented(seed)
    if (!contradiction(problem)) await agrees(problem, seed)
  }
})

function invented(seed: number): Problem {
  const chance = chances(seed)
  const below = (most: number) => Math.floor(chance() * most)
  const places = (many: number) => Array.from({ length: many }, () => [chance() * 60, chance() * 60] as const)
  const [homes, children] = [places(4 + below(7)), places(3 + below(10))]
  const isWhole = chance() < 0.6
  const rounded = (miles: number) => (isWhole ? Math.round(miles) : miles)
  const open = 1 + below(homes.length - 1)
  const minimum = new Map<string, number>()
  for (const group of ['N', 'S']) if (chance() < 0.4) minimum.set(group, 1 + below(2))
  return problemOf({
    distance: children.map(([x, y]) => homes.map(([a, b]) => rounded(Math.hypot(x - a, y - b)))),
    weights: children.map(() => below(9)),
    sites: homes.map(() => {
      const cost = chance() < 0.1 ? 0 : rounded(chance() * 20)
      return { cost, fixed: chance() < 0.08, group: 'NSE'[below(3)]! }
    }),
    open,
    minimum,
    budget: chance() < 0.6 ? open * 10 * (0.5 + chance()) : null,
    worst: chance() < 0.35 ? 20 + chance() * 30 : null,
  })
}

type Choice = { readonly open: readonly number[]; readonly miles: number }

function everyChoice({ sites, demand, distance, open: most }: Problem): Choice[] {
  const all = sites.map((_, j) => j)
  return Array.from({ length: 2 ** sites.length - 1 }, (_, bits) => all.filter(j => (bits + 1) & (1 << j)))
    .filter(open => open.length <= most && sites.every(({ fixed }, j) => !fixed || open.includes(j)))
    .map(open => {
      const miles = distance.map((row, i) => demand[i]!.weight * Math.min(...open.map(j => row[j]!)))
      return { open, miles: miles.reduce((sum, each) => sum + each, 0) }
    })
}

async function agrees(problem: Problem, seed: number): Promise<void> {
  const every = everyChoice(problem)
  const kept = every.filter(({ open }) => keepsTo(problem, open)).toSorted((a, b) => a.miles - b.miles)
  const outcome = await siteHomes(problem, { seconds: 30, further: 1 })
  const told = `problem ${seed}`
  if (outcome.state !== 'sited') return assert.deepEqual(kept, [], told)
  const { open, objective, optimal, runnerUp, furtherMoney } = outcome.answer
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-5 * Math.max(1, objective)
  assert.ok(optimal && keepsTo(problem, open) && near(objective, kept[0]!.miles), told)
  const others = kept.filter(choice => choice.open.some(j => !open.includes(j)))
  assert.equal(runnerUp === null, others.length === 0, told)
  if (runnerUp) assert.ok(near(runnerUp.objective, others[0]!.miles), told)
  if (problem.budget === null) return
  const better = every.filter(
    ({ open: also, miles }) =>
      keepsTo({ ...problem, budget: null }, also) && miles < objective - 1e-5 * Math.max(1, objective),
  )
  const least = Math.min(...better.map(choice => spentOn(problem, choice.open)))
  assert.ok(Math.abs((furtherMoney[0]?.spent ?? Infinity) - least) < 1e-4 || better.length === 0, told)
  assert.equal(furtherMoney.length > 0, better.length > 0, told)
}
