/** The commands that load and compute reference files. */

import { readdirSync, readFileSync, createReadStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import Papa from 'papaparse'
import type { Tables } from '#tables'
import { areaOfDistrict } from './files.ts'
import { type Entry, outwardCodesAsCsv, outwardCodesOf } from './outward-code.ts'
import { type Columns, type DirectoryRow, columnsIn, entryFrom, readRow } from './postcode-directory.ts'
import { savePostcodes } from './store.ts'

export type Command = {
  readonly name: string
  readonly usage: string
  readonly says: string
  readonly run: (args: string[], open: () => Promise<Kysely<Tables>>) => Promise<number>
}

/** What a command ends with: all well, some rows left out, nothing done. */
const ended = { well: 0, withProblems: 1, badly: 2 } as const
const batchSize = 5_000
const problemsShown = 20

export const commands: readonly Command[] = [
  {
    name: 'reference outward-codes',
    usage: 'reference outward-codes FOLDER',
    says: 'Computes data/outward-codes.csv from a folder of the compact postcode directory.',
    run: async ([folder]) => {
      if (folder === undefined) return complain('Give the folder of the compact postcode directory')
      const codes = outwardCodesOf(await entriesIn(folder))
      if (codes.length === 0) return complain(`There are no *.msgpack.br files in ${folder}`)
      writeFileSync(new URL('../../data/outward-codes.csv', import.meta.url), outwardCodesAsCsv(codes))
      console.log(`${codes.length} outward codes written to data/outward-codes.csv`)
      return ended.well
    },
  },
  {
    name: 'reference postcodes',
    usage: 'reference postcodes FILE',
    says: 'Loads the ONS Postcode Directory (CSV), so that distances are exact to the postcode.',
    run: async ([file], open) => {
      if (file === undefined) return complain('Give the CSV file of the ONS Postcode Directory')
      const database = await open()
      const result = await loadPostcodes(file, rows => savePostcodes(database, rows))
      if ('missing' in result) return complain(`${file} has no column for: ${result.missing.join(', ')}`)
      console.log(`${result.saved} postcodes loaded, ${result.passedOver} outside our grid passed over`)
      if (result.bad === 0) return ended.well
      console.error(`${result.bad} rows could not be used:\n${result.problems.join('\n')}`)
      return ended.withProblems
    },
  },
]

export type Loaded = { saved: number; passedOver: number; bad: number; problems: string[] }

/** Reads the file as it streams, and saves it in batches; the first problems are kept to show, and all are counted. */
export async function loadPostcodes(
  file: string,
  save: (rows: readonly DirectoryRow[]) => Promise<void>,
): Promise<Loaded | { readonly missing: readonly string[] }> {
  const loaded: Loaded = { saved: 0, passedOver: 0, bad: 0, problems: [] }
  let columns: Columns | undefined
  let batch: DirectoryRow[] = []
  let line = 1
  const rows = createReadStream(file).pipe(
    Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: true, transformHeader: trimmed }),
  ) as AsyncIterable<Record<string, string>>
  for await (const row of rows) {
    line += 1
    if (columns === undefined) {
      const found = columnsIn(Object.keys(row))
      if ('missing' in found) return found
      columns = found
    }
    const read = readRow(row, columns, areaOfDistrict)
    if (read === 'passed over') loaded.passedOver += 1
    else if ('problem' in read) note(loaded, `line ${line}: ${read.problem}`)
    else batch.push(read)
    if (batch.length < batchSize) continue
    await save(batch)
    loaded.saved += batch.length
    batch = []
  }
  if (columns === undefined) return { missing: ['postcode', 'easting', 'northing', 'district'] }
  if (batch.length > 0) await save(batch)
  return { ...loaded, saved: loaded.saved + batch.length }
}

function note(loaded: Loaded, problem: string): void {
  loaded.bad += 1
  if (loaded.problems.length < problemsShown) loaded.problems.push(problem)
}

type Compact = { data: { pcd: string[]; laua: string[]; oseast1m: number[]; osnrth1m: number[] } }

/** Every English, Scottish, Welsh and Northern Irish postcode of the folder; the decoder is a development package. */
export async function entriesIn(folder: string): Promise<Entry[]> {
  const { unpack } = await import('msgpackr')
  const files = readdirSync(folder).filter(name => name.endsWith('.msgpack.br'))
  return files.flatMap(name => {
    const { data } = unpack(brotliDecompressSync(readFileSync(join(folder, name)))) as Compact
    return data.pcd.flatMap((postcode, at) => {
      const [district, easting, northing] = [data.laua[at], data.oseast1m[at]!, data.osnrth1m[at]!]
      return typeof district === 'string'
        ? (entryFrom({ postcode, district, easting, northing }, areaOfDistrict) ?? [])
        : []
    })
  })
}

const trimmed = (header: string) => header.replace(/^\uFEFF/, '').trim()

function complain(sentence: string): number {
  console.error(sentence)
  return ended.badly
}
