/** Shares of the kinds: exact where two things act apart, and next to nothing where an age is never given a kind. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { classCount, kindCount } from '../kinds.ts'
import { destinationsFrom, firstKindsFrom, usualMoves, usualShares } from './shares.ts'

const cell = (from: number, age: number, to: number) => (from * classCount + age) * kindCount + to
const rowOf = (values: Float64Array, from: number, age: number) =>
  values.subarray(cell(from, age, 0), cell(from, age, 0) + kindCount)
const sum = (values: Float64Array) => values.reduce((all, each) => all + each, 0)

suite('shares of the kinds', () => {
  test('are those that the two effects make, where the choices were made so', () => {
    const weight = (from: number, age: number, to: number) =>
      (1 + ((from * 5 + to * 3) % 7)) * (1 + ((age * 2 + to) % 5))
    const seen = new Float64Array(kindCount * classCount * kindCount)
    const expected = new Float64Array(seen.length)
    for (let from = 0; from < kindCount; from += 1)
      for (let age = 0; age < classCount; age += 1) {
        for (let to = 0; to < kindCount; to += 1) expected[cell(from, age, to)] = weight(from, age, to)
        const row = rowOf(expected, from, age)
        const all = sum(row)
        row.forEach((each, to) => {
          row[to] = each / all
          seen[cell(from, age, to)] = (each / all) * 10_000 * (1 + from + age)
        })
      }
    const shares = usualShares(seen, kindCount)
    shares.forEach((share, at) =>
      assert.ok(Math.abs(share - expected[at]!) < 0.0005, `${share} ${expected[at]}`),
    )
  })

  test('a kind given only to the oldest is hardly usual for the youngest, though they leave the same kinds', () => {
    const seen = new Float64Array(kindCount * classCount * kindCount)
    for (let from = 0; from < 3; from += 1)
      for (let age = 0; age < classCount; age += 1) {
        seen[cell(from, age, 0)] = 20
        seen[cell(from, age, 5)] = age >= 6 ? 20 : 0
      }
    const weights = destinationsFrom(seen)
    assert.ok(weights[cell(0, 1, 5)]! < 0.02)
    assert.ok(weights[cell(0, 6, 5)]! > 20)
    // From a kind that nobody yet left at that age, what is usual at the age is all there is.
    const unseen = rowOf(weights, 8, 1)
    assert.ok(Math.abs(sum(unseen) - usualMoves) < 1e-9)
    assert.ok(unseen[0]! > 0.9 * usualMoves)
  })

  test('nothing seen at all leaves every kind as likely', () => {
    const weights = firstKindsFrom(new Float64Array(classCount * 2 * kindCount))
    weights.forEach(weight => assert.ok(Math.abs(weight - weights[0]!) < 1e-9 && weight > 0))
  })
})
