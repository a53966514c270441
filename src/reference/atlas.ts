/** Every postcode of the country in little room: whether it exists, whose area it is in, and where its sector is. */

import type { Area } from './authority.ts'
import type { Position } from './position.ts'

/** What can be asked of postcodes. They may be written in any case and spacing. */
export type Atlas = {
  readonly knows: (postcode: string) => boolean
  /** Undefined where there is no such postcode, or it ended before its district was recorded. */
  readonly areaOf: (postcode: string) => Area | undefined
  /** Its own place where the atlas is exact, otherwise the middle of its sector; undefined off our grid. */
  readonly positionOf: (postcode: string) => Position | undefined
  readonly exact: boolean
  readonly size: number
}

/** What an atlas is made from; a place may be known only to be in the directory. */
export type AtlasEntry = {
  readonly postcode: string
  readonly area: Area | null
  readonly position: Position | null
}

/** A sector's postcodes end in two of these letters (C, I, K, M, O and V are not used): 400 in all. */
const letters = 'ABDEFGHJLNPQRSTUWXYZ'
export const unitsInSector = letters.length ** 2
export const bytesOfUnits = unitsInSector / 8

/** Of RG1 4AB: the sector RG14, which is RG1 4 without its space, and the unit AB as a number. */
export function placeOf(postcode: string): { sector: string; unit: number | undefined } {
  const compact = /^[A-Z\d]+$/.test(postcode) ? postcode : postcode.toUpperCase().replace(/[^A-Z\d]/g, '')
  const [first, second] = [letters.indexOf(compact.at(-2) ?? ''), letters.indexOf(compact.at(-1) ?? '')]
  const unit = compact.length < 5 || first < 0 || second < 0 ? undefined : first * letters.length + second
  return { sector: compact.slice(0, -2), unit }
}

/** An atlas as columns: of sectors in order, then of runs of postcodes in one area, then of single postcodes. */
export type Sheets = {
  readonly sectors: readonly string[]
  /** The middle of each sector in metres; 0 where nobody knows. */
  readonly eastings: Int32Array
  readonly northings: Int32Array
  /** Which of a sector's 400 postcodes exist, a bit each. */
  readonly units: Uint8Array
  /** How many runs each sector has; then each run's area, by its place in `areas`, and its length. */
  readonly runs: Uint16Array
  readonly runAreas: Uint16Array
  readonly runLengths: Uint16Array
  /** The first is blank: postcodes whose area nobody recorded. */
  readonly areas: readonly Area[]
  /** Each postcode's own place, where the atlas is exact. */
  readonly own: { readonly eastings: Int32Array; readonly northings: Int32Array } | null
  /** The few that end in other letters, with their areas. */
  readonly odd: Readonly<Record<string, Area>>
}

export function atlasOf(sheets: Sheets): Atlas {
  const { sectors, units, areas, own, odd } = sheets
  const placeInSheets = new Map(sectors.map((sector, at) => [sector, at]))
  const firstRuns = runningTotals(sheets.runs)
  const firstOwn = runningTotals(own ? sectors.map((_, at) => countBits(units, at, unitsInSector)) : [])

  function find(postcode: string): { at: number; unit: number } | undefined {
    const { sector, unit } = placeOf(postcode)
    const at = unit === undefined ? undefined : placeInSheets.get(sector)
    if (at === undefined || unit === undefined) return undefined
    return units[at * bytesOfUnits + (unit >> 3)]! & (1 << (unit & 7)) ? { at, unit } : undefined
  }
  const oddArea = (postcode: string) => odd[postcode.toUpperCase().replace(/[^A-Z\d]/g, '')]

  return {
    exact: own !== null,
    size: sheets.runLengths.reduce((sum, length) => sum + length, Object.keys(odd).length),
    knows: postcode => find(postcode) !== undefined || oddArea(postcode) !== undefined,
    areaOf(postcode) {
      const found = find(postcode)
      if (!found) return oddArea(postcode)
      let rank = countBits(units, found.at, found.unit)
      for (let run = firstRuns[found.at]!; ; run += 1) {
        rank -= sheets.runLengths[run]!
        if (rank < 0) return areas[sheets.runAreas[run]!] || undefined
      }
    },
    positionOf(postcode) {
      const found = find(postcode)
      if (!found) return undefined
      const at = own ? firstOwn[found.at]! + countBits(units, found.at, found.unit) : found.at
      const { eastings, northings } = own ?? sheets
      return eastings[at] === 0 ? undefined : { easting: eastings[at]!, northing: northings[at]! }
    },
  }
}

/** How many of a sector's postcodes come before that unit. */
function countBits(units: Uint8Array, sector: number, before: number): number {
  let count = 0
  const start = sector * bytesOfUnits
  for (let i = 0; i < before >> 3; i += 1) count += bitsIn[units[start + i]!]!
  return before & 7 ? count + bitsIn[units[start + (before >> 3)]! & ((1 << (before & 7)) - 1)]! : count
}

const bitsIn = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1
  return count
})

function runningTotals(counts: ArrayLike<number>): Uint32Array {
  const totals = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i += 1) totals[i + 1] = totals[i]! + counts[i]!
  return totals
}
