/** Ofsted's lists of homes and providers, which authorities are sent each year in a shape of its own. */

import type { Atlas } from '#reference'
import { type Provider, readDay } from '#rulebook'
import { isBlank, readRecords, withoutMarks } from './csv-file.ts'
import { decode } from './encoding.ts'
import { columnName } from './kind.ts'
import type { File, Remark } from './return-files.ts'
import { type SheetRead, readWorkbook } from './workbook.ts'

export type Lists = { readonly providers: readonly Provider[]; readonly refused: readonly Remark[] }

/** Children's homes and social care providers apart, both in one, or supported accommodation on a sheet of its own. */
const columns = {
  urn: /^URN$/,
  placeCodes: /^(PROVIDER_)?PLACEMENT_CODES?$/,
  providerCodes: /^(PLACEMENT_PROVIDER|PROVIDER)_CODES?$/,
  ended: /^(DEREGISTRATION|CLOSED)_DATE$/,
  postcode: /^(SETTING|PROVIDER)(_ADDRESS)?_POSTCODE$/,
} as const
type Column = keyof typeof columns
const shapes = Object.values(columns)
const isListColumn = (name: string): boolean => shapes.some(shape => shape.test(name))

/** The same line in two lists is one provider; an authority is told by the postcode. */
export async function readOfstedLists(
  files: readonly File[],
  { areaOf }: Pick<Atlas, 'areaOf'>,
): Promise<Lists> {
  const providers = new Map<string, Provider>()
  const refused: Remark[] = []
  for (const { name, bytes } of files) {
    const sheets = await sheetsIn(bytes)
    if ('problem' in sheets) {
      refused.push({ file: name, says: sheets.problem })
      continue
    }
    const found = sheets.flatMap(({ rows }) => providersIn(rows, areaOf))
    for (const each of found) providers.set(JSON.stringify(each), each)
    if (found.length === 0) {
      const says = 'It has no sheet with a column URN and columns of codes or dates, as a list of Ofsted has.'
      refused.push({ file: name, says })
    }
  }
  return { providers: [...providers.values()], refused }
}

async function sheetsIn(bytes: Uint8Array): Promise<SheetRead[] | { readonly problem: string }> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return { problem: 'It is an older Excel workbook. Save it as XLSX, or as CSV.' }
  }
  const { records, headingAt } = readRecords(withoutMarks(decode(bytes).text), isListColumn)
  return [{ name: '', rows: records.slice(headingAt) }]
}

function providersIn(rows: SheetRead['rows'], areaOf: Atlas['areaOf']): Provider[] {
  const headings = rows.slice(0, 20).map(row => placesIn(row.map(columnName)))
  const headingAt = headings.findIndex(({ urn, placeCodes, providerCodes, ended }) => {
    return urn !== undefined && (placeCodes ?? providerCodes ?? ended) !== undefined
  })
  if (headingAt < 0) return []
  const places = headings[headingAt]!
  return rows
    .slice(headingAt + 1)
    .filter(row => !isBlank(row))
    .map(row => providerFrom(row, places, areaOf))
    .filter(({ urn }) => urn !== '')
}

const placesIn = (heading: readonly string[]): Partial<Record<Column, number>> =>
  Object.fromEntries(
    Object.entries(columns)
      .map(([column, shape]) => [column, heading.findIndex(name => shape.test(name))] as const)
      .filter(([, at]) => at >= 0),
  )

function providerFrom(
  row: readonly string[],
  places: Partial<Record<Column, number>>,
  areaOf: Atlas['areaOf'],
): Provider {
  const cell = (column: Column): string => {
    const text = (row[places[column] ?? -1] ?? '').trim().toUpperCase()
    return /^(-+|N\/?A|NULL|NONE)$/.test(text) ? '' : text
  }
  const codes = (column: Column) =>
    cell(column)
      .split(/[^A-Z\d]+/)
      .filter(Boolean)
  const postcode = cell('postcode') || null
  return {
    urn: cell('urn').replace(/\.0+$/, ''),
    placeCodes: codes('placeCodes'),
    providerCodes: codes('providerCodes'),
    registrationEnded: dayIn(cell('ended')),
    postcode,
    authority: (postcode && areaOf(postcode)) || null,
  }
}

/** As the return writes it, as ISO writes it, or as Excel counts it: 45323 is 1 February 2024. */
function dayIn(text: string): Provider['registrationEnded'] {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? []
  if (year) return readDay(`${date}/${month}/${year}`)
  const serial = /^\d{5}(\.0+)?$/.test(text) ? Number(text) : undefined
  return serial === undefined ? readDay(text) : ((serial - 25_569) as Provider['registrationEnded'])
}
