/** The attack finds what a reader could work out: tables worked by hand that must fail, and small ones counted out. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { grid, line } from '../fixtures.ts'
import { attack, readPublication } from '../index.ts'

type Told = { safe: boolean; ranges: Record<string, readonly [number, number | null]> }

async function attacked(file: unknown): Promise<Told> {
  const verdict = await attack(readPublication(file))
  if (!('cells' in verdict)) throw new Error(verdict.contradiction)
  const ranges = verdict.cells.map(({ cell, low, high }) => [cell, [low, high] as const])
  return { safe: verdict.safe, ranges: Object.fromEntries(ranges) }
}

const region = { whole: 'Region', sums: { Region: ['North', 'South'], North: ['A', 'B'], South: ['C', 'D'] } }
const kinds = { sums: { All: ['F', 'R'] } }

suite('tables that must fail', () => {
  test('one cell held back in a row: 10 less 7 is 3', async () => {
    const told = await attacked(grid(kinds, { A: { F: 7, R: 'c', All: 10 } }))
    assert.deepEqual(told, { safe: false, ranges: { 'A | R': [3, 3] } })
  })

  test('two in a row are not enough when they come to little: 1 and 2, or 2 and 1', async () => {
    const told = await attacked(grid(kinds, { A: { F: 'c', R: 'c', All: 3 } }))
    assert.deepEqual(told, { safe: false, ranges: { 'A | F': [1, 2], 'A | R': [1, 2], 'A | All': [3, 3] } })
  })

  test('two by two with every margin: all four held back, and each between what its row and column leave', async () => {
    // Rows 10 and 20, columns 12 and 18: AF = x, AR = 10-x, BF = 12-x, BR = 8+x, all 1 or more: x from 1 to 9.
    const told = await attacked(
      grid(kinds, {
        A: { F: 'c', R: 'c', All: 10 },
        B: { F: 'c', R: 'c', All: 20 },
        North: { F: 12, R: 18, All: 30 },
      }),
    )
    assert.deepEqual(told, {
      safe: true,
      ranges: { 'A | F': [1, 9], 'A | R': [1, 9], 'B | F': [3, 11], 'B | R': [9, 17] },
    })
  })

  test('subtraction over a hierarchy: the region less one hub is the other, less its other authority', async () => {
    // North is held back, but Region 50 less South 30 is 20; less B's 16 leaves A's 4.
    const told = await attacked(
      line(region, { Region: 50, North: 'c', South: 30, A: 'c', B: 16, C: 10, D: 20 }),
    )
    assert.deepEqual(told, { safe: false, ranges: { North: [20, 20], A: [4, 4] } })
  })

  test('two footprints: the co-operative has C, the police do not; C is printed nowhere and yet known', async () => {
    const area = { sums: { Region: ['A', 'B', 'C'], Police: ['A', 'B', 'D'], Wide: ['A', 'B', 'C', 'D'] } }
    const told = await attacked(line(area, { Region: 44, Police: 50, Wide: 54 }))
    // D is 54 - 44 = 10 and C is 54 - 50 = 4; A and B come to 40 and stay unknown.
    assert.deepEqual(told, { safe: false, ranges: { C: [4, 4] } })
  })

  test('nested populations: all authorities but one, beside all, tell that one (T50)', async () => {
    const area = { sums: { Region: ['A', 'B', 'C', 'D'], 'Those who share': ['A', 'B', 'C'] } }
    const told = await attacked(line(area, { Region: 60, 'Those who share': 57 }))
    assert.deepEqual(told, { safe: false, ranges: { D: [3, 3] } })
  })

  test('bands of age that are shifted by a year tell that year (T50)', async () => {
    const age = { sums: { 'Under 16': ['Under 15', '15'], 'Under 17': ['Under 15', '15', '16'] } }
    const told = await attacked(line(age, { 'Under 16': 58, 'Under 17': 61 }))
    assert.deepEqual(told, { safe: false, ranges: { 16: [3, 3] } })
  })

  test('an earlier release: what was printed in March is known in June', async () => {
    const file = line(region, { North: 20, A: 'c', B: 'c' })
    const earlier = [{ release: 'March', tables: line(region, { A: 4 }).tables }]
    const alone = await attacked(file)
    assert.deepEqual(alone, { safe: true, ranges: { A: [1, 19], B: [1, 19] } })
    const told = await attacked({ ...file, earlier })
    assert.deepEqual(told, { safe: false, ranges: { A: [4, 4], B: [16, 16] } })
  })

  test('an earlier release: an authority that changed hub is the difference of the old hub and the new', async () => {
    const before = {
      whole: 'Region',
      sums: { Region: ['North', 'South'], North: ['A', 'B', 'E'], South: ['C', 'D'] },
    }
    const after = {
      whole: 'Region',
      sums: { Region: ['North', 'South'], North: ['A', 'B'], South: ['C', 'D', 'E'] },
    }
    const old = line(before, { North: 33, South: 40, Region: 73 })
    const told = await attacked({
      ...line(after, { North: 30, South: 43, Region: 73 }),
      earlier: [{ release: 'March', dimensions: old.dimensions, tables: old.tables }],
    })
    assert.equal(told.safe, false)
    assert.deepEqual(Object.values(told.ranges), [[3, 3]])
  })

  test('an earlier release: a year to date less the year to the last quarter is this quarter', async () => {
    const quarter = { sums: { 'To June': ['Q1'], 'To September': ['Q1', 'Q2'] } }
    const september = line(quarter, { 'To September': 21, Q2: 'c' })
    const told = await attacked({
      ...september,
      earlier: [{ release: 'June', tables: line(quarter, { 'To June': 18 }).tables }],
    })
    assert.deepEqual(told, { safe: false, ranges: { Q2: [3, 3] } })
  })

  test('a link between cells does the same where no dimension tells it', async () => {
    const area = { sums: {} }
    const june = { ...line(area, { A: 18 }).tables[0]!, name: 'to June', measure: 'to June' }
    const september = { ...line(area, { A: 21 }).tables[0]!, name: 'to September', measure: 'to September' }
    const alone = { ...line(area, { A: 'c' }).tables[0]!, name: 'the quarter', measure: 'the quarter' }
    const at = { area: 'A' }
    const told = await attacked({
      ...line(area, {}),
      tables: [june, september, alone],
      links: [
        {
          total: { table: 'to September', at },
          parts: [
            { table: 'to June', at },
            { table: 'the quarter', at },
          ],
        },
      ],
    })
    assert.deepEqual(told, { safe: false, ranges: { A: [3, 3] } })
  })

  test('rounded margins beside exact cells: the total says between 18 and 22, so the rest is 1 to 3', async () => {
    const file = grid(kinds, { A: { F: 19, R: 'c', All: 20 } }, { rounding: { All: 5 } })
    assert.deepEqual(await attacked(file), { safe: false, ranges: { 'A | R': [1, 3] } })
    // Rounded to 10, the total is 15 to 24: the rest is 1 to 5, and still small for certain.
    const wider = grid(kinds, { A: { F: 19, R: 'c', All: 20 } }, { rounding: { All: 10 } })
    assert.deepEqual(await attacked(wider), { safe: false, ranges: { 'A | R': [1, 5] } })
    const enough = grid(kinds, { A: { F: 17, R: 'c', All: 20 } }, { rounding: { All: 10 } })
    assert.deepEqual(await attacked(enough), { safe: true, ranges: { 'A | R': [1, 7] } })
  })

  test('a small count that is printed, and a c that is printed elsewhere', async () => {
    assert.deepEqual(await attacked(line(region, { A: 4, B: 0 })), { safe: false, ranges: { A: [4, 4] } })
    const file = line(region, { A: 'c' })
    const other = { ...line(region, { A: 9 }).tables[0]!, name: 'again' }
    const told = await attacked({ ...file, tables: [...file.tables, other] })
    assert.deepEqual(told.ranges.A, [9, 9])
  })

  test('an amount known within ten per cent is known', async () => {
    const money = (value: number) => {
      const file = line(region, { A: 'c', B: value, North: 100_000 })
      return { ...file, tables: [{ ...file.tables[0]!, of: 'amount', measure: 'cost' }] }
    }
    assert.equal((await attacked(money(40_000))).safe, false)
    const both = line(region, { A: 'c', B: 'c', North: 100_000 })
    const told = await attacked({ ...both, tables: [{ ...both.tables[0]!, of: 'amount', measure: 'cost' }] })
    assert.deepEqual(told, { safe: true, ranges: { A: [1, 99_999], B: [1, 99_999] } })
  })
})

test('figures that contradict each other are said, not judged', async () => {
  const verdict = await attack(readPublication(line(region, { A: 9, B: 9, North: 20 })))
  assert.deepEqual(verdict, {
    contradiction: 'No figures fit all that is published: see numbers: North beside numbers: A, numbers: B',
  })
})

test('property: the ranges are those of counting out every table of whole numbers that fits', async () => {
  const leaf = fc.integer({ min: 0, max: 7 })
  const leaves = fc.tuple(leaf, leaf, leaf, leaf, leaf, leaf)
  const hidden = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(leaves, hidden, async (true6, hide) => {
      const all = cellsOf(true6)
      const held = Object.keys(all).filter((name, i) => hide[i] && all[name]! > 0)
      const rows: Record<string, Record<string, number | 'c'>> = {}
      for (const [name, value] of Object.entries(all)) {
        const [area, kind] = name.split(' | ') as [string, string]
        rows[area] = { ...rows[area], [kind]: held.includes(name) ? 'c' : value }
      }
      const { ranges } = await attacked(grid({ sums: { All: ['F', 'R', 'S'] } }, rows))
      assert.deepEqual(Object.fromEntries(held.map(name => [name, ranges[name]])), countOut(all, held))
    }),
    { numRuns: 150 },
  )
})

const areas = ['A', 'B', 'North']
const columns = ['F', 'R', 'S', 'All']
function cellsOf([a, b, c, d, e, f]: readonly number[]): Record<string, number> {
  const values = [
    a!,
    b!,
    c!,
    a! + b! + c!,
    d!,
    e!,
    f!,
    d! + e! + f!,
    a! + d!,
    b! + e!,
    c! + f!,
    a! + b! + c! + d! + e! + f!,
  ]
  return Object.fromEntries(
    areas.flatMap((area, i) => columns.map((kind, j) => [`${area} | ${kind}`, values[4 * i + j]!])),
  )
}

/** Every table that prints the same; North's row is always printed, so A's leaves tell B's. */
function countOut(all: Record<string, number>, held: readonly string[]): Record<string, [number, number]> {
  const found: Record<string, [number, number]> = {}
  const north = ['F', 'R', 'S'].map(kind => all[`North | ${kind}`]!)
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, i) => i)
  for (const a of upTo(north[0]!))
    for (const b of upTo(north[1]!))
      for (const c of upTo(north[2]!)) {
        const tried = cellsOf([a, b, c, north[0]! - a, north[1]! - b, north[2]! - c])
        const fits = Object.keys(all).every(name =>
          held.includes(name) ? tried[name]! > 0 : tried[name] === all[name],
        )
        for (const name of fits ? held : []) {
          const [low, high] = found[name] ?? [Infinity, -Infinity]
          found[name] = [Math.min(low, tried[name]!), Math.max(high, tried[name]!)]
        }
      }
  return found
}
