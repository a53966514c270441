/** The public reference files in data/, read once when the platform starts. */

import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { type Authority, authorityFrom, upperTierOf } from './authority.ts'
import { gazetteerOf, outwardCodeFrom, type OutwardCode } from './outward-code.ts'

export const authorities: readonly Authority[] = rowsOf('authorities').map(authorityFrom)
export const authorityByCode: ReadonlyMap<string, Authority> = new Map(
  authorities.map(each => [each.code, each]),
)

/** The 19 authorities of the regional care co-operative. */
export const southEast: readonly Authority[] = authorities.filter(({ hub }) => hub !== null)

const counties = new Map(rowsOf('districts').map(({ district, authority }) => [district!, authority!]))
export const areaOfDistrict = (district: string) => upperTierOf(district, counties)

export const outwardCodes: readonly OutwardCode[] = rowsOf('outward-codes').map(outwardCodeFrom)
export const { positionOf, areaOf } = gazetteerOf(outwardCodes)

function rowsOf(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../data/${name}.csv`, import.meta.url), 'utf8')
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}
