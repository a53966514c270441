/** The ONS Postcode Directory, row by row: which columns matter, and what is wrong with a row. */

import { type Area, outsideEngland } from './authority.ts'
import type { AtlasEntry } from './atlas.ts'
import type { Entry } from './outward-code.ts'
import type { Position } from './position.ts'
import { normalisePostcode } from './postcode.ts'

export type DirectoryRow = {
  readonly postcode: string
  readonly position: Position
  readonly authority: string | null
}
export type Reading = DirectoryRow | 'passed over' | { readonly problem: string }

/** Each edition of the directory names its columns anew: laua, oslaua, lad24cd, lad25cd. */
const columns = {
  postcode: /^(pcds|pcd|pcd7|pcd8)$/i,
  easting: /^(oseast1m|east1m)$/i,
  northing: /^(osnrth1m|north1m)$/i,
  district: /^(oslaua|laua|lad\d\d?cd|lad)$/i,
}
export type Columns = Readonly<Record<keyof typeof columns, string>>

/** The names of the four columns in this edition, or those of ours that it lacks. */
export function columnsIn(header: readonly string[]): Columns | { readonly missing: readonly string[] } {
  const found = Object.entries(columns).map(([name, shape]) => [name, header.find(each => shape.test(each))])
  const missing = found.filter(([, column]) => column === undefined).map(([name]) => name!)
  return missing.length > 0 ? { missing } : (Object.fromEntries(found) as Columns)
}

/** Northern Ireland has a grid of its own and the Channel Islands none: no distance can be told there. */
export function readRow(
  row: Readonly<Record<string, string>>,
  { postcode, easting, northing, district }: Columns,
  areaOfDistrict: (district: string) => Area | undefined,
): Reading {
  const whole = normalisePostcode(row[postcode] ?? '')
  if (whole === undefined) return { problem: `"${row[postcode] ?? ''}" is not a postcode` }
  const position = positionFrom(row[easting], row[northing])
  const code = row[district]?.trim() ?? ''
  if (code === '' || code.startsWith('N')) return 'passed over'
  const area = areaOfDistrict(code)
  if (area === undefined) return { problem: `${whole}: no authority is known for district "${code}"` }
  if (position === null) return area.startsWith('E') ? { problem: `${whole}: no position` } : 'passed over'
  return { postcode: whole, position, authority: isEnglish(area) ? area : null }
}

export type CompactRow = {
  readonly postcode: string
  readonly easting: number
  readonly northing: number
  /** Not text where a postcode ended before districts were recorded. */
  readonly district: unknown
}

/** The compact directory, with terminated postcodes; those without a district are left out. */
export function entriesFrom(
  rows: Iterable<CompactRow>,
  areaOfDistrict: (district: string) => Area | undefined,
) {
  const entries: Entry[] = []
  const unknown = new Set<string>()
  for (const { postcode, district, easting, northing } of rows) {
    if (typeof district !== 'string') continue
    const area = areaOfDistrict(district)
    const placed = !district.startsWith('N') && Number.isFinite(easting) && Number.isFinite(northing)
    if (area === undefined) unknown.add(district)
    else entries.push({ postcode, area, position: placed ? { easting, northing } : null })
  }
  return { entries, unknown }
}

/** For the atlas: every postcode is there, with what is known of it. */
export function entryFromCompact(
  { postcode, district, easting, northing }: CompactRow,
  areaOfDistrict: (district: string) => Area | undefined,
): AtlasEntry {
  const area = typeof district === 'string' ? (areaOfDistrict(district) ?? null) : null
  const placed = area !== 'NIR' && Number.isFinite(easting) && Number.isFinite(northing)
  return { postcode, area, position: placed ? { easting, northing } : null }
}

export function atlasEntryFrom(
  row: Readonly<Record<string, string>>,
  { postcode, easting, northing, district }: Columns,
  areaOfDistrict: (district: string) => Area | undefined,
): AtlasEntry {
  const code = row[district]?.trim() ?? ''
  const area = code === '' ? null : (areaOfDistrict(code) ?? null)
  const position = area === 'NIR' ? null : positionFrom(row[easting], row[northing])
  return { postcode: row[postcode]?.trim() ?? '', area, position }
}

const isEnglish = (area: Area) => !outsideEngland.some(each => each === area)

/** Two zeros, or 999999, are the directory's way to say that nobody knows. */
function positionFrom(easting = '', northing = ''): Position | null {
  const position = { easting: Number.parseInt(easting, 10), northing: Number.parseInt(northing, 10) }
  const known = position.easting > 0 && position.easting < 800_000 && position.northing > 0
  return known && position.northing < 1_300_000 ? position : null
}
