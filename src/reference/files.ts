/** The public reference files in data/, each read once, when it is first asked. */

import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { type Area, type Authority, authorityFrom, upperTierOf } from './authority.ts'
import { type Neighbours, neighboursIn } from './neighbour.ts'
import { type Gazetteer, type OutwardCode, gazetteerOf, outwardCodeFrom } from './outward-code.ts'
import type { Position } from './position.ts'
import { drawRegion, type RegionMap } from './region-map.ts'
import { runFrom } from './square.ts'

export const authorities: readonly Authority[] = rowsOf('authorities').map(authorityFrom)
export const authorityByCode: ReadonlyMap<string, Authority> = new Map(
  authorities.map(each => [each.code, each]),
)

/** The 19 authorities of the regional care co-operative. */
export const southEast: readonly Authority[] = authorities.filter(({ hub }) => hub !== null)

const counties = new Map(rowsOf('districts').map(({ district, authority }) => [district!, authority!]))
export const areaOfDistrict = (district: string) => upperTierOf(district, counties)

let codes: readonly OutwardCode[] | undefined
export const outwardCodes = (): readonly OutwardCode[] =>
  (codes ??= rowsOf('outward-codes').map(outwardCodeFrom))

let gazetteer: Gazetteer | undefined
const inGazetteer = () => (gazetteer ??= gazetteerOf(outwardCodes()))
export const positionOf = (postcode: string): Position | undefined => inGazetteer().positionOf(postcode)
export const areaOf = (postcode: string): Area | undefined => inGazetteer().areaOf(postcode)

/** Maps once drawn are kept: there are few, and they never change while the platform runs. */
const maps = new Map<string, RegionMap>()

export function regionMap(codes: readonly string[], width: number): RegionMap {
  const key = [width, ...codes].join()
  const map = maps.get(key) ?? drawRegion({ runs: rowsOf('squares').map(runFrom), nameOf }, codes, width)
  maps.set(key, map)
  return map
}

/** Worked out when first asked. */
let neighbours: Neighbours | undefined
export const neighboursOf = (code: string): readonly string[] =>
  (neighbours ??= neighboursIn(rowsOf('squares').map(runFrom))).get(code) ?? []

const nameOf = (code: string) => authorityByCode.get(code)?.name ?? code

function rowsOf(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../data/${name}.csv`, import.meta.url), 'utf8')
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}
