/** What is written is a return: DfE's columns in order, and read back as the same children and episodes. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aFile, aHeader, aMove, anEpisode, checkAll, checkRows } from '../fixtures.ts'
import { columnsOf, kinds } from '#filing'
import { episodeRow, headerRow, uascRow, writeReturnFile } from './writing.ts'

for (const kind of kinds) {
  test(`a ${kind} file has the columns of the return, in its order`, () => {
    assert.equal(writeReturnFile(kind, []), `${columnsOf(kind).join(',')}\r\n`)
  })
}

test('a child and an episode written and read again are the same', () => {
  const uasc = aFile('UASC', [{ CHILD: '1001', SEX: 'F', DOB: '14/02/2012', DUC: '14/02/2030' }])
  const once = checkAll([aFile('Header', [aHeader()]), aFile('Episodes', aMove()), uasc])
  const again = checkAll([
    aFile(
      'Header',
      once.children.map(each => headerRow(each, 2026)),
    ),
    aFile('Episodes', once.episodes.map(episodeRow)),
    aFile(
      'UASC',
      once.children.map(each => uascRow(each, 2026)).filter(each => each !== undefined),
    ),
  ])
  assert.deepEqual([again.children, again.episodes, again.problems], [once.children, once.episodes, []])
})

test('sex is a number in the returns to 2024, and a letter since', () => {
  const [girl] = checkRows([anEpisode()]).children
  assert.deepEqual([headerRow(girl!, 2024)['SEX'], headerRow(girl!, 2025)['SEX']], ['2', 'F'])
})

test('a value with a comma or a quotation mark is put between quotation marks', () => {
  assert.match(writeReturnFile('Header', [{ CHILD: 'a,"b"' }]), /\r\n"a,""b""",,/)
})

test('a column that the return does not have is not written', () => {
  assert.throws(() => writeReturnFile('Header', [{ NAME: 'Ada' }]), /Header has no column NAME/)
})
