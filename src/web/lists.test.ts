/** Long lists: sorted, paged and narrowed by addresses that can be shared. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressWith } from './address.ts'
import { chosenFilters, filterPanel } from './filters.ts'
import { numbersShown, pageOf, paging } from './paging.ts'
import { longTable, sortOf } from './tables.ts'

const at = { path: '/homes', query: { q: 'a&b', sort: 'name', page: '3' } }
const columns = [
  { heading: 'Name', cell: (row: { name: string }) => row.name, sort: 'name' },
  { heading: 'Size', cell: () => 4, numeric: true, sort: 'size' },
]

test('a change of address keeps the rest of the question', () => {
  assert.equal(addressWith(at, { page: 4 }), '/homes?q=a%26b&sort=name&page=4')
  assert.equal(addressWith(at, { q: null, sort: '', page: undefined }), '/homes')
})

test('the sorted heading says so, turns round when followed, and begins again at the first page', () => {
  const { text } = longTable({ caption: 'Homes', columns, rows: [{ name: '<Larch>' }], at })
  assert.match(text, /aria-sort="ascending">[\s\S]*href="\/homes\?q=a%26b&amp;sort=-name"/)
  assert.match(text, /aria-sort="none">[\s\S]*href="\/homes\?q=a%26b&amp;sort=size"/)
  assert.match(text, /<th scope="row"[^>]*>&lt;Larch&gt;<\/th>/)
})

test('a table that stacks says each heading beside its cell, and stays a table to those who hear it', () => {
  const rows = [{ name: 'Larch' }]
  const stacked = longTable({ caption: 'Homes', columns, rows, stacks: true }).text
  assert.match(stacked, /role="table"[\s\S]*role="columnheader"[\s\S]*role="rowheader"[\s\S]*role="cell"/)
  assert.match(stacked, /<span class="nearhome-table__label" aria-hidden="true">/)
  assert.doesNotMatch(longTable({ caption: 'Homes', columns, rows }).text, /role="table"|__label/)
})

test('an order nobody offers is not an order', () => {
  assert.equal(sortOf({ path: '/', query: { sort: '-name' } }, ['name'], 'size'), '-name')
  assert.equal(sortOf({ path: '/', query: { sort: 'drop table' } }, ['name'], 'size'), 'size')
})

test('an empty list says what to do next', () => {
  const { text } = longTable({ caption: 'Homes', columns, rows: [], empty: 'Take away a filter.' })
  assert.match(text, /Take away a filter\./)
  assert.doesNotMatch(text, /<table/)
})

test('a page says which of how many it shows', () => {
  const said = paging(at, { page: 2, perPage: 25, total: 312 }).text.replace(/<[^>]+>|\s+/g, ' ')
  assert.match(said.replace(/\s+/g, ' '), /Showing 26 to 50 of 312/)
  assert.match(paging(at, { page: 13, perPage: 25, total: 312 }).text, /301[\s\S]*312/)
  assert.equal(paging(at, { page: 1, perPage: 25, total: 0 }).text, '')
  assert.doesNotMatch(paging(at, { page: 1, perPage: 25, total: 25 }).text, /<nav/)
})

test('a page that is not a whole number from one is the first', () => {
  for (const page of ['0', '-1', '1.5', 'two', '', '1e99'])
    assert.equal(pageOf({ path: '/', query: { page } }), 1)
  assert.equal(pageOf({ path: '/', query: {} }), 1)
})

test('far pages are left out and the ends kept', () => {
  assert.deepEqual(numbersShown(6, 20), [1, null, 5, 6, 7, null, 20])
  assert.deepEqual(numbersShown(1, 3), [1, 2, 3])
  assert.deepEqual(numbersShown(1, 1), [1])
})

test('a chosen filter can be taken away without the others, and the form keeps what it does not ask', () => {
  const filters = [{ name: 'q', label: 'Search' }]
  assert.match(chosenFilters(at, filters).text, /href="\/homes\?sort=name"/)
  const panel = filterPanel(at, filters).text
  assert.match(panel, /type="hidden" name="sort" value="name"/)
  assert.doesNotMatch(panel, /name="page"/)
})
