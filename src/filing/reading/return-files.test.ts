/** The files of a return are read whatever they are called, in any encoding, and each row keeps its place. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { suite, test } from 'node:test'
import { readReturnFiles } from './return-files.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const file = (name: string, text: string) => ({ name, bytes: bytes(text) })
const reviews =
  'Child;Dob; Review ;review_code\r\nab1;01/05/2012;02/06/2025;pn1\r\n;;;\r\n\r\nab2;01/05/2012;03/06/2025; Pn2 \r\n'

suite('the files of a return', () => {
  test('cells are trimmed and in capitals; blank rows are no rows, yet each row knows its line', () => {
    const { files } = readReturnFiles([file('whatever.txt', reviews)])
    assert.deepEqual(files, [
      {
        kind: 'Reviews',
        name: 'whatever.txt',
        rows: [
          { CHILD: 'AB1', DOB: '01/05/2012', REVIEW: '02/06/2025', REVIEW_CODE: 'PN1' },
          { CHILD: 'AB2', DOB: '01/05/2012', REVIEW: '03/06/2025', REVIEW_CODE: 'PN2' },
        ],
        lines: [2, 5],
      },
    ])
  })

  test('any encoding that councils produce says the same', () => {
    const text = 'CHILD,DOB,MISSING,MIS_START,MIS_END\nA1,01/05/2012,M,02/06/2025,\n'
    const encoded = [
      bytes(text),
      bytes(`\uFEFF${text}`),
      bytes(`\uFEFF${text}`, 'utf16le'),
      bytes(text, 'utf16le'),
      bytes(text.replaceAll('\n', '\r'), 'latin1'),
    ]
    for (const each of encoded) {
      const { files } = readReturnFiles([{ name: 'missing.csv', bytes: each }])
      assert.deepEqual([files[0]?.kind, files[0]?.rows[0]?.MIS_START], ['Missing', '02/06/2025'])
    }
  })

  test('a file that cannot be used is named with what to do, and one that is none of ours is passed over', () => {
    const { files, refused, passedOver } = readReturnFiles([
      file(
        'a.csv',
        'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST\n1\n',
      ),
      file('b.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE\n1,"01/05/2012\n'),
      file('c.csv', 'name,colour\n'),
      file('d.csv', ''),
      { name: 'e.xlsx', bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 0) },
    ])
    assert.deepEqual(files, [])
    assert.deepEqual(refused, [
      { file: 'a.csv', says: 'It looks like the Episodes file, but has no column URN. Add it.' },
      { file: 'b.csv', says: 'A quotation mark opens in row 2 and never closes. Close it, or take it away.' },
    ])
    assert.deepEqual(
      passedOver.map(({ file: name }) => name),
      ['c.csv', 'd.csv', 'e.xlsx'],
    )
  })

  test('of two files of one kind the first by name is read, and the other is named', () => {
    const { files, passedOver } = readReturnFiles([file('b.csv', reviews), file('a.csv', reviews)])
    assert.deepEqual(
      files.map(({ name }) => name),
      ['a.csv'],
    )
    assert.deepEqual(passedOver, [
      {
        file: 'b.csv',
        says: 'It is left out, for "a.csv" is the Reviews file too. Take one of "a.csv" and "b.csv" away.',
      },
    ])
  })

  test('a cell that we made safe for a spreadsheet is read as it was', () => {
    const { files } = readReturnFiles([file('r.csv', "CHILD,DOB,REVIEW,REVIEW_CODE\n'=1,x,'-2,'quoted'\n")])
    assert.deepEqual(files[0]!.rows[0], { CHILD: '=1', DOB: 'X', REVIEW: '-2', REVIEW_CODE: "'QUOTED'" })
  })

  const folder = '../shared/data/fake903'
  test('a whole dirty return is read, its XML twin left out', { skip: !existsSync(folder) }, () => {
    const names = readdirSync(folder)
    const read = readReturnFiles(names.map(name => ({ name, bytes: readFileSync(`${folder}/${name}`) })))
    const counts = Object.fromEntries(read.files.map(({ kind, rows }) => [kind, rows.length]))
    assert.equal(read.files.length, 12)
    assert.deepEqual([counts.Header, counts.Episodes, counts.Reviews], [2675, 5050, 12_582])
    assert.deepEqual(read.refused, [])
    assert.ok(
      read.passedOver.some(
        ({ file: name, says }) => name === 'fake_903.xml' && /folder of its own/.test(says),
      ),
    )
    assert.ok(read.passedOver.some(({ file: name }) => name === 'placed_for_adoption_errors.csv'))
  })
})
