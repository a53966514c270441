/** Siting beside the plain formulation in the same solver: `npm run bench:siting`, `--quick` for the small ones. */

import { parseArgs } from 'node:util'
import { type Programme, type Row, solve } from '#shared/solving'
import { type Problem, siteHomes } from '#sufficiency'
import { inventRoads } from '../src/sufficiency/fixtures.ts'
import { loadNow, machine } from './machine.ts'
import { type Table, count, markdown, ratio, seconds, tell } from './samples.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } })
const most = 120
const towns = values.quick ? [100, 200] : [100, 200, 300, 400]

/** A column for each pair of a town and a site, and a row that it is served only by what is open. */
function plain({ sites, demand, distance, open, budget, minimum }: Problem): Programme {
  const n = sites.length
  const served = (i: number, j: number) => n + i * n + j
  const rows: Row[] = [{ lower: 0, upper: open, entries: sites.map((_, j) => [j, 1] as const) }]
  if (budget !== null)
    rows.push({ lower: 0, upper: budget, entries: sites.map(({ cost }, j) => [j, cost] as const) })
  for (const [group, least] of minimum) {
    const own = [...sites.keys()].filter(j => sites[j]!.group === group)
    rows.push({ lower: least, upper: Infinity, entries: own.map(j => [j, 1] as const) })
  }
  for (const i of demand.keys()) {
    rows.push({ lower: 1, upper: 1, entries: sites.map((_, j) => [served(i, j), 1] as const) })
    for (const j of sites.keys())
      rows.push({
        lower: 0,
        upper: 1,
        entries: [
          [j, 1],
          [served(i, j), -1],
        ],
      })
  }
  return {
    columns: [
      ...sites.map(() => ({ cost: 0, lower: 0, upper: 1, whole: true })),
      ...distance.flatMap((row, i) =>
        row.map(miles => ({ cost: miles * demand[i]!.weight, lower: 0, upper: 1 })),
      ),
    ],
    rows,
  }
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ took: number; result: Result }> {
  const began = performance.now()
  const result = await work()
  return { took: performance.now() - began, result }
}

/** What is asked besides the number of sites: less money than usual sites cost, or most of them in one hub. */
const besides: readonly (readonly [string, (problem: Problem) => Problem])[] = [
  ['nothing', problem => problem],
  ['a budget', problem => ({ ...priced(problem), budget: problem.open * 270 })],
  ['six tenths in one hub of three', problem => hubbed(problem, Math.round(problem.open * 0.6))],
]
const priced = (problem: Problem): Problem => ({
  ...problem,
  sites: problem.sites.map((site, j) => ({ ...site, cost: 200 + ((j * 37) % 200) })),
})
const hubbed = (problem: Problem, least: number): Problem => ({
  ...problem,
  sites: problem.sites.map((site, j) => ({ ...site, group: 'ABC'[j % 3]! })),
  minimum: new Map([['A', least]]),
})

async function beside(name: string, problem: Problem): Promise<readonly string[]> {
  const [n, open] = [problem.sites.length, problem.open]
  const began = performance.now()
  let best = 0
  const told = (words: string) => void (best ||= words === 'the next best' ? performance.now() - began : 0)
  const ours = await timed(() => siteHomes(problem, { seconds: most, told }))
  const theirs = values.quick && n > 200 ? null : await timed(() => solve(plain(problem), { seconds: most }))
  const answer = ours.result.state === 'sited' ? ours.result.answer : null
  if (theirs?.result.state === 'optimal' && Math.abs(theirs.result.objective - answer!.objective) > 1e-6)
    throw new Error(`${n} towns, ${open} open: ${answer!.objective} is not ${theirs.result.objective}`)
  return tell({
    cells: [
      count(n),
      count(open),
      name,
      count(answer!.objective),
      answer!.optimal ? 'yes' : 'no',
      answer!.runnerUp?.optimal ? 'yes' : 'no',
      seconds(best),
      seconds(ours.took),
      theirs ? `${theirs.result.state === 'stopped' ? 'over ' : ''}${seconds(theirs.took)}` : 'not tried',
      theirs ? ratio(theirs.took, best) : '',
    ],
  }).cells
}

const rows: (readonly string[])[] = []
for (const n of towns)
  for (const open of [5, 10, Math.round(n / 10), Math.round(n / 5), Math.round(n / 3)])
    for (const [name, ask] of besides)
      if (name === 'nothing' || (n <= 200 && open === Math.round(n / 10)))
        rows.push(await beside(name, ask(inventRoads(n, open, n + open))))
const table: Table = {
  title: 'Where homes should open',
  says: 'Towns joined by roads, each a demand and a site; the least miles in all. Best and next best, both proven.',
  columns: [
    'Towns',
    'Open',
    'Asked besides',
    'Miles',
    'Proven',
    'Next best proven',
    'Best',
    'Best, next best and doubts',
    'The plain formulation, best only',
    'Ratio',
  ],
  rows,
  notes: [`The plain formulation has a column for each pair, in the same solver, stopped after ${most} s.`],
}

/** Places and sites of a region's size, with money, room, and a distance to be within: nothing to compare with. */
const asks: readonly (readonly [string, (problem: Problem) => Problem])[] = [
  ['most within 60 miles', problem => ({ ...problem, within: 60 })],
  ['most within 60 miles, within a budget', problem => ({ ...priced(problem), within: 60, budget: 2500 })],
  ['least miles, within a budget', problem => ({ ...priced(problem), budget: 2500 })],
  ['least miles, each site with room for 20', problem => roomed(problem, 20)],
]
const roomed = (problem: Problem, capacity: number): Problem => ({
  ...problem,
  sites: problem.sites.map((site, j) => ({ ...site, capacity, forbidden: j % 2 === 1 })),
})
const limited: (readonly string[])[] = []
for (const n of values.quick ? [60] : [60, 120]) {
  for (const [says, ask] of asks) {
    const problem = ask(inventRoads(n, 10, n))
    const { took, result } = await timed(() => siteHomes(problem, { seconds: most, further: 1 }))
    const answer = result.state === 'sited' ? result.answer : null
    const proven = answer ? (answer.optimal ? 'yes' : 'no') : 'nothing found'
    limited.push(tell({ cells: [count(n), says, proven, seconds(took)] }).cells)
  }
}
const more: Table = {
  title: 'With money, room or a distance',
  says: 'Ten open among towns joined by roads: the best, the next best, one more home and the least further money.',
  columns: ['Towns', 'Asked', 'Proven', 'All answers'],
  rows: limited,
  notes: [],
}
console.log([machine(''), markdown(table), markdown(more), `Load average: ${loadNow()}.`].join('\n\n'))
