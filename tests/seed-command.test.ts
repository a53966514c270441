/** `bin/nearhome seed` fills an empty database once, says what it made, and ends with a number that says how it went. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'

type Ended = { readonly code: number; readonly said: string; readonly complained: string }

const folder = mkdtempSync(join(tmpdir(), 'nearhome-seed-'))

/** As at a terminal in this folder, with an embedded database of its own. */
const seed = (...args: string[]): Promise<Ended> =>
  new Promise(resolve => {
    const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...rest } = process.env
    const env = { ...rest, NEARHOME_VAR: join(folder, 'var'), NEARHOME_CALLED_FROM: folder }
    const program = execFile(
      process.execPath,
      ['src/main.ts', 'seed', ...args],
      { env },
      (_fault, said, complained) => resolve({ code: program.exitCode ?? -1, said, complained }),
    )
  })

suite('the seed command', () => {
  after(() => rmSync(folder, { recursive: true }))

  test('says how it is used', async () => {
    const { code, said } = await seed('--help')
    assert.equal(code, 0)
    for (const option of ['--children', '--seed', '--authorities', '--today', '--out', '--json'])
      assert.ok(said.includes(option), option)
  })

  test('refuses what it cannot make, and touches nothing', async () => {
    const [children, region, today] = await Promise.all([
      seed('--children', 'many'),
      seed('--region', 'atlantis'),
      seed('--today', '2026-13-45'),
    ])
    assert.deepEqual([children.code, region.code, today.code], [2, 2, 2])
    assert.match(children.complained, /--children must be a whole number, not "many"/)
    assert.match(region.complained, /no region "atlantis"/)
    assert.match(today.complained, /--today must be a date/)
    assert.equal(existsSync(join(folder, 'var')), false)
  })

  test('makes a region, says so as JSON, and keeps the returns as the files that are sent', async () => {
    const tiny = ['--authorities', '2', '--children', '40', '--today', '2026-08-30']
    const { code, said, complained } = await seed(...tiny, '--json', '--out', 'returns')
    assert.equal(code, 0, complained)
    const made = JSON.parse(said) as Record<string, number>
    assert.equal(made['authorities'], 2)
    assert.ok(made['lookedAfter']! >= 30 && made['lookedAfter']! <= 50, said)
    assert.ok(made['homes']! > 0 && made['rows']! > 100, said)

    const authorities = readdirSync(join(folder, 'returns'))
    assert.equal(authorities.length, 2)
    const of = (year: string, name: string) =>
      readFileSync(join(folder, 'returns', authorities[0]!, year, name), 'utf8')
    assert.match(of('2026', 'header.csv'), /^CHILD,SEX,DOB,ETHNIC,/)
    assert.match(of('2026', 'episodes.csv'), /^CHILD,DECOM,RNE,LS,CIN,PLACE,/)
  })

  test('does not touch a region that is there already', async () => {
    const { code, said, complained } = await seed('--children', '40', '--authorities', '2')
    assert.equal(code, 1)
    assert.equal(said, '')
    assert.match(complained, /holds an invented region already/)
  })
})
