/** What the rules flag is told row by row in CSV and in a workbook, and in a person's own files given back. */

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import Papa from 'papaparse'
import { assembleReturn, checkReturn, rules } from '#rulebook'
import { readReturnFiles, sheetsFrom } from '../reading/return-files.ts'
import { readWorkbook } from '../reading/workbook.ts'
import { type Report, flaggedCsv, flaggedRows, flaggedWorkbook } from './flagged.ts'
import { giveBackAll } from './given-back.ts'
import { writeWorkbook } from './workbook.ts'
import { writeXml } from './xml.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const header =
  'From the case system\r\nCHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,TEAM\r\n' +
  'a1,M,01/05/2012,WBRI,UN1,,,north\r\n,,,,,,,\r\n' +
  '=1+1,9,31/04/2012,WBRI,UN1,,,-south\r\n'
const brought = [{ name: 'Ours.csv', bytes: bytes(header) }]
const postcodes = { knows: () => true, areaOf: () => undefined, positionOf: () => undefined }

function reportOf(
  files: { name: string; bytes: Uint8Array }[],
): Report & { read: ReturnType<typeof readReturnFiles> } {
  const read = readReturnFiles(files)
  const given = assembleReturn({ year: 2026, authority: 'E10000011', now: sheetsFrom(read), postcodes })
  const asked = rules.filter(({ code }) => code === '101' || code === '102' || code === '203')
  return { checked: checkReturn(asked, given), given, files: read.files, read }
}

suite('what the rules flag', () => {
  const report = reportOf(brought)

  test('is told with the line in the person’s own file, and what the cells hold', () => {
    const told = [...flaggedRows(report)].map(({ child, kind, line, rule, cells }) => [
      child,
      kind,
      line,
      rule.code,
      cells,
    ])
    assert.deepEqual(told, [
      ['=1+1', 'Header', 4, '101', [['SEX', '9']]],
      ['=1+1', 'Header', 4, '102', [['DOB', '31/04/2012']]],
    ])
  })

  test('as CSV, in which nothing runs', () => {
    const text = [...flaggedCsv(report)].join('')
    const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true })
    assert.equal(data.length, 3)
    assert.deepEqual(data[1]!.slice(0, 5), ["'=1+1", 'Header', '4', '101', 'error'])
    assert.deepEqual(data[2]!.slice(-2), ['DOB', '31/04/2012'])
    assert.match(data[2]![6]!, /Enter the date of birth/)
  })

  test('as a workbook with sums by rule and by child, and what was not asked', async () => {
    const sheets = await readWorkbook(flaggedWorkbook(report))
    assert.ok(!('problem' in sheets))
    assert.deepEqual(
      sheets.map(({ name, rows }) => [name, rows.length]),
      [
        ['By rule', 3],
        ['By child', 2],
        ['All rows', 3],
        ['Not checked', 2],
      ],
    )
    assert.deepEqual(sheets[0]!.rows[1]!.slice(0, 2), ['101', 'error'])
    assert.deepEqual(sheets[0]!.rows[1]!.slice(4), ['1', '1'])
    assert.deepEqual(sheets[1]!.rows[1], ['=1+1', '2', '0', '101, 102'])
    assert.deepEqual(sheets[3]!.rows[1]!.slice(0, 2), ['203', 'skipped'])
  })

  test('on as many sheets as one holds too few', async () => {
    const sheets = await readWorkbook(flaggedWorkbook(report, 1))
    assert.ok(!('problem' in sheets))
    const rules = sheets.flatMap(({ name, rows }) =>
      name.startsWith('All') ? [[name, rows[1]![3], rows.length]] : [],
    )
    assert.deepEqual(rules, [
      ['All rows', '101', 2],
      ['All rows 2', '102', 2],
    ])
  })

  test('beside each row of the file as it came', () => {
    const [file] = [...giveBackAll(report, report.read.files, brought)]
    const { data } = Papa.parse<string[]>(file!.text.replace(/^\uFEFF/, ''), { skipEmptyLines: true })
    assert.equal(file!.name, 'Ours.csv')
    assert.deepEqual(data[0]!.slice(7), ['TEAM', 'row', 'field', 'what is wrong', 'how to fix'])
    assert.deepEqual([data[1]![0], ...data[1]!.slice(8)], ['a1', '2', '', '', ''])
    assert.deepEqual([data[2]![0], ...data[2]!.slice(7, 10)], ["'=1+1", "'-south", '4', 'SEX, DOB'])
    assert.match(data[2]![10]!, /^101: The sex.* 102: The date/)
    const again = reportOf([{ name: 'Ours.csv', bytes: bytes(file!.text) }])
    assert.deepEqual(again.checked.flagged, report.checked.flagged)
  })

  test('of a return in XML, beside the rows of each CSV file it stands for', () => {
    const xml = [...writeXml(sheetsFrom(report.read))].join('')
    const files = [{ name: 'return.xml', bytes: bytes(xml) }]
    const inXml = reportOf(files)
    const back = [...giveBackAll(inXml, inXml.read.files, files)]
    const written = back.find(({ name }) => name === 'Header.csv')!
    assert.match(written.text, /"'=1\+1","9","31\/04\/2012".*"101: The sex/)
  })
})

suite('a workbook', () => {
  test('of many rows and odd words is read as it was written', async () => {
    const odd = ['=1+1', ' spaces ', 'a\nb', '<&">', 'naïve 🏠', 'x'.repeat(40_000), '\u0001']
    const rows = Array.from({ length: 20_000 }, (_, i) => [`child ${i}`, i, odd[i % odd.length]!, ''])
    const sheets = await readWorkbook(writeWorkbook([{ name: 'Rows & more', rows }]))
    assert.ok(!('problem' in sheets))
    assert.equal(sheets[0]!.name, 'Rows & more')
    assert.equal(sheets[0]!.rows.length, rows.length)
    const kept = (word: string) => (word === '\u0001' ? '?' : word.slice(0, 32_767))
    for (const at of [0, 1, 2, 3, 4, 5, 6, 19_999]) {
      const [child, number, word] = rows[at]!
      assert.deepEqual(sheets[0]!.rows[at]!.slice(0, 3), [child, String(number), kept(String(word))])
    }
  })
})
