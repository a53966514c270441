/** How an atlas is made from the directory, and how it is written down and read again. */

import { type AtlasEntry, type Sheets, bytesOfUnits, placeOf, unitsInSector } from './atlas.ts'

type Sector = {
  /** Of each unit: its area's place in `areas`, or -1 where there is no such postcode. */
  readonly areas: Int16Array
  readonly eastings: Int32Array
  readonly northings: Int32Array
}

/** `exact` keeps each postcode's own place, which is for the person's own machine and not to be given away. */
export function sheetsOf(entries: Iterable<AtlasEntry>, exact: boolean): Sheets {
  const { sectors, areas, odd } = gather(entries)
  const names = [...sectors.keys()].sort()
  const ordered = names.map(name => sectors.get(name)!)
  return {
    sectors: names,
    eastings: Int32Array.from(ordered, ({ eastings }) => middle(eastings)),
    northings: Int32Array.from(ordered, ({ northings }) => middle(northings)),
    ...unitsAndRuns(ordered),
    areas,
    own: exact ? ownPlaces(ordered) : null,
    odd,
  }
}

function unitsAndRuns(
  sectors: readonly Sector[],
): Pick<Sheets, 'units' | 'runs' | 'runAreas' | 'runLengths'> {
  const runs = { counts: [] as number[], areas: [] as number[], lengths: [] as number[] }
  const units = new Uint8Array(sectors.length * bytesOfUnits)
  for (const [at, sector] of sectors.entries()) {
    const before = runs.areas.length
    let last = -1
    for (const unit of unitsThere(sector)) {
      units[at * bytesOfUnits + (unit >> 3)]! |= 1 << (unit & 7)
      const area = sector.areas[unit]!
      if (area === last) runs.lengths[runs.lengths.length - 1]! += 1
      else {
        runs.lengths.push(1)
        runs.areas.push(area)
      }
      last = area
    }
    runs.counts.push(runs.areas.length - before)
  }
  return {
    units,
    runs: Uint16Array.from(runs.counts),
    runAreas: Uint16Array.from(runs.areas),
    runLengths: Uint16Array.from(runs.lengths),
  }
}

function ownPlaces(sectors: readonly Sector[]): NonNullable<Sheets['own']> {
  const own = { eastings: [] as number[], northings: [] as number[] }
  for (const sector of sectors) {
    for (const unit of unitsThere(sector)) {
      own.eastings.push(sector.eastings[unit]!)
      own.northings.push(sector.northings[unit]!)
    }
  }
  return { eastings: Int32Array.from(own.eastings), northings: Int32Array.from(own.northings) }
}

function* unitsThere({ areas }: Sector): Generator<number> {
  for (let unit = 0; unit < unitsInSector; unit += 1) if (areas[unit]! >= 0) yield unit
}

function gather(entries: Iterable<AtlasEntry>) {
  const sectors = new Map<string, Sector>()
  const areas = ['']
  const placeOfArea = new Map([['', 0]])
  const odd: Record<string, string> = {}
  for (const { postcode, area, position } of entries) {
    const { sector, unit } = placeOf(postcode)
    if (unit === undefined) {
      if (area) odd[postcode.replaceAll(' ', '')] = area
      continue
    }
    const found = sectors.get(sector) ?? emptySector()
    sectors.set(sector, found)
    const place = placeOfArea.get(area ?? '') ?? areas.push(area!) - 1
    placeOfArea.set(area ?? '', place)
    found.areas[unit] = place
    found.eastings[unit] = position?.easting ?? 0
    found.northings[unit] = position?.northing ?? 0
  }
  return { sectors, areas, odd }
}

const emptySector = (): Sector => ({
  areas: new Int16Array(unitsInSector).fill(-1),
  eastings: new Int32Array(unitsInSector),
  northings: new Int32Array(unitsInSector),
})

function middle(all: Int32Array): number {
  const known = all.filter(each => each !== 0)
  return known.length === 0 ? 0 : Math.round(known.reduce((sum, each) => sum + each, 0) / known.length)
}

const mark = 'Nearhome atlas of postcodes 1\n'

/** A line that names it, a line of JSON, then the columns one after the other, each as little-endian numbers. */
export function writeSheets(sheets: Sheets): Uint8Array {
  const columns = columnsOf(sheets).map(each => new Uint8Array(each.buffer, each.byteOffset, each.byteLength))
  const { areas, odd, own } = sheets
  const lengths = columns.map(({ length }) => length)
  const head = `${mark}${JSON.stringify({ areas, odd, lengths, exact: own !== null })}\n`
  const parts = [new TextEncoder().encode(head), ...columns]
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

type Head = Pick<Sheets, 'areas' | 'odd'> & { readonly lengths: readonly number[]; readonly exact: boolean }

/** Undefined where the bytes are not those of an atlas. */
export function readSheets(given: Uint8Array): Sheets | undefined {
  // A Buffer's own slice is a view; a column must begin where its numbers can be read.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength)
  const decoder = new TextDecoder()
  if (decoder.decode(bytes.subarray(0, mark.length)) !== mark) return undefined
  const end = bytes.indexOf(10, mark.length)
  const { areas, odd, lengths, exact } = JSON.parse(decoder.decode(bytes.subarray(mark.length, end))) as Head
  let at = end + 1
  const [names, eastings, northings, units, runs, runAreas, runLengths, ownEast, ownNorth] = lengths.map(
    length => bytes.slice(at, (at += length)),
  )
  return {
    sectors: decoder.decode(names).split('\n'),
    eastings: new Int32Array(eastings!.buffer),
    northings: new Int32Array(northings!.buffer),
    units: units!,
    runs: new Uint16Array(runs!.buffer),
    runAreas: new Uint16Array(runAreas!.buffer),
    runLengths: new Uint16Array(runLengths!.buffer),
    areas,
    own: exact
      ? { eastings: new Int32Array(ownEast!.buffer), northings: new Int32Array(ownNorth!.buffer) }
      : null,
    odd,
  }
}

const columnsOf = ({ sectors, own, ...sheets }: Sheets) => [
  new TextEncoder().encode(sectors.join('\n')),
  sheets.eastings,
  sheets.northings,
  sheets.units,
  sheets.runs,
  sheets.runAreas,
  sheets.runLengths,
  ...(own ? [own.eastings, own.northings] : []),
]
