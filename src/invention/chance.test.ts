/** Chance can be repeated, and is fair enough to invent by. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Seed, apportion, chance, normal, pick, poisson, some, wait, weighted } from './chance.ts'

const seed = 7 as Seed
const throws = (name: string, count: number): number[] => {
  const by = chance(seed, name)
  return Array.from({ length: count }, () => by.next())
}
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

test('a stream is the same again by the same name, and unlike any other', () => {
  assert.deepEqual(throws('homes', 5), throws('homes', 5))
  assert.notDeepEqual(throws('homes', 5), throws('people', 5))
  assert.notDeepEqual(throws('homes/1', 5), throws('homes/2', 5))
})

test('throws are spread evenly, from 0 up to 1', () => {
  const thrown = throws('even', 20_000)
  assert.ok(thrown.every(each => each >= 0 && each < 1))
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = thrown.filter(each => Math.floor(each * 10) === tenth).length / thrown.length
    assert.ok(Math.abs(share - 0.1) < 0.01, `${share} in tenth ${tenth}`)
  }
})

test('the first throws of neighbouring names have nothing to do with each other', () => {
  const firsts = Array.from({ length: 4000 }, (_, i) => chance(seed, `child/${200_000 + i}`).next())
  assert.ok(Math.abs(mean(firsts) - 0.5) < 0.02)
  assert.equal(new Set(firsts).size, firsts.length)
})

test('a weighted pick keeps to its weights, and never picks what weighs nothing', () => {
  const by = chance(seed, 'weights')
  const picked = Array.from({ length: 5000 }, () =>
    weighted(by, [
      ['often', 3],
      ['seldom', 1],
      ['never', 0],
    ]),
  )
  assert.ok(Math.abs(picked.filter(each => each === 'often').length / 5000 - 0.75) < 0.03)
  assert.ok(!picked.includes('never'))
})

test('sizes, waits and counts have the means they were asked for', () => {
  const by = chance(seed, 'means')
  const sample = (throwOne: () => number) => mean(Array.from({ length: 20_000 }, throwOne))
  assert.ok(Math.abs(sample(() => normal(by, 10, 3)) - 10) < 0.1)
  assert.ok(Math.abs(sample(() => wait(by, 100)) - 100) < 3)
  assert.ok(Math.abs(sample(() => poisson(by, 2)) - 2) < 0.05)
})

test('some of the things are each taken once', () => {
  const by = chance(seed, 'some')
  const taken = some(by, ['a', 'b', 'c', 'd'], 3)
  assert.equal(new Set(taken).size, 3)
  assert.throws(() => pick(by, []), RangeError)
})

test('shares of a whole add up to it', () => {
  assert.deepEqual(apportion(10, [1, 1, 1]), [4, 3, 3])
  assert.equal(
    apportion(10_840, [0.3, 12, 7.77, 41]).reduce((a, b) => a + b, 0),
    10_840,
  )
})

test('an id has the form of a version 4 UUID', () => {
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  assert.match(chance(seed, 'ids').uuid(), shape)
})
