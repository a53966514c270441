/** Files as people and Excel really save them are read, or refused in plain words. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aFile, aHeader, anEpisode, bring, checkAll } from '../fixtures.ts'
import { columnsOf, kinds } from '#filing'
import { type Reading, mostRows, readReturnFile } from './reading.ts'
import { writeReturnFile } from './writing.ts'

const plain = writeReturnFile('Episodes', [anEpisode(), anEpisode({ CHILD: '1002' })])
const read = (text: string | Uint8Array) => readReturnFile(bring('june export (2).csv', text))
const codes = ({ problems }: Reading) => problems.map(({ code }) => code)
const children = ({ rows }: Reading) => rows.map(({ cells }) => cells['CHILD'])

for (const kind of kinds) {
  test(`a ${kind} file is known by its columns, whatever it is called`, () => {
    const columns = columnsOf(kind).toReversed()
    assert.equal(read(`${columns.join(',')}\n${columns.map(() => '1').join(',')}\n`).kind, kind)
  })
}

const ugly: Record<string, string | Uint8Array> = {
  'a byte order mark': `\uFEFF${plain}`,
  'UTF-16': Uint8Array.of(0xff, 0xfe, ...Buffer.from(plain, 'utf16le')),
  'Windows-1252': Buffer.from(plain.replace('BN1 1AA', 'Café'), 'latin1'),
  'a blank tail': `${plain}${',,,,,,,,,,,,\r\n'.repeat(40)}\r\n\r\n`,
  'an instruction row': `"Fill in, one row\nfor each episode",,,\r\n\r\n${plain}`,
  "Excel's sep= row": `sep=;\r\n${plain.replaceAll(',', ';')}`,
  'lower case and spaces': plain.replace(/^.*/, heading => ` ${heading.toLowerCase().replaceAll('_', ' ')}`),
  tabs: plain.replaceAll(',', '\t'),
  semicolons: plain.replaceAll(',', ';'),
  'bare line feeds': plain.replaceAll('\r\n', '\n'),
  'old Mac line ends': plain.replaceAll('\r\n', '\r'),
  'mixed line ends': plain.replace(/\r\n(?=1002)/, '\n'),
  'blank columns': plain.replaceAll('\r\n', ',,\r\n'),
  'every cell in quotation marks': plain.replaceAll(/[^,\r\n]+/g, '"$&"'),
}
for (const [what, content] of Object.entries(ugly)) {
  test(`a file with ${what} is read like any other`, () => {
    const reading = read(content)
    assert.equal(reading.kind, 'Episodes')
    assert.deepEqual(children(reading), ['1001', '1002'])
    assert.deepEqual(
      reading.rows.map(({ row, cells }) => [row, cells['PLACE'], cells['URN']]),
      [
        [2, 'U6', '1234567'],
        [3, 'U6', '1234567'],
      ],
    )
    assert.deepEqual(codes(reading), [])
  })
}

test('a row keeps the number it has in the spreadsheet when blank rows stand before it', () => {
  const [heading, first, second] = plain.split('\r\n')
  const reading = read([heading, first, ',,', '', second].join('\r\n'))
  assert.deepEqual(
    reading.rows.map(({ row }) => row),
    [2, 5],
  )
})

test('more columns than a return has are said, and the file is used', () => {
  const reading = read(plain.replaceAll('\r\n', ',x\r\n').replace(',x', ',PL_LA'))
  assert.equal(reading.kind, 'Episodes')
  assert.deepEqual(codes(reading), ['extra-columns'])
  assert.match(reading.problems[0]!.message, /PL_LA/)
})

test('a column that is there twice is said, and the first is read', () => {
  const reading = read('CHILD,DOB,REVIEW,REVIEW_CODE,REVIEW\n1,14/02/2012,01/06/2025,PN1,02/06/2025\n')
  assert.deepEqual(codes(reading), ['column-twice'])
  assert.equal(reading.rows[0]!.cells['REVIEW'], '01/06/2025')
})

test('a near miss is told which columns it lacks', () => {
  const reading = read('CHILD,SEX,DOB,ETHNIC,UPN\n1,F,14/02/2012,WBRI,\n')
  assert.equal(reading.kind, null)
  assert.deepEqual(codes(reading), ['missing-columns'])
  assert.match(reading.problems[0]!.message, /Header file, but has no column MOTHER, MC_DOB/)
})

test('a file of something else is not taken for a return', () => {
  assert.deepEqual(codes(read('Name,Date,Amount\nA. Person,1,2\n')), ['unknown-columns'])
  assert.deepEqual(codes(read('just a letter')), ['unknown-columns'])
})

test('a workbook, an XML file and an empty file are told what to do', () => {
  assert.match(read(Uint8Array.of(0x50, 0x4b, 3, 4)).problems[0]!.message, /Excel.*CSV UTF-8/)
  assert.match(read('<?xml version="1.0"?><EXPSSDA903/>').problems[0]!.message, /XML/)
  assert.deepEqual(codes(read('%PDF-1.7')), ['not-text'])
  assert.deepEqual(codes(read(' \n\n')), ['empty-file'])
  assert.deepEqual(codes(read(plain.split('\n')[0]!)), ['empty-file'])
})

test('a row with a stray comma cannot be used, and the rows round it can', () => {
  const reading = read(plain.replace('BN1 1AA', 'Flat 2, BN1 1AA'))
  assert.deepEqual(children(reading), ['1002'])
  assert.deepEqual(
    reading.problems.map(({ code, row, child, stops }) => [code, row, child, stops]),
    [['too-many-cells', 2, '1001', true]],
  )
})

test('a quotation mark that never closes is said with its row', () => {
  const reading = read(plain.replace('1002', '"1002'))
  assert.deepEqual(codes(reading), ['open-quote'])
  assert.match(reading.problems[0]!.message, /row 3/)
})

test('a file at the limit of rows is read, and one row more is refused', () => {
  const rows = (count: number) => `CHILD,DOB,REVIEW,REVIEW_CODE\n${'1,,,\n'.repeat(count)}`
  assert.equal(read(rows(mostRows)).rows.length, mostRows)
  assert.deepEqual(codes(read(rows(mostRows + 1))), ['too-many-rows'])
  assert.match(read(rows(mostRows + 1)).problems[0]!.message, /50,001 rows; we read up to 50,000/)
})

test('two files of one kind are both named, and nothing is loaded', () => {
  const header = aFile('Header', [aHeader()])
  const checked = checkAll([header, { ...header, file: 'other', name: 'other.csv' }])
  assert.deepEqual(
    checked.refused.map(({ code }) => code),
    ['same-kind-twice', 'same-kind-twice', 'nothing-to-load'],
  )
  assert.match(checked.refused[0]!.message, /"Header.csv" and "other.csv" are both Header files/)
})

test('a stray file does not stop the others', () => {
  const stray = readReturnFile(bring('notes.csv', 'Name,Amount\nA,1\n'))
  const checked = checkAll([stray, aFile('Header', [aHeader()]), aFile('Episodes', [anEpisode()])])
  assert.deepEqual(checked.refused, [])
  assert.equal(checked.episodes.length, 1)
  assert.deepEqual(
    checked.problems.map(({ code }) => code),
    ['unknown-columns'],
  )
})
