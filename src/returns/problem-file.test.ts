/** A person's own file comes back with what is wrong beside each row, and goes in again once put right. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aFile, aHeader, anEpisode, bring, checkAll } from './fixtures.ts'
import { problemFile } from './problem-file.ts'
import { readReturnFile } from './reading.ts'
import { writeReturnFile } from './writing.ts'

const wrong = writeReturnFile('Episodes', [
  anEpisode({ DECOM: '31/04/2025', LS: '' }),
  anEpisode({ DECOM: '01/09/2025' }),
])
const reading = readReturnFile(bring('Episodes.csv', `Our notes,,\r\n${wrong}`))
const { problems } = checkAll([aFile('Header', [aHeader()]), reading])
const back = problemFile(reading, problems)
const [heading, first, second] = back.slice(1).split('\r\n')

test('every row comes back under its heading, with the four columns after its own', () => {
  assert.ok(heading!.startsWith('"CHILD","DECOM"'))
  assert.ok(heading!.endsWith('"URN","row","field","what is wrong","how to fix"'))
  assert.match(first!, /"2","DECOM, LS","DECOM is ""31\/04\/2025"", which is not a date. LS is blank."/)
  assert.ok(second!.endsWith('"1234567","3","","",""'))
})

test('the corrected file goes in again as it is, and our columns are not read', () => {
  const corrected = back
    .replace('31/04/2025', '30/04/2025')
    .replace('"30/04/2025","S",""', '"30/04/2025","S","C2"')
  const again = readReturnFile(bring('corrected.csv', corrected))
  assert.deepEqual(again.problems, [])
  assert.deepEqual(again.rows[0]!.cells['DECOM'], '30/04/2025')
  assert.deepEqual(again.rows[0]!.cells['LS'], 'C2')
})

test('a second round replaces our columns of the first', () => {
  const again = readReturnFile(bring('again.csv', back))
  assert.equal(
    problemFile(
      again,
      problems.map(each => ({ ...each, file: 'again.csv' })),
    ),
    back,
  )
})

for (const formula of ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', ' =1+1']) {
  test(`a spreadsheet does not run ${formula}, and reads it back`, () => {
    const unsafe = readReturnFile(
      bring('a.csv', writeReturnFile('Episodes', [anEpisode({ PL_POST: formula })])),
    )
    const file = problemFile(unsafe, [])
    assert.ok(!file.includes(`"${formula.replaceAll('"', '""')}"`))
    const again = readReturnFile(bring('b.csv', file))
    assert.equal(again.rows[0]!.cells['PL_POST']!.trim(), formula.trim())
  })
}

test('a number below nought is a number, not a formula', () => {
  const file = problemFile(
    readReturnFile(bring('a.csv', writeReturnFile('Header', [aHeader({ UPN: '-5' })]))),
    [],
  )
  assert.match(file, /"-5"/)
})
