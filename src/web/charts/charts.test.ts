/** Charts say in words and figures what they draw. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from '#shared/dates'
import { areaMap } from './area-map.ts'
import { barChart, stackedBarChart } from './bar.ts'
import { lineChart } from './line.ts'
import { periodChart } from './periods.ts'

const about = {
  id: 'c',
  title: 'A finding',
  description: 'What it shows',
  source: 'Ours',
  definition: 'Counted',
}

test('a bar is as long as its figure is of the largest, and nought has no length', () => {
  const bars = [
    { name: 'A', value: 200 },
    { name: 'B', value: 50 },
    { name: 'C', value: 0 },
  ]
  const { text } = barChart({ ...about, names: 'Town', counted: 'Places', bars })
  const widths = [...text.matchAll(/<rect[^>]*width="([\d.]+)%"/g)].map(match => Number(match[1]))
  assert.deepEqual(widths, [80, 20, 0])
})

test('every chart has a name, a description, its table and its source', () => {
  const { text } = barChart({
    ...about,
    names: 'Town',
    counted: 'Places',
    bars: [{ name: '<A>', value: 1 }],
    csv: '/c',
  })
  assert.match(text, /role="img"\s+aria-labelledby="c-title c-desc"/)
  assert.match(text, /<table[\s\S]*&lt;A&gt;[\s\S]*1/)
  assert.match(text, /Source: Ours/)
  assert.match(text, /href="\/c"/)
})

test('a chart of nothing is not a fault', () => {
  assert.doesNotMatch(barChart({ ...about, names: '', counted: '', bars: [] }).text, /NaN/)
  assert.doesNotMatch(
    stackedBarChart({ ...about, names: '', parts: [], bars: [{ name: 'A', values: [] }] }).text,
    /NaN/,
  )
  assert.doesNotMatch(lineChart({ ...about, times: [], timesAre: '', lines: [] }).text, /NaN|undefined/)
  assert.doesNotMatch(periodChart({ ...about, today: parseDate('2026-08-30')!, lanes: [] }).text, /NaN/)
  assert.doesNotMatch(
    areaMap({ ...about, width: 1, height: 1, areas: [], names: '', counted: '' }).text,
    /NaN/,
  )
})

test('the parts of a stacked bar follow on and fill it', () => {
  const bars = [{ name: 'A', values: [1, 3] }]
  const { text } = stackedBarChart({ ...about, names: 'Town', parts: ['x', 'y'], bars, asShares: true })
  const parts = [...text.matchAll(/x="([\d.]+)%"[^>]*?width="([\d.]+)%"/g)].map(([, x, width]) => [
    +x!,
    +width!,
  ])
  assert.deepEqual(parts, [
    [0, 25],
    [25, 75],
  ])
})

test('a gap in what is known is a gap in the line, and the table says so', () => {
  const times = ['2024', '2025', '2026']
  const { text } = lineChart({
    ...about,
    times,
    timesAre: 'Year',
    lines: [{ name: 'Need', values: [3, null, 5] }],
  })
  assert.match(text, /not known/)
  assert.equal(/ d="([^"]*)"/.exec(text)![1]!.match(/M/g)!.length, 2)
})

test('lines that end together keep their names apart', () => {
  const lines = ['a', 'b'].map(name => ({ name, values: [1, 2] }))
  const { text } = lineChart({ ...about, times: ['1', '2'], timesAre: 'Year', lines })
  const heights = [...text.matchAll(/nearhome-chart__end"[^>]*y="([\d.]+)"/g)].map(match => Number(match[1]))
  assert.equal(new Set(heights).size, 4)
})

test('a period that has not ended lasts until now', () => {
  const spans = [{ name: 'Larch House', from: parseDate('2026-01-01')!, until: null }]
  const { text } = periodChart({
    ...about,
    today: parseDate('2026-08-30')!,
    lanes: [{ name: 'Homes', spans }],
  })
  assert.match(text, /Larch House: 1 January 2026 to now/)
})

test('a map of very many areas has a table of the highest, and says of how many', () => {
  const areas = Array.from({ length: 41 }, (_, value) => ({ name: `area ${value}`, path: 'M0 0', value }))
  const map = (some: typeof areas) =>
    areaMap({ ...about, width: 1, height: 1, areas: some, names: 'Area', counted: 'Homes' }).text
  const tableOf = (text: string) => text.slice(text.indexOf('<table'))
  assert.match(map(areas), /the 40 of 41 with the highest/)
  assert.doesNotMatch(tableOf(map(areas)), /area 0</)
  assert.match(tableOf(map(areas.slice(1))), /area 1</)
  assert.doesNotMatch(map(areas.slice(1)), /the highest/)
})
