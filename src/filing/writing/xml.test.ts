/** What is written as XML is read back as the same rows, and XML that could do harm is refused. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import type { Cells, Sheets } from '#rulebook'
import { type Kind, columnsOf, kinds } from '../reading/kind.ts'
import { readReturnFiles, sheetsFrom } from '../reading/return-files.ts'
import { readXml } from '../reading/xml-file.ts'
import { writeCsvFile } from './csv.ts'
import { writeXml } from './xml.ts'

const xmlOf = (sheets: Sheets) => [...writeXml(sheets)].join('')
const readBack = (xml: string): Sheets =>
  sheetsFrom(readReturnFiles([{ name: 'return.xml', bytes: new Uint8Array(Buffer.from(xml)) }]))
const csvOf = (kind: Kind, rows: readonly Cells[] = []) => writeCsvFile(kind, rows)

/** The kinds have what is in the files and no more; XML keeps a child's rows together, whatever their order was. */
const sorted = (rows: readonly Cells[] = [], kind: Kind) =>
  rows
    .map(row =>
      columnsOf(kind)
        .map(column => row[column] ?? '')
        .join('|'),
    )
    .toSorted()

const child = { CHILD: 'A&B<1>', DOB: '01/05/2012' }
const tidy: Sheets = {
  Header: [{ ...child, SEX: 'F', ETHNIC: 'WBRI', UPN: 'UN1', MOTHER: '1', MC_DOB: '02/03/2026' }],
  UASC: [{ ...child, SEX: 'F', DUC: '01/05/2030' }],
  AD1: [{ ...child, DATE_INT: '01/06/2025', LS_ADOPTR: 'L0' }],
  OC3: [{ ...child, IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }],
  Missing: [{ ...child, MISSING: 'M', MIS_START: '01/06/2025' }],
  Reviews: [
    { ...child, REVIEW: '02/06/2025', REVIEW_CODE: 'PN1' },
    { ...child, REVIEW: '03/06/2025', REVIEW_CODE: 'PN2' },
  ],
  PrevPerm: [{ ...child, PREV_PERM: 'P1', LA_PERM: '850', DATE_PERM: 'ZZ/ZZ/2020' }],
  OC2: [{ ...child, SDQ_SCORE: '12', CONVICTED: '0' }],
  PlacedAdoption: [{ ...child, DATE_PLACED: '01/06/2025' }],
  Episodes: [{ CHILD: child.CHILD, DECOM: '01/06/2025', PLACE: 'U1', HOME_POST: 'BN7 1UE', URN: '"quoted"' }],
  SWEpisodes: [{ ...child, SW_ID: 'SWE1', SW_DECOM: '01/06/2025' }],
  DoLo: [{ ...child, DOLO_START: '01/06/2026' }],
}

suite('a return in XML', () => {
  test('every file of it comes back as the same CSV', () => {
    const back = readBack(xmlOf(tidy).replaceAll('&quot;', '"'))
    for (const kind of kinds)
      assert.equal(csvOf(kind, upper(back[kind])), csvOf(kind, upper(tidy[kind])), kind)
  })

  test('rows that contradict one another are all kept', () => {
    const other = { ...child, DOB: '09/09/2009' }
    const dirty: Sheets = {
      ...tidy,
      Header: [...tidy.Header!, { ...other, SEX: 'M', ETHNIC: 'MWBC' }],
      UASC: [{ ...child, SEX: 'M', DUC: '' }],
      OC2: [...tidy.OC2!, { ...child, SDQ_SCORE: '3' }, { ...other, SDQ_SCORE: '4' }],
      Reviews: [{ CHILD: 'NOBODY', DOB: '', REVIEW: '01/01/2026', REVIEW_CODE: 'PN1' }],
    }
    const back = readBack(xmlOf(dirty))
    for (const kind of kinds)
      assert.deepEqual(sorted(back[kind], kind), sorted(upper(dirty[kind]), kind), kind)
  })

  const folder = '../shared/data/fake903'
  test('a whole dirty return goes there and back', { skip: !existsSync(folder) }, () => {
    const names = readdirSync(folder).filter(name => name.endsWith('.csv'))
    const sheets = sheetsFrom(
      readReturnFiles(names.map(name => ({ name, bytes: readFileSync(`${folder}/${name}`) }))),
    )
    const back = readBack(xmlOf(sheets))
    for (const kind of kinds) assert.deepEqual(sorted(back[kind], kind), sorted(sheets[kind], kind), kind)
    assert.deepEqual(readBack(xmlOf(back)), back)
    const twin = readXml(readFileSync(`${folder}/fake_903.xml`, 'utf8'))
    assert.ok(!('problem' in twin))
    const counts = twin.map(({ kind, rows }) => [kind, rows.length])
    assert.deepEqual(Object.fromEntries(counts), {
      Header: 253,
      Episodes: 459,
      Reviews: 1206,
      UASC: 12,
      OC2: 253,
      OC3: 6,
      AD1: 3,
      PlacedAdoption: 3,
      PrevPerm: 253,
      Missing: 6,
    })
  })

  test('any cell of any letters comes back', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map(text => text.trim().toUpperCase().trim())
    fc.assert(
      fc.property(cell, cell, (urn, place) => {
        const row = { CHILD: 'A', DECOM: '01/06/2025', PLACE: place, URN: urn }
        const back = readBack(xmlOf({ Episodes: [row] })).Episodes![0]!
        const kept = (text: string) => text.replace(/\p{Cc}|[\uFFFE\uFFFF]/gu, '?')
        assert.deepEqual([kept(back.URN!), kept(back.PLACE!)], [kept(urn), kept(place)])
      }),
    )
  })

  test('XML that declares a type, is broken, is another file or is too deep is refused with what to do', () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><EXPSSDA903><CHILD>&b;</CHILD></EXPSSDA903>'
    const asked: readonly [string, RegExp][] = [
      [bomb, /DOCTYPE/],
      ['<EXPSSDA903><CHILD>&b;</CHILD></EXPSSDA903>', /not well-formed.*entity/],
      ['<EXPSSDA903><CHILD></EXPSSDA903>', /not well-formed/],
      ['<html></html>', /begins with html/],
      [`<EXPSSDA903>${'<A>'.repeat(20)}`, /more than 8 levels/],
    ]
    for (const [xml, says] of asked) {
      const read = readReturnFiles([{ name: 'r.xml', bytes: new Uint8Array(Buffer.from(xml)) }])
      assert.equal(read.files.length, 0)
      assert.match(read.refused[0]!.says, says)
    }
  })
})

const upper = (rows: readonly Cells[] = []): Cells[] =>
  rows.map(row =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell!.toUpperCase()])),
  )
