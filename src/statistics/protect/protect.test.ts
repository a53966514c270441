/** What is held back and why, by hand; and what is wrong with a file, in sentences. */

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { grid, line } from '../fixtures.ts'
import { profiles, protect, readPublication } from '../index.ts'
import { isDominated } from './sensitive.ts'

const region = { whole: 'Region', sums: { Region: ['North', 'South'], North: ['A', 'B'], South: ['C', 'D'] } }
const kinds = { sums: { All: ['F', 'R'] } }

async function published(file: unknown): Promise<Record<string, number | string>> {
  const publication = readPublication(file)
  const { values } = await protect(publication)
  const cells = publication.release.tables.flatMap(table => table.cells)
  return Object.fromEntries(cells.map(({ name, path }) => [name, values.get(path)!]))
}

suite('what is held back', () => {
  test('two by two: a small cell takes one more in its row and its column, and the fourth', async () => {
    const rows = {
      A: { F: 20, R: 3, All: 23 },
      B: { F: 30, R: 40, All: 70 },
      North: { F: 50, R: 43, All: 93 },
    }
    assert.deepEqual(await published(grid(kinds, rows)), {
      'A | F': 'c',
      'A | R': 'c',
      'A | All': 23,
      'B | F': 'c',
      'B | R': 'c',
      'B | All': 70,
      'North | F': 50,
      'North | R': 43,
      'North | All': 93,
    })
  })

  test('a true zero stays, whatever stands beside it', async () => {
    const told = await published(line(region, { North: 33, A: 33, B: 0 }))
    assert.deepEqual(told, { North: 33, A: 33, B: 0 })
    const held = await published(line(region, { North: 3, A: 3, B: 0 }))
    assert.deepEqual(held, { North: 'c', A: 'c', B: 0 })
  })

  test('the regional profile rounds to 10; what rounds to zero and is not is k', async () => {
    const told = await published(
      line({ sums: {} }, { A: 4, B: 5, C: 14, D: 15, E: 0 }, { profile: 'regional' }),
    )
    assert.deepEqual(told, { A: 'k', B: 10, C: 10, D: 20, E: 0 })
  })

  test('the rounded profile rounds to 5 and holds back 1 to 5', async () => {
    const told = await published(
      line({ sums: {} }, { A: 5, B: 7, C: 8, D: 0 }, { profile: 'public-rounded' }),
    )
    assert.deepEqual(told, { A: 'c', B: 5, C: 10, D: 0 })
  })

  test('an amount of fewer than three providers, or where two are nearly all', async () => {
    const cost = (contributions: number[]) => {
      const value = contributions.reduce((sum, each) => sum + each, 0)
      const cells = [{ at: { area: 'A' }, value, contributions }]
      const table = { name: 'cost', of: 'amount', dimensions: ['area'], cells }
      return { profile: 'public', dimensions: { area: { sums: {} } }, tables: [table] }
    }
    assert.deepEqual(await published(cost([50, 50])), { A: 'c' })
    assert.deepEqual(await published(cost([900, 60, 40])), { A: 'c' })
    assert.deepEqual(await published(cost([40, 30, 30])), { A: 100 })
  })

  test('what was printed in an earlier release cannot be held back, and this is said', async () => {
    const file = line(region, { North: 33, A: 3, B: 30 })
    const tables = line(region, { A: 3 }).tables
    const { exposed } = await protect(readPublication({ ...file, earlier: [{ release: 'March', tables }] }))
    assert.ok(exposed.includes('tables[0].cells[1]'))
  })
})

test('dominance: 80 of 100 is not more than 85 per cent; 90 is; and p% asks what the rest could hide', () => {
  const [profile] = profiles.filter(({ name }) => name === 'public')
  const rule = { ...profile!, dominance: { n: 1, k: 85 }, p: 10 }
  assert.equal(isDominated(rule, [80, 10, 10]), false)
  assert.equal(isDominated(rule, [90, 5, 5]), true)
  // The second knows all but 7 of the rest: less than 10% of 80.
  assert.equal(isDominated(rule, [80, 13, 7]), true)
})

test('what is wrong with a file is a sentence that names the place', async () => {
  const wrong = async (file: unknown): Promise<string> => {
    try {
      await published(file)
    } catch (fault) {
      return (fault as Error).message
    }
    return ''
  }
  const tables = (value: unknown) => ({ ...line(region, { A: value as number }) })
  assert.match(
    await wrong(tables(-1)),
    /^tables\[0\]\.cells\[0\]\.value: A figure cannot be negative, as -1 is/,
  )
  assert.match(
    await wrong(tables(1.5)),
    /^tables\[0\]\.cells\[0\]\.value: A figure must be a whole number, not 1\.5/,
  )
  assert.match(await wrong(tables('q')), /^tables\[0\]\.cells\[0\]\.value: Give a whole number, or "c"/)
  assert.match(
    await wrong(line(region, { North: 10, A: 4, B: 5 })),
    /North.* should be the sum of its parts: 10.*9/,
  )
  assert.match(await wrong(line(region, { North: 10, A: 10 })), /^tables\[0\]\.cells\[0\]:.* no cell for "B"/)
  const [table] = line(region, { A: 4 }).tables
  const twice = { ...table!, cells: [...table!.cells, ...table!.cells] }
  assert.match(
    await wrong({ ...line(region, {}), tables: [twice] }),
    /^tables\[0\]\.cells\[1\]: "A" is given twice/,
  )
  const circle = { sums: { X: ['Y', 'Z'], Y: ['X', 'W'] } }
  assert.match(
    await wrong(line(circle, { X: 1 })),
    /^dimensions\.area\.sums\.X: "X" cannot be a part of itself/,
  )
  assert.match(await wrong({ profile: 'secret' }), /^profile: "profile" must be one of "internal"/)
  for (const nothing of [null, 3, [], 'x', {}]) assert.notEqual(await wrong(nothing), '')
})

test('attack and protection share nothing but the tables and the solver', () => {
  const foreign = (side: string) =>
    globSync(`src/statistics/${side}/*.ts`)
      .filter(path => !path.endsWith('.test.ts'))
      .flatMap(path => [...readFileSync(path, 'utf8').matchAll(/from '([^']+)'/g)].map(match => match[1]!))
      .filter(each => !/^\.\/|^\.\.\/tables\/|^#shared\/solving$/.test(each))
  assert.deepEqual(foreign('attack'), [])
  assert.deepEqual(foreign('protect'), [])
})
