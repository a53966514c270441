/** Whole returns with thousands of invented children, dirty on purpose, are read from end to end. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { type Stored, planEffect } from '../merging/effect.ts'
import { checkAll, day, geography, nothingStored } from '../fixtures.ts'
import { overlap } from '../merging/merging.ts'
import { type Reading, readReturnFile } from '../reading/reading.ts'

const folder = '../shared/data'

/** The returns stand beside the project where it is built, and are not part of it. */
const options = { skip: existsSync(folder) ? false : `needs the invented returns in ${folder}` }

/** All the files of one return, each read under its own name. */
function readAll(part: string, isMeant: (name: string) => boolean): Reading[] {
  const path = `${folder}/${part}`
  return readdirSync(path)
    .filter(name => name.endsWith('.csv') && isMeant(name))
    .map(name => readReturnFile({ file: name, name, bytes: readFileSync(`${path}/${name}`) }))
}

const fake = () => readAll('fake903', name => !name.includes('errors'))
const yearly = (year: number) => readAll('returns_5y', name => name.startsWith(`${year}-`))
const today = day('2026-11-22')

test('all twelve kinds of file of a whole return are known', options, () => {
  assert.equal(new Set(fake().map(({ kind }) => kind)).size, 12)
})

test('a dirty return is loaded but for the rows that cannot be used, each of which is said', options, () => {
  const checked = checkAll(fake(), { year: 2018, today })
  assert.deepEqual(checked.refused, [])
  assert.deepEqual([checked.children.length, checked.episodes.length], [2675, 5050])
  const stopped = checked.problems.filter(each => each.stops).map(({ file, row }) => `${file} ${row}`)
  assert.equal(checked.leftOut, new Set(stopped).size)
  const counts = Object.groupBy(checked.problems, ({ code }) => code)
  assert.equal(counts['reason-without-end']?.length, 1413)
  assert.equal(counts.overlap?.length, 62)
})

test('the same return with two episodes files is refused', options, () => {
  const [first, ...others] = fake()
  const again = { ...first!, file: 'again', name: 'again.csv' }
  assert.ok(checkAll([first!, again, ...others], { year: 2018, today }).refused.length > 0)
})

test('five yearly returns make one history, in which no child is in two places', options, () => {
  const held = [2017, 2018, 2019, 2020, 2021].reduce(loadYear, nothingStored)
  assert.ok(held.children.length > 800)
  for (const [child, episodes] of Map.groupBy(held.episodes, each => each.child)) {
    const inOrder = episodes.toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
    assert.ok(
      inOrder.every((each, i) => !inOrder[i + 1] || !overlap(each, inOrder[i + 1]!)),
      child,
    )
  }
  const again = planEffect(checkAll(yearly(2021), { year: 2022, today }), held, 2022, geography)
  assert.deepEqual(again.writes, [])
})

test("last year's return is not taken for this year's", options, () => {
  const { refused } = checkAll(yearly(2017), { year: 2019, today })
  assert.deepEqual(
    refused.map(({ code }) => code),
    ['wrong-year'],
  )
  assert.match(refused[0]!.message, /31 March 2018/)
})

test("another authority's return is not taken for this one's", options, () => {
  const known = new Map(
    checkAll(yearly(2017), { year: 2018, today }).children.map(each => [each.child, each.born]),
  )
  assert.deepEqual(checkAll(yearly(2018), { year: 2019, today, known }).refused, [])
  const codes = checkAll(fake(), { year: 2018, today, known }).refused.map(({ code }) => code)
  assert.deepEqual(codes, ['wrong-authority'])
})

function loadYear(held: Stored, name: number): Stored {
  const year = name + 1
  const known = new Map(held.children.map(each => [each.child, each.born]))
  const effect = planEffect(checkAll(yearly(name), { year, today, known }), held, year, geography)
  const children = new Map(held.children.map(each => [each.id, each]))
  const episodes = new Map(held.episodes.map(each => [each.id, each]))
  for (const [i, write] of effect.writes.entries()) {
    const id = write.before?.id ?? `${year} ${i}`
    if (write.subject === 'child') children.set(id, { ...write.after, id, year })
    else if (write.after) episodes.set(id, { ...write.after, id, year })
    else episodes.delete(id)
  }
  return { children: [...children.values()], episodes: [...episodes.values()] }
}
