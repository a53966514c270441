/** `bin/nearhome disclose` protects and attacks files of tables, the same way each time, and says what is wrong. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { grid, inventLinked } from '../src/statistics/fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'nearhome-disclose-'))
const kinds = { sums: { All: ['F', 'R'] } }
const small = grid(kinds, {
  A: { F: 20, R: 3, All: 23 },
  B: { F: 30, R: 40, All: 70 },
  North: { F: 50, R: 43, All: 93 },
})
const onlySmallHeldBack = grid(kinds, {
  A: { F: 20, R: 'c', All: 23 },
  B: { F: 30, R: 40, All: 70 },
  North: { F: 50, R: 43, All: 93 },
})

function disclose(what: 'protect' | 'check', file: object | string, ...more: string[]) {
  const path = join(folder, 'file.json')
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  const asked = ['src/main.ts', 'disclose', what, path, ...more]
  const { status, stdout, stderr } = spawnSync(process.execPath, asked, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

suite('the disclose commands', () => {
  after(() => rmSync(folder, { recursive: true }))

  test('what protect writes, check finds safe, and says how wide each range is', () => {
    const out = join(folder, 'published.json')
    const { status, stdout } = disclose('protect', small, '--out', out)
    assert.equal(status, 0)
    assert.match(stdout, /Of 9 cells, 1 are held back for their own sake and 3 to protect them/)
    const checked = disclose('check', readFileSync(out, 'utf8'), '--json')
    assert.equal(checked.status, 0)
    const { safe, cells, seconds } = JSON.parse(checked.stdout)
    assert.equal(safe, true)
    assert.equal(typeof seconds, 'number')
    assert.deepEqual(
      cells.map(({ table, cell, low, high }: Record<string, unknown>) => [table, cell, low, high]),
      [
        ['A | F', 1, 22],
        ['A | R', 1, 22],
        ['B | F', 28, 49],
        ['B | R', 21, 42],
      ].map(range => [small.tables[0]!.name, ...range]),
    )
  })

  test('check ends with 1 where only the small cell is held back, and tells what a reader knows', () => {
    const { status, stdout } = disclose('check', onlySmallHeldBack)
    assert.equal(status, 1)
    assert.match(stdout, /: A \| R is 3\n/)
    assert.match(stdout, /Not safe: 1 cells can be worked out too closely\./)
  })

  test('the same file gives the same bytes, of linked tables too (T53)', () => {
    const size = { authorities: 5, hubs: 2, kinds: 4, ages: 3, mean: 6, profile: 'public', footprint: true }
    for (const file of [small, inventLinked(7, size)]) {
      const [first, second] = [1, 2].map(() => disclose('protect', file, '--json'))
      assert.equal(first!.status, 0, first!.stderr)
      assert.equal(first!.stdout, second!.stdout)
    }
  })

  test('what cannot be protected is not written, and said', () => {
    const out = join(folder, 'never.json')
    const told = { ...small, earlier: [{ release: 'March', tables: small.tables }] }
    const { status, stderr } = disclose('protect', told, '--out', out)
    assert.equal(status, 1)
    assert.match(stderr, /Nothing was written: .*Figures published earlier/)
    assert.equal(existsSync(out), false)
  })

  test('what is wrong is said by its place, with exit code 2', () => {
    for (const [file, why] of [
      ['{', /is not JSON/],
      [{ ...small, profile: 'secret' }, /profile/],
      [{ ...small, tables: [] }, /tables/],
      [grid(kinds, { A: { F: 2.5 } }), /value/],
    ] as const)
      for (const what of ['protect', 'check'] as const) {
        const { status, stdout, stderr } = disclose(what, file)
        assert.deepEqual([status, stdout], [2, ''])
        assert.match(stderr, why)
      }
  })
})
