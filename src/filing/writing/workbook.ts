/** A workbook (XLSX) of plain sheets: a heading in bold that stays in sight, then rows of words and numbers. */

import { constants, crc32, deflateRawSync } from 'node:zlib'
import { type Packed, joined, zipOf } from './archive.ts'
import { escaped } from './escaped.ts'

export type Sheet = {
  readonly name: string
  /** The first is the heading. */
  readonly rows: Iterable<readonly (string | number)[]>
  /** How wide each column is, in letters. */
  readonly widths?: readonly number[]
}

/**
 * Our own, for 350,000 rows in two seconds: words are kept once and rows are packed as they come. A word is never a
 * formula in it, whatever it begins with. ECMA-376, SpreadsheetML.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const words = new Map<string, number>()
  const written = sheets.map((sheet, i) => packed(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, words)))
  return zipOf([
    packed('[Content_Types].xml', [contentTypes(sheets)]),
    packed('_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])]),
    packed('xl/workbook.xml', [workbookXml(sheets)]),
    packed('xl/_rels/workbook.xml.rels', [
      relations([
        ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ]),
    ]),
    packed('xl/styles.xml', [styles]),
    ...written,
    packed('xl/sharedStrings.xml', wordsXml(words)),
  ])
}

/** Packed a piece at a time, each ending on a byte, so that a sheet is never held whole. RFC 1951. */
function packed(name: string, parts: Iterable<string>): Packed {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  let [size, check] = [0, 0]
  const pack = (text: string, last: boolean) => {
    const bytes = encoder.encode(text)
    size += bytes.length
    check = crc32(bytes, check)
    const finishFlush = last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    pieces.push(deflateRawSync(bytes, { level: 1, finishFlush }))
  }
  let piece = ''
  for (const part of parts) {
    piece += part
    if (piece.length < 1 << 18) continue
    pack(piece, false)
    piece = ''
  }
  pack(piece, true)
  return { name, packed: joined(pieces), size, check }
}

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function* sheetXml({ rows, widths = [] }: Sheet, words: Map<string, number>): Generator<string> {
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  yield `${start}<worksheet xmlns="${main}"><sheetViews>${view}</sheetView></sheetViews>`
  const cols = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  yield `${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>`
  let number = 0
  for (const row of rows) {
    number += 1
    const style = number === 1 ? ' s="1"' : ''
    let cells = ''
    for (let i = 0; i < row.length; i += 1) {
      const cell = row[i]!
      const head = `<c r="${letters(i)}${number}"${style}`
      if (typeof cell === 'number') cells += `${head}><v>${cell}</v></c>`
      else if (cell !== '') cells += `${head} t="s"><v>${placeOf(cell, words)}</v></c>`
    }
    yield `<row r="${number}">${cells}</row>`
  }
  yield '</sheetData></worksheet>'
}

function placeOf(word: string, words: Map<string, number>): number {
  const known = words.get(word)
  if (known !== undefined) return known
  words.set(word, words.size)
  return words.size - 1
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

/** Excel shows no more in a cell. */
const mostLetters = 32_767

function* wordsXml(words: ReadonlyMap<string, number>): Generator<string> {
  yield `${start}<sst xmlns="${main}" uniqueCount="${words.size}">`
  for (const word of words.keys())
    yield `<si><t xml:space="preserve">${escaped(word.slice(0, mostLetters))}</t></si>`
  yield '</sst>'
}

const contentTypes = (sheets: readonly Sheet[]): string => {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ...sheets.map((_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet']),
    ['/xl/sharedStrings.xml', 'sharedStrings'],
    ['/xl/styles.xml', 'styles'],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${kind}.${type}+xml"/>`)
  const relation = 'application/vnd.openxmlformats-package.relationships+xml'
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const usual = `<Default Extension="rels" ContentType="${relation}"/>`
  return `${start}<Types xmlns="${types}">${usual}${parts.join('')}</Types>`
}

const relations = (all: readonly (readonly [type: string, target: string])[]): string => {
  const each = all.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return `${start}<Relationships xmlns="${relationships}">${each.join('')}</Relationships>`
}

const workbookXml = (sheets: readonly Sheet[]): string => {
  const each = sheets.map(
    ({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  return `${start}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each.join('')}</sheets></workbook>`
}

const styles =
  `${start}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font>` +
  '<font><b/><sz val="11"/><name val="Arial"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>'
