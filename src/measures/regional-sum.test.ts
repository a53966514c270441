/** A sum is shown only where no member can take its own part away and learn of another. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDate } from '#shared/dates'
import { type Alike, tallyOf } from './count.ts'
import { fewestChildren, fewestOthers, hidesEach, sumOf } from './regional-sum.ts'

const today = parseDate('2026-08-30')!
const alike: Alike = {
  placeCode: 'U6',
  providerCode: 'PR1',
  bornMonth: parseDate('2015-03-01')!,
  over20: false,
  outOfArea: false,
  threeOrMore: false,
  children: 1,
}
const codes = ['E06000036', 'E06000038', 'E10000014', 'E10000030', 'E10000025']
/** Of each authority: children near home, and children over 20 miles away. */
const region = (...parts: (readonly [near: number, far: number])[]) =>
  parts.map(([near, far], index) => ({
    authority: { id: `a${index}`, code: codes[index]!, name: codes[index]! },
    tally: tallyOf(
      [{ ...alike, children: near }, ...(far > 0 ? [{ ...alike, over20: true, children: far }] : [])],
      today,
    ),
  }))

test('four authorities of whom each has children make a sum, rounded', () => {
  const sum = sumOf(region([41, 4], [40, 5], [39, 6], [38, 7]), today)!
  assert.equal(sum.authorities.length, 4)
  assert.equal(sum.looked, 180)
  assert.equal(sum.over20, 12.2)
})

test('three authorities make none: either of two others could be told by the third', () => {
  assert.equal(sumOf(region([41, 4], [40, 5], [39, 6]), today), null)
  assert.equal(sumOf(region([41, 4], [40, 5], [39, 6], [0, 0]), today), null)
  assert.equal(sumOf([], today), null)
})

test('a share that only two others have a part in is kept back, and the rest is shown', () => {
  const sum = sumOf(region([41, 4], [40, 5], [39, 6], [38, 0]), today)!
  assert.equal(sum.over20, null)
  assert.equal(sum.looked, 170)
})

test('so is one whose other side tells: nearly all, and one who is not', () => {
  assert.equal(sumOf(region([1, 40], [0, 40], [0, 40], [0, 40], [0, 40]), today)!.over20, null)
})

test('a sum that hides each leaves enough children of enough others to whoever takes their own away', () => {
  const counts = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 19 })
  fc.assert(
    fc.property(counts, each => {
      if (!hidesEach(each)) return
      for (const [own] of each.entries()) {
        const others = each.filter((_, index) => index !== own && each[index]! > 0)
        assert.ok(others.length >= fewestOthers)
        assert.ok(others.reduce((sum, one) => sum + one, 0) >= fewestChildren)
      }
    }),
  )
})
