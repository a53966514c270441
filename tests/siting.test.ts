/** `bin/nearhome siting` answers from a file, says what is wrong with it and where, and what cannot be. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'nearhome-siting-'))
const towns = {
  demand: [
    { id: 'A', weight: 3 },
    { id: 'B', weight: 1 },
  ],
  sites: [{ id: 'near A' }, { id: 'near B' }],
}
const line = {
  ...towns,
  distance: [
    [1, 9],
    [8, 2],
  ],
}

function siting(file: object | string, ...more: string[]) {
  const path = join(folder, 'file.json')
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main.ts', 'siting', path, ...more], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

suite('the siting command', () => {
  after(() => rmSync(folder, { recursive: true }))

  test('answers in JSON which sites open, how sure that is, and the next best', () => {
    const { status, stdout } = siting(line, '--open', '1', '--json')
    assert.equal(status, 0)
    const { seconds, ...answer } = JSON.parse(stdout) as { seconds: number }
    assert.deepEqual(answer, {
      open: ['near A'],
      objective: 11,
      bound: 11,
      optimal: true,
      assignment: [
        ['A', 'near A'],
        ['B', 'near A'],
      ],
      runnerUp: { open: ['near B'], objective: 29, bound: 29, optimal: true },
      further: [{ homes: 2, spent: 0, open: ['near A', 'near B'], objective: 5, bound: 5, optimal: true }],
      furtherMoney: [],
      replacements: [{ site: 'near A', by: 'near B', objective: 29 }],
      overturnedBy: 0.6,
    })
    assert.ok(seconds >= 0)
  })

  test('answers in words', () => {
    const { stdout } = siting({ ...line, within: 2 }, '--open', '1')
    assert.match(
      stdout,
      /Open: near A\n3 of 4 within 2 miles\. Proven: no choice is better\.\nNext best: near B/,
    )
  })

  test('says what more money buys, and what to do where a site cannot be had', () => {
    const sites = towns.sites.map((site, at) => ({ ...site, cost: 100 + at }))
    const { stdout } = siting({ ...line, sites, budget: 150 }, '--open', '2', '--further', '2')
    assert.match(stdout, /Open: near A\n11 miles in all/)
    assert.match(stdout, /Spent: 100 of 150\.\nWith 201: 6 fewer miles\./)
    assert.match(stdout, /If near A cannot be had, near B is best in its place: 29 miles in all/)
  })

  test('what is wrong is said by its path, with exit code 2', () => {
    const cases: readonly (readonly [object | string, RegExp])[] = [
      [
        {
          ...line,
          distance: [
            [1, 9],
            [8, 'x'],
          ],
        },
        /distance\[1\]\[1\] must be a number of miles, 0 or more/,
      ],
      ['{"demand":', /is not JSON/],
      [{}, /demand must be a list of demands/],
    ]
    for (const [file, says] of cases) {
      const { status, stderr } = siting(file, '--open', '1')
      assert.equal(status, 2)
      assert.match(stderr, says)
    }
    assert.match(siting(line, '--open', '0').stderr, /--open must be a whole number of sites, 1 or more/)
  })

  test('what cannot be is said, with exit code 1', () => {
    const { status, stderr } = siting({ ...line, worst: 1 }, '--open', '2')
    assert.equal(status, 1)
    assert.match(stderr, /No site that may open is within 1 miles of B/)
  })
})
