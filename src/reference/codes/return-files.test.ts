/** The return has twelve files, each with columns of its own. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReturnFile, codeSetOfColumn, returnFiles } from './return-files.ts'

const files: readonly ReturnFile[] = returnFiles

test('the return has twelve files, and no two have the same columns', () => {
  assert.equal(files.length, 12)
  assert.equal(new Set(files.map(({ columns }) => columns.toSorted().join())).size, 12)
})

test('every file names the child first', () => {
  assert.deepEqual(
    files.filter(({ columns }) => columns[0] !== 'CHILD'),
    [],
  )
})

test('social workers joined the return in 2023-24 and deprivation of liberty in 2026-27', () => {
  const late = files.filter(({ from }) => from !== undefined).map(({ name, from }) => [name, from])
  assert.deepEqual(late, [
    ['SWEpisodes', 2024],
    ['DoLo', 2027],
  ])
})

test('every column with codes is a column of the return', () => {
  const columns = new Set(files.flatMap(each => each.columns))
  assert.deepEqual(
    Object.keys(codeSetOfColumn).filter(column => !columns.has(column)),
    [],
  )
})

test('no two members of a set live in the same year with the same code, and each says something of its own', () => {
  for (const [column, set] of Object.entries(codeSetOfColumn)) {
    assert.equal(new Set(set.map(({ code }) => code)).size, set.length, column)
    const labels = set.filter(({ until }) => until === undefined).map(({ label }) => label)
    assert.equal(new Set(labels).size, labels.length, column)
  }
})
