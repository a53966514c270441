/** `bin/nearhome forecast` and `backtest` answer from a directory of returns, refuse what is wrong, and can be stopped. */

import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import papa from 'papaparse'
import { inventRegion, returnsOf } from '../src/forecasting/fixtures.ts'
import type { Row } from '../src/forecasting/summary.ts'
import { dayOf } from '../src/shared/days.ts'

const folder = mkdtempSync(join(tmpdir(), 'nearhome-forecast-'))
const returns = join(folder, 'returns')
mkdirSync(returns)
const origin = dayOf(2024, 3, 31)!
const asked = { authorities: 2, entries: 250, growth: 0, residential: 0, seed: 9, future: 0, origin }
const children = inventRegion({ ...asked, until: dayOf(2024, 4, 2)! })
for (const [name, text] of Object.entries(returnsOf(children, [2019, 2024])))
  writeFileSync(join(returns, name), text)

const run = (...words: string[]) =>
  spawnSync(process.execPath, ['src/main.ts', ...words], { encoding: 'utf8', maxBuffer: 1e8 })
const usual = [returns, '--from', '2024-03-31', '--months', '12', '--paths', '60']

function forecast(...more: string[]) {
  const { status, stdout, stderr } = run('forecast', ...usual, '--json', ...more)
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout)
}
const isWhole = (row: Row) => !row.age && !row.authority
const at = (rows: readonly Row[], date: string, category: string) =>
  rows.find(row => isWhole(row) && row.date === date && row.category === category)!

after(() => rmSync(folder, { recursive: true }))

suite('the forecast command', () => {
  const plain = forecast()

  test('answers in JSON by month, category, age, authority and, of placements begun, distance', () => {
    const { start, problems, series, starts, distances, seconds } = plain
    assert.deepEqual(Object.keys(start), ['Fostering', 'Residential', 'Supported', 'Other', 'Total'])
    assert.deepEqual(Object.keys(seconds), ['read', 'fit', 'simulate'])
    assert.deepEqual(problems, [])
    const months = [...new Set((series as Row[]).filter(isWhole).map(({ date }) => date))]
    assert.deepEqual([months.length, months[0], months.at(-1)], [12, '2024-04-30', '2025-03-31'])
    const last = at(series, '2025-03-31', 'Total')
    const order = [last.p025, last.p10, last.p25, last.p50, last.p75, last.p90, last.p975]
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
    const sum = (rows: readonly Row[], of: (row: Row) => unknown) =>
      rows
        .filter(row => row.date === '2025-03-31' && row.category === 'Total' && of(row))
        .reduce((all, { mean }) => all + mean, 0)
    for (const part of ['age', 'authority'] as const)
      assert.ok(Math.abs(sum(series, row => row[part]) - last.mean) < 0.01, part)
    const begun = at(starts, '2025-03-31', 'Total').mean
    for (const part of ['age', 'authority'] as const)
      assert.ok(Math.abs(sum(starts, row => row[part]) - begun) < 0.01, part)
    assert.ok(Math.abs(sum(distances, row => row.distance) - begun) < 0.01)
  })

  test('adds authorities up by hub, path by path', () => {
    const file = join(folder, 'hubs.json')
    writeFileSync(file, JSON.stringify({ Both: ['Authority 01', 'Authority 02'] }))
    const { hubs, series, starts } = forecast('--hubs', file)
    for (const [ours, all] of [
      [hubs.series, series],
      [hubs.starts, starts],
    ] as const) {
      const { hub, ...figures } = (ours as Row[]).find(
        ({ date, category }) => date === '2025-03-31' && category === 'Total',
      )!
      assert.equal(hub, 'Both')
      assert.deepEqual(figures, at(all, '2025-03-31', 'Total'))
    }
    assert.deepEqual(plain.hubs, { series: [], starts: [] })
    const { stdout } = run('forecast', ...usual, '--hubs', file)
    assert.match(stdout, /expected on 2025-03-31 by hub, with its 95%:\nBoth +\d+ +\d+ to +\d+/)
  })

  test('refuses hubs that cannot be, and says where', () => {
    const file = join(folder, 'wrong-hubs.json')
    for (const [hubs, why] of [
      [{ East: ['Authority 01'], West: ['Authority 01'] }, /West\.0: Authority 01 is in East already/],
      [
        { East: ['Atlantis'] },
        /East\.0: the returns have no "Atlantis"; they have Authority 01, Authority 02/,
      ],
      [{ East: 'Authority 01' }, /East must be a list of authorities/],
      [{ East: [] }, /East must be a list of authorities/],
      [{ East: [7] }, /East\.0 must be a list of authorities/],
      [[], /the file must be an object: each hub with a list of its authorities/],
    ] as const) {
      writeFileSync(file, JSON.stringify(hubs))
      const { status, stderr } = run('forecast', ...usual, '--hubs', file)
      assert.equal(status, 2)
      assert.match(stderr, why)
    }
    const { status, stderr } = run('forecast', ...usual, '--hubs', file, '--authority', 'Authority 01')
    assert.equal(status, 2)
    assert.match(stderr, /leave one of the two out/)
  })

  test('gives the same figures for the same seed, others for another, and one authority alone', () => {
    const first = plain
    assert.deepEqual(forecast().series, first.series)
    assert.notDeepEqual(forecast('--seed', '2').series, first.series)
    const alone = forecast('--authority', 'Authority 02')
    assert.ok(alone.start.Total > 0 && alone.start.Total < first.start.Total)
  })

  test('finds the entries that come to a rate per 10,000, as councils’ papers count it (DEM-2)', () => {
    const { start } = plain
    const population = (start.Total / 40.5) * 10_000
    const file = join(folder, 'rate.json')
    writeFileSync(
      file,
      JSON.stringify({ name: 'To 45', levers: [{ lever: 'rate', per10000: 45, population }] }),
    )
    const { scenario } = forecast('--scenario', file)
    assert.ok(Math.abs(scenario.aim.children - (start.Total * 45) / 40.5) < 0.01)
    assert.ok(Math.abs(scenario.aim.expected / scenario.aim.children - 1) < 0.01)
    const { mean } = at(scenario.difference.series, '2025-03-31', 'Total')
    assert.ok(mean > 0)
    const { stdout } = run('forecast', ...usual, '--scenario', file)
    assert.match(stdout, /To 45: expected on 2025-03-31, and the difference from no change of policy/)
  })

  test('writes every series to a CSV file', () => {
    const file = join(folder, 'out.csv')
    assert.equal(run('forecast', ...usual, '--csv', file).status, 0)
    const { data, errors } = papa.parse<Record<string, string>>(readFileSync(file, 'utf8').trim(), {
      header: true,
    })
    assert.deepEqual(errors, [])
    const total = data.find(row => row.measure === 'children' && row.category === 'Total')!
    assert.deepEqual([total.date, total.age, total.distance], ['2024-04-30', '', ''])
  })

  test('refuses what is wrong in a sentence that names it, with exit code 2', () => {
    const cases: readonly (readonly [string[], RegExp])[] = [
      [['forecast', returns], /--from must be a date as YYYY-MM-DD/],
      [['forecast', join(folder, 'nowhere'), '--from', '2024-03-31'], /is not a directory/],
      [['forecast', ...usual, '--paths', '0'], /--paths must be between 1 and 20000/],
      [['forecast', ...usual, '--authority', 'Nowhere'], /--authority Nowhere has no children/],
      [['forecast', ...usual, '--csv', join(folder, 'no', 'out.csv')], /out\.csv cannot be written: /],
      [['backtest', returns, '--origin', '2024-03-31'], /the returns tell nothing after it/],
    ]
    for (const [words, says] of cases) {
      const { status, stderr } = run(...words)
      assert.deepEqual([status, says.test(stderr)], [2, true], `${words.join(' ')}: ${stderr}`)
    }
  })

  test('stops cleanly on Ctrl-C', async () => {
    const running = spawn(process.execPath, [
      'src/main.ts',
      'forecast',
      ...usual.slice(0, 3),
      '--paths',
      '20000',
    ])
    let said = ''
    running.stderr.setEncoding('utf8').on('data', (words: string) => {
      said += words
    })
    setTimeout(() => running.kill('SIGINT'), 3000)
    const code = await new Promise(resolve => running.once('close', resolve))
    assert.equal(code, 130)
    assert.match(said, /Stopped\. Nothing was written\./)
  })
})

suite('the backtest command', () => {
  test('compares with what happened, with no change and with a Markov model, in figures and in words', () => {
    const words = ['backtest', returns, '--origin', '2023-03-31', '--months', '12', '--paths', '60']
    const { status, stdout } = run(...words, '--json')
    assert.equal(status, 0)
    const { rows, summary } = JSON.parse(stdout)
    const last = rows.find(
      (row: { date: string; authority: string; category: string }) =>
        row.date === '2024-03-31' && row.authority === 'All' && row.category === 'Total',
    )
    for (const name of ['forecast', 'low', 'high', 'actual', 'noChange', 'markov'])
      assert.equal(typeof last[name], 'number', name)
    assert.ok(summary.authorities.length > 0)
    assert.match(run(...words).stdout, /Fitted at 2023-03-31/)
  })
})
