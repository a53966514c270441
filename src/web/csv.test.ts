/** A file that a spreadsheet can open and that cannot act on whoever opens it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import papaparse from 'papaparse'
import { type Cell, csv, download } from './csv.ts'

const columns = [
  { heading: 'Name', cell: (row: Cell[]) => row[0] },
  { heading: 'Change', cell: (row: Cell[]) => row[1] },
]
const read = (text: string) =>
  papaparse.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data.slice(1)

test('commas, quotes and new lines come back as they went', () => {
  const rows: Cell[][] = [
    ['Larch, "the old"\nhouse', 'é'],
    ['', ' a '],
    [null, undefined],
  ]
  assert.deepEqual(read(csv(columns, rows)), [
    ['Larch, "the old"\nhouse', 'é'],
    ['', ' a '],
    ['', ''],
  ])
})

test('a negative number stays a number', () => {
  assert.deepEqual(read(csv(columns, [[-4, '-12.50']])), [['-4', '-12.50']])
})

test('what a spreadsheet would run is only shown', () => {
  for (const bad of ['=1+1', '+cmd', '-2+3', '@sum', '\t=1', '=HYPERLINK("x")']) {
    assert.deepEqual(read(csv(columns, [[bad, 1]])), [[`'${bad}`, '1']])
  }
})

test('lines end as RFC 4180 has them, and the file says that it is UTF-8', () => {
  assert.equal(csv(columns, [['a', 1]]), '\uFEFFName,Change\r\na,1\r\n')
  const { name, marking } = download({ name: 'homes', marking: 'OFFICIAL' }, columns, [])
  assert.deepEqual([name, marking], ['homes.csv', 'OFFICIAL'])
})
