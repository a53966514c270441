/** The forecast, against published figures, hand-worked sums and an invented region whose future is known. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { joinYears } from '#rulebook'
import { type Day, dayOf } from '#shared/days'
import { errorsIn, verdictOn } from './backtest.ts'
import { together } from './simulating/counting.ts'
import { fit, startFrom } from './learning/fitting.ts'
import { inventRegion, returnsOf, trulyInCare } from './fixtures.ts'
import { historyFrom } from './history.ts'
import { adulthood } from './kinds.ts'
import { planFor } from './simulating/plan.ts'
import { pool } from './learning/pooling.ts'
import { rateOutcome } from './rate.ts'
import { leversOf, readScenario } from './scenario.ts'
import { fileSheets, problemsIn } from './sheets.ts'
import { simulate } from './simulating/simulation.ts'
import { changesIn, seriesOf } from './summary.ts'
import { spreadOf } from './spread.ts'
import { trendIn } from './learning/trend.ts'

const origin = dayOf(2024, 3, 31)!
const asked = { authorities: 4, entries: 700, growth: 0.05, residential: 0.06, seed: 3, future: 0, origin }
const invented = inventRegion({ ...asked, until: dayOf(2026, 4, 2)! })
const region = historyIn(returnsOf(invented, [2019, 2024]))

function historyIn(files: Record<string, string>, asAt: Day = origin) {
  const sheets = Object.entries(files).map(([path, text]) => ({
    path,
    text,
    authority: 'X',
    year: undefined,
  }))
  const filed = fileSheets(sheets, 2024)
  const joined = joinYears(filed)
  const problems = [...filed.problems, ...problemsIn(joined.doubts, joined.repairs)]
  return { history: historyFrom(joined, filed.alone, asAt), problems }
}

suite('published figures', () => {
  test('Leicestershire: 573 children at 40.5 are 721 at 51 per 10,000 (DEM-2)', () => {
    const { children, change } = rateOutcome(573, 40.5, 51)
    assert.equal(children, 721)
    assert.equal((change * 100).toFixed(1), '25.9')
  })
  test('Stockton: 587 children at 133 are 362 at 82 per 10,000, 225 fewer (DEM-3)', () => {
    const { children, gap } = rateOutcome(587, 133, 82)
    assert.deepEqual([children, gap], [362, 225])
  })
})

suite('sums worked by hand', () => {
  test('quantiles lie between the ordered values, as type 7', () => {
    const { mean, p50, p25, p975 } = spreadOf(Int32Array.of(4, 1, 3, 2))
    assert.deepEqual([mean, p50, p25, p975], [2.5, 2.5, 1.75, 3.925])
    const few = spreadOf(Int32Array.of(-7, 100, -7))
    assert.deepEqual([few.p025, few.p50, few.p90], [-7, -7, 78.6])
    assert.equal(spreadOf(Int32Array.of(5)).p975, 5)
  })
  test('counts that are all as expected are drawn wholly to the usual, and one far off hardly', () => {
    assert.ok(pool([10, 10, 10], [10, 10, 10]).strength > 1e5)
    assert.ok(pool([100, 10, 10], [40, 40, 40]).strength < 10)
  })
  test('a steady series is taken to have no trend, and one that grows by 5% a year to have it', () => {
    const times = [-5.5, -4.5, -3.5, -2.5, -1.5, -0.5]
    const flat = trendIn(
      [5000, 5010, 4990, 5005, 4995, 5000],
      times.map(() => 1),
      times,
    )
    assert.ok(flat.weight < 0.1)
    const growing = trendIn(
      times.map(t => Math.round(5000 * 1.05 ** t)),
      times.map(() => 1),
      times,
    )
    assert.ok(growing.weight > 0.99)
    assert.ok(Math.abs(growing.slope - Math.log(1.05)) < 0.003)
  })
  test('a back-test counts errors, and says in words what is no better than no change', () => {
    const row = { date: '2024-03-31', authority: 'A', category: 'Total', low: 90, high: 105, markov: 120 }
    const [errors] = errorsIn([{ ...row, forecast: 95, actual: 100, noChange: 99 }])
    assert.deepEqual([errors!.forecast, errors!.noChange, errors!.markov, errors!.coverage], [5, 1, 20, 1])
    assert.match(verdictOn(errors!), /DOES NOT BEAT "no change"/)
  })
})

suite('a history', () => {
  const header = 'CHILD,SEX,DOB,ETHNIC,LA,YEAR'
  const episodes = 'CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC,LA,YEAR'
  test('tells a missing UASC file, an impossible birth, a blank ethnicity and an episode of 2042, and goes on', () => {
    const { history, problems } = historyIn({
      'header.csv': `${header}\n1,1,01/01/1924,,A,2024\n2,1,2010-05-05,WBRI,A,2024\n`,
      'episodes.csv': `${episodes}\n1,02/05/2023,S,C2,U4,PR1,,,A,2024\n2,2042-01-01,S,C2,U4,PR1,,,A,2024\n2,2023-06-01,S,C2,K2,PR4,,,A,2024\n`,
    })
    assert.equal(history.count, 2)
    const said = problems.map(each => each.problem).join(' ')
    for (const words of [/no UASC/, /over 26/, /ethnic group/, /begins after the year/])
      assert.match(said, words)
  })
  test('lets nobody enter of age, whatever birthdays the returns tell', () => {
    const { history } = historyIn({
      'header.csv': `${header}\n1,1,2003-01-01,WBRI,A,2024\n`,
      'episodes.csv': `${episodes}\n1,2023-06-01,S,C2,U4,PR1,2023-06-20,E8,A,2024\n`,
    })
    assert.ok(Math.max(...fit(history).entries.ages) < adulthood)
  })
  test('counts those whom the invented region truly holds', () => {
    assert.equal(startFrom(region.history).count, trulyInCare(invented, origin).total)
  })
})

suite('a simulation', () => {
  const model = fit(region.history)
  const start = startFrom(region.history)
  const plan = planFor(origin, 24, 1)
  const counts = simulate(model, start, plan, { first: 0, paths: 40 })
  const rows = seriesOf(counts, plan, 'stock', model.authorities)

  test('is the same however its paths are shared out', () => {
    const parts = [
      simulate(model, start, plan, { first: 0, paths: 13 }),
      simulate(model, start, plan, { first: 13, paths: 27 }),
    ]
    assert.deepEqual(together(parts).stock, counts.stock)
    assert.notDeepEqual(
      simulate(model, start, planFor(origin, 24, 2), { first: 0, paths: 40 }).stock,
      counts.stock,
    )
  })
  test('adds up: groups to the total, authorities to the region, reasons to the change', () => {
    const last = rows.filter(({ date }) => date === '2026-03-31')
    const total = last.find(row => row.category === 'Total' && !row.age && !row.authority)!.mean
    const sum = (of: (row: (typeof last)[number]) => unknown) =>
      last.filter(row => row.category === 'Total' && of(row)).reduce((all, { mean }) => all + mean, 0)
    assert.ok(Math.abs(sum(row => row.age) - total) < 0.01)
    assert.ok(Math.abs(sum(row => row.authority) - total) < 0.01)
    assert.ok(Math.abs(changesIn(counts).at(-1)!.change - (total - start.count)) < 0.01)
  })
  test('sees growth: within 6% of the mean of the region’s true futures', () => {
    const futures = [0, 1, 2].map(
      future =>
        trulyInCare(inventRegion({ ...asked, future, until: dayOf(2026, 4, 2)! }), dayOf(2026, 3, 31)!).total,
    )
    const truth = futures.reduce((sum, each) => sum + each, 0) / 3
    const { mean } = rows.find(row => row.date === '2026-03-31' && row.category === 'Total' && !row.age)!
    assert.ok(Math.abs(mean / truth - 1) < 0.06, `${mean} against ${truth}`)
    assert.ok(mean > start.count * 1.03)
  })
  test('levers pull the way they say', () => {
    const final = (scenario: unknown, category: string) => {
      const read = readScenario(scenario)
      assert.ok(!('wrong' in read))
      const changed = planFor(origin, 24, 1, leversOf(read, plan))
      const after = seriesOf(simulate(model, start, changed, { first: 0, paths: 40 }), changed, 'stock', [])
      const at = (all: typeof after) =>
        all.find(row => row.date === '2026-03-31' && row.category === category && !row.age)!.mean
      return at(after) - at(rows)
    }
    assert.ok(final({ name: 'a', levers: [{ lever: 'entries', change: -0.1 }] }, 'Total') < -20)
    assert.ok(final({ name: 'b', levers: [{ lever: 'reunification', change: 0.5 }] }, 'Total') < -20)
    assert.ok(final({ name: 'c', levers: [{ lever: 'foster homes', change: 0.1 }] }, 'Residential') < 0)
    assert.ok(
      final({ name: 'd', levers: [{ lever: 'step-down', share: 0.2, months: 12 }] }, 'Residential') < -5,
    )
  })
  test('a scenario that cannot be is refused with the place of what is wrong', () => {
    const read = readScenario({ name: 'x', levers: [{ lever: 'entries', change: 'few' }] })
    assert.match('wrong' in read ? read.wrong : '', /^levers\.0\.change: /)
  })
})
