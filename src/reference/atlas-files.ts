/** The atlas of postcodes that comes with the platform, the person's own exact one, and the directory it is made of. */

import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import Papa from 'papaparse'
import { readSheets, sheetsOf, writeSheets } from './atlas-making.ts'
import { type Atlas, type AtlasEntry, atlasOf } from './atlas.ts'
import { areaOfDistrict } from './files.ts'
import { type CompactRow, atlasEntryFrom, columnsIn, entryFromCompact } from './postcode-directory.ts'

const ours = new URL('../../data/postcodes.atlas.br', import.meta.url)
const varFolder = () => process.env.NEARHOME_VAR ?? join(import.meta.dirname, '../../var')
const exactFile = () => join(varFolder(), 'postcodes.atlas')

/** The exact one, where somebody has made it on this machine; else the one that comes with the platform. */
export function openAtlas(): Atlas {
  const exact = existsSync(exactFile()) ? readSheets(readFileSync(exactFile())) : undefined
  return atlasOf(exact ?? readSheets(brotliDecompressSync(readFileSync(ours)))!)
}

/** A sentence where what is there is no directory of postcodes. */
export async function openDirectory(path: string): Promise<Atlas | { readonly problem: string }> {
  if (!existsSync(path)) return { problem: `There is no file or folder ${path}` }
  if (!statSync(path).isDirectory()) {
    const sheets = readSheets(readFileSync(path))
    if (sheets) return atlasOf(sheets)
  }
  const entries = await directoryEntries(path)
  return 'problem' in entries ? entries : atlasOf(sheetsOf(entries.entries, true))
}

export type Made = { readonly file: string; readonly postcodes: number; readonly bytes: number }

/** `exact` is for this machine alone; the other is computed figures only, and comes with the platform. */
export async function makeAtlas(path: string, exact: boolean): Promise<Made | { readonly problem: string }> {
  if (!existsSync(path)) return { problem: `There is no file or folder ${path}` }
  const entries = await directoryEntries(path)
  if ('problem' in entries) return entries
  const sheets = sheetsOf(entries.entries, exact)
  const bytes = exact ? writeSheets(sheets) : smallest(writeSheets(sheets))
  const file = exact ? exactFile() : ours
  if (exact) mkdirSync(varFolder(), { recursive: true })
  writeFileSync(file, bytes)
  return {
    file: exact ? exactFile() : 'data/postcodes.atlas.br',
    postcodes: atlasOf(sheets).size,
    bytes: bytes.length,
  }
}

const smallest = (bytes: Uint8Array): Uint8Array =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })

type Read = { readonly entries: Iterable<AtlasEntry> } | { readonly problem: string }

/** The compact folder, or the CSV that the Office for National Statistics publishes. */
async function directoryEntries(path: string): Promise<Read> {
  if (!statSync(path).isDirectory()) return csvEntries(path)
  const rows = await compactRowsIn(path)
  if (rows === undefined) return { problem: `There are no postcodes in ${path}: it needs *.msgpack.br files` }
  return { entries: rows.map(row => entryFromCompact(row, areaOfDistrict)) }
}

async function csvEntries(file: string): Promise<Read> {
  const rows = createReadStream(file).pipe(
    Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: true, transformHeader: trimmed }),
  ) as AsyncIterable<Record<string, string>>
  const entries: AtlasEntry[] = []
  let columns: ReturnType<typeof columnsIn> | undefined
  for await (const row of rows) {
    columns ??= columnsIn(Object.keys(row))
    if ('missing' in columns) break
    entries.push(atlasEntryFrom(row, columns, areaOfDistrict))
  }
  if (columns === undefined || 'missing' in columns) {
    const missing = columns?.missing ?? ['postcode', 'easting', 'northing', 'district']
    return { problem: `${file} has no column for: ${missing.join(', ')}` }
  }
  return { entries }
}

type Compact = { data: { pcd: string[]; laua: unknown[]; oseast1m: number[]; osnrth1m: number[] } }

/** The decoder is a development package: what reads this folder is for those who build the platform. */
export async function compactRowsIn(folder: string): Promise<CompactRow[] | undefined> {
  const files = readdirSync(folder).filter(name => name.endsWith('.msgpack.br'))
  if (files.length === 0) return undefined
  const { unpack } = await import('msgpackr')
  return files.flatMap(name => {
    const { data } = unpack(brotliDecompressSync(readFileSync(join(folder, name)))) as Compact
    return data.pcd.map((postcode, at) => ({
      postcode,
      district: data.laua[at],
      easting: data.oseast1m[at]!,
      northing: data.osnrth1m[at]!,
    }))
  })
}

export const trimmed = (header: string): string => header.replace(/^\uFEFF/, '').trim()
