/** The commands of reference load what can be used, and end with a number that says how it went. */

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { type TestDatabase, openTestDatabase } from '../../tests/support/database.ts'
import { commands } from './cli.ts'
import { findPostcodes } from './store/finding.ts'

const folder = mkdtempSync(join(tmpdir(), 'nearhome-reference-'))
const command = (name: string) => commands.find(each => each.name === name)!
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

suite('the commands of reference', () => {
  let opened: TestDatabase
  const open = async () => opened.owner

  before(async () => void (opened = await openTestDatabase('embedded')))
  after(async () => {
    rmSync(folder, { recursive: true })
    await opened.close()
  })

  test('a directory from a spreadsheet, with its mark and its capitals, is loaded: 0', async () => {
    const file = written(
      'good.csv',
      '\uFEFFPCDS,OSEAST1M,OSNRTH1M,OSLAUA\r\n"RG1 1AA",471617,172953,E06000038\r\n',
    )
    assert.equal(await command('reference postcodes').run([file], open), 0)
    assert.equal((await findPostcodes(opened.owner, ['RG1 1AA'])).size, 1)
  })

  test('a directory with a bad row is loaded without it: 1', async () => {
    const file = written(
      'bad.csv',
      'pcds,east1m,north1m,lad25cd\nnowhere,1,1,E06000038\nSL1 1AA,496247,180585,E06000039\n',
    )
    assert.equal(await command('reference postcodes').run([file], open), 1)
    assert.equal((await findPostcodes(opened.owner, ['SL1 1AA'])).size, 1)
  })

  test('no file, a file that is not there, one of something else, an empty one: 2', async () => {
    const other = written('other.csv', 'name\nReading\n')
    const empty = written('empty.csv', '')
    for (const args of [[], [join(folder, 'absent.csv')], [other], [empty]]) {
      assert.equal(await command('reference postcodes').run(args, open), 2)
    }
  })

  test('outward codes are not computed from nothing: 2', async () => {
    for (const args of [[], [join(folder, 'absent')], [folder]]) {
      assert.equal(await command('reference outward-codes').run(args, open), 2)
    }
  })
})
