/** Under one agreement a child is always the same; under another, nobody can tell. */

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { keyOf, regionalId } from './pseudonym.ts'
import { readKey } from './pseudonym-key.ts'

const master = new Uint8Array(32).fill(7)
const agreements = Array.from({ length: 10 }, (_, i) => keyOf(master, `agreement ${i}`))

test('a regional id has 26 letters of 5 bits, the same each time', () => {
  const id = regionalId(agreements[0]!, 'authority', 'child')
  assert.match(id, /^[0-9A-HJKMNP-TV-Z]{26}$/)
  assert.equal(regionalId(keyOf(master, 'agreement 0'), 'authority', 'child'), id)
})

test('no two children, and no child under two agreements, share a regional id', () => {
  const ids = new Set<string>()
  for (const key of agreements)
    for (let child = 0; child < 2000; child += 1) ids.add(regionalId(key, 'a', `${child}`))
  assert.equal(ids.size, 20_000)
  assert.notEqual(regionalId(agreements[0]!, 'a', '1'), regionalId(agreements[0]!, 'b', '1'))
})

test('every letter of a regional id is worth its five bits', () => {
  const ids = Array.from({ length: 2000 }, (_, child) => regionalId(agreements[0]!, 'a', `${child}`))
  for (let place = 0; place < 26; place += 1) assert.equal(new Set(ids.map(id => id[place])).size, 32)
})

test('the key is made once, kept in a file nobody else may read, and never a weak one', t => {
  const folder = mkdtempSync(join(tmpdir(), 'nearhome-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const key = readKey({ NEARHOME_VAR: folder })
  assert.equal(key.length, 32)
  assert.deepEqual(readKey({ NEARHOME_VAR: folder }), key)
  assert.equal(statSync(join(folder, 'pseudonym.key')).mode & 0o777, 0o600)
  assert.throws(() => readKey({ NEARHOME_PSEUDONYM_KEY: 'c2hvcnQ=' }), /at least 32 random bytes/)
  const given = Buffer.alloc(32, 9).toString('base64')
  assert.deepEqual(Buffer.from(readKey({ NEARHOME_PSEUDONYM_KEY: given })), Buffer.alloc(32, 9))
})
