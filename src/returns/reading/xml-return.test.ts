/** A return in XML is loaded as its CSV files are; XML that is none is told with a reason. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { writeXml } from '#filing'
import { readReturnFile } from './reading.ts'
import { asCsvFiles } from './xml-return.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const header = [{ CHILD: 'a', SEX: 'M', DOB: '01/05/2012', ETHNIC: 'WBRI', UPN: 'UN1' }]
const episodes = [
  { CHILD: 'a', DECOM: '01/05/2025', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U6', PLACE_PROVIDER: 'PR1' },
]

suite('a return in XML', () => {
  test('is read as the CSV files that hold the same rows', () => {
    const xml = [...writeXml({ Header: header, Episodes: episodes })].join('')
    const files = asCsvFiles({ name: 'return.xml', content: bytes(xml) })
    assert.deepEqual(
      files.map(({ name }) => name),
      ['Header of return.xml.csv', 'Episodes of return.xml.csv'],
    )
    const [first, second] = files.map(({ name, content }) =>
      readReturnFile({ file: name, name, bytes: content }),
    )
    assert.deepEqual([first!.kind, first!.rows.length], ['Header', 1])
    assert.equal(second!.rows[0]!.cells.DECOM, '01/05/2025')
  })
  test('that cannot be read is told, with the reason', () => {
    const [left] = asCsvFiles({ name: 'x.xml', content: bytes('<?xml version="1.0"?><!DOCTYPE a><a/>') })
    const reading = readReturnFile({ file: 'x', name: 'x.xml', bytes: left!.content })
    assert.equal(reading.kind, null)
    assert.match(reading.problems[0]!.message, /XML.*DOCTYPE/)
  })
  test('CSV is left as it is', () => {
    const sent = { name: 'a.csv', content: bytes('CHILD,SEX\n1,M') }
    assert.deepEqual(asCsvFiles(sent), [sent])
  })
})
