/** No kind of problem is without an example. */

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { rules } from './rules.ts'

test('every rule is named in a test', () => {
  const here = import.meta.dirname
  const tests = readdirSync(here).filter(name => name.endsWith('.test.ts'))
  const text = tests.map(name => readFileSync(`${here}/${name}`, 'utf8')).join()
  const unseen = Object.keys(rules).filter(code => !text.includes(`'${code}'`))
  assert.deepEqual(unseen, [])
})

test('every rule says how to put it right, in a sentence', () => {
  for (const { title, fix } of Object.values(rules)) {
    assert.match(title, /^[A-Z].*[^.]$/)
    assert.match(fix, /^[A-Z].*\.$/)
  }
})
