/** The specification lists each item once, whole, and asks for more as its versions go on. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from '#shared/dates'
import { ownerOf, sourceOf } from './item.ts'
import { askedSince, tableNamed, tablesIn, versionOn, versions } from './specification.ts'

const day = (text: string) => parseDate(text)!

test('every item says what it means, where it comes from and whose it is, and no name is there twice', () => {
  for (const table of tablesIn('1.1')) {
    const names = table.items.map(({ name }) => name)
    assert.equal(new Set(names).size, names.length, table.name)
    for (const item of table.items) {
      assert.match(item.definition, /^\S.*\.$/, item.name)
      assert.ok(sourceOf(table, item) && ownerOf(table, item), item.name)
      assert.equal(item.kind === 'code', item.codes !== undefined, item.name)
      if (item.notBefore) assert.ok(names.includes(item.notBefore), item.name)
    }
    for (const each of [table.key, table.child, ...(table.sum ? [table.sum.total, ...table.sum.parts] : [])])
      assert.ok(names.includes(each), `${table.name} has ${each}`)
  }
})

test('the cost of a placement is finance’s to say, and the rest of the census is commissioning’s', () => {
  const census = tableNamed('placement_census')!
  const owner = (name: string) =>
    ownerOf(
      census,
      census.items.find(each => each.name === name)!,
    )
  assert.equal(owner('total_weekly_cost'), 'Finance')
  assert.equal(owner('how_sourced'), 'Placements and commissioning')
})

test('a version asks for what those before it asked for, and the census comes with the second', () => {
  const names = (version: '1.0' | '1.1') => tablesIn(version).map(({ name }) => name)
  assert.equal(names('1.0').length, 6)
  assert.ok(names('1.0').every(each => names('1.1').includes(each)))
  assert.deepEqual(
    names('1.1').filter(each => !names('1.0').includes(each)),
    ['placement_census'],
  )
})

test('the version in force is the last that has begun', () => {
  assert.equal(versionOn(day('2026-06-30')).name, '1.0')
  assert.equal(versionOn(day('2026-07-01')).name, '1.1')
  assert.equal(versionOn(day('2020-01-01')).name, '1.0')
  assert.equal(askedSince(tableNamed('placement_census')!), versions[1]!.from)
})
