/** Where people meet the live return: its page, its files, the page of differences, and the command. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import type { Actor } from '#access'
import { type TestDatabase, openTestDatabase } from './support/database.ts'
import { people } from './support/people.ts'
import { bringAndCheck, loadAll, smallReturn } from './support/returns.ts'
import { type Website, openWebsite } from './support/website.ts'

suite('the doors to the live return', () => {
  let opened: TestDatabase
  let website: Website
  before(async () => {
    opened = await openTestDatabase('server')
    website = await openWebsite({ opened })
    await loadAll(website, smallReturn(2026, 20), 2026)
  })
  after(() => website.close())
  const at = '/returns/years/2026'
  const see = (path: string, actor: Actor = people.dataLead) => website.as(actor).see(path)

  test('a page tells how ready it is, and leads to each file', async () => {
    assert.match((await see('/returns/years')).body, /href="\/returns\/years\/2027\/live"/)
    const { body } = await see(`${at}/live`)
    assert.match(body, /Return of 2025-26 from Nearhome’s record/)
    assert.match(body, /href="\/returns\/years\/2026\/live\/files\/SWEpisodes.csv"/)
    const csv = await see(`${at}/live/files/Header.csv`)
    assert.match(csv.body, /^CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n1001,F,/)
    const xml = await see(`${at}/live/files/return.xml`)
    assert.equal(xml.body.match(/<CHILD>/g)?.length, 20)
    assert.equal((await see(`${at}/live/files/Nothing.csv`)).statusCode, 404)
    assert.equal((await see(`${at}/live`, people.regionLead)).statusCode, 404)
  })

  test('a page compares the newest extract with it, before it is loaded and after', async () => {
    assert.match((await see(`${at}/differences`)).body, /Nothing differs/)
    await bringAndCheck(website, smallReturn(2026, 22), 2026)
    const { body } = await see(`${at}/differences`)
    assert.match(body, /checked and has not been loaded/)
    assert.match(body, /4 rows differ, of\s+2 children/)
    assert.match(body, /Only in your extract: DECOM/)
    assert.equal((await see('/returns/years/2024/differences')).statusCode, 404)
  })

  test('a command writes its files to a folder, as CSV or as XML, or says what it needs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nearhome-return-'))
    const write = (...more: string[]) =>
      spawnSync(process.execPath, ['src/main.ts', 'returns', 'write', ...more], {
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: opened.url },
      })
    const whole = ['--year', '2025-26', '--as', people.dataLead.email, '--to', folder]
    const written = write(...whole)
    assert.equal(written.status, 0, written.stderr)
    assert.deepEqual(readdirSync(folder).length, 11)
    assert.match(readFileSync(join(folder, 'Header.csv'), 'utf8'), /\r\n1020,M,/)
    assert.equal(write(...whole, '--xml').status, 0)
    assert.ok(readdirSync(folder).includes('return.xml'))
    rmSync(folder, { recursive: true })
    assert.match(write('--year', '2025-26').stderr, /--as EMAIL/)
    assert.equal(write('--year', '2025-26', '--as', 'x@y.example', '--to', folder).status, 2)
  })
})
