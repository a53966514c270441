/** The commands that load and compute reference files. */

import { createReadStream, existsSync, writeFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { ReferenceDatabase } from './actions.ts'
import { compactRowsIn, makeAtlas, trimmed } from './atlas-files.ts'
import { areaOfDistrict } from './files.ts'
import { outwardCodesAsCsv, outwardCodesOf } from './outward-code.ts'
import { entriesFrom } from './postcode-directory.ts'
import { runsAsCsv } from './square.ts'

export type Command = {
  readonly name: string
  readonly usage: string
  readonly says: string
  readonly run: (args: string[], open: () => Promise<ReferenceDatabase>) => Promise<number>
}

/** What a command ends with: all well, some rows left out, nothing done. */
const ended = { well: 0, withProblems: 1, badly: 2 } as const

export const commands: readonly Command[] = [
  {
    name: 'reference outward-codes',
    usage: 'reference outward-codes FOLDER',
    says: 'Computes data/outward-codes.csv and data/squares.csv from the compact postcode directory.',
    run: ([folder]) => computeOutwardCodes(folder),
  },
  {
    name: 'reference atlas',
    usage: 'reference atlas FOLDER',
    says: 'Computes data/postcodes.atlas.br: which postcodes exist, whose area each is in, the middle of each sector.',
    run: ([path]) => computeAtlas(path, false),
  },
  {
    name: 'reference exact-atlas',
    usage: 'reference exact-atlas FOLDER|FILE',
    says: 'Keeps the ONS Postcode Directory (CSV or compact) in var/, so that `returns check` is exact.',
    run: ([path]) => computeAtlas(path, true),
  },
  {
    name: 'reference postcodes',
    usage: 'reference postcodes FILE',
    says: 'Loads the ONS Postcode Directory (CSV), so that distances are exact to the postcode.',
    run: async ([file], open) => {
      if (file === undefined) return complain('Give the CSV file of the ONS Postcode Directory')
      if (!existsSync(file)) return complain(`There is no file ${file}`)
      const { loadPostcodes } = await import('./actions.ts')
      const loaded = await loadPostcodes(await open(), rowsOf(file))
      if ('missing' in loaded) return complain(`${file} has no column for: ${loaded.missing.join(', ')}`)
      console.log(`${loaded.saved} postcodes loaded, ${loaded.passedOver} off our grid passed over`)
      if (loaded.bad === 0) return ended.well
      console.error([`${loaded.bad} rows could not be used:`, ...loaded.problems].join('\n'))
      return ended.withProblems
    },
  },
]

async function computeOutwardCodes(folder?: string): Promise<number> {
  if (folder === undefined) return complain('Give the folder of the compact postcode directory')
  if (!existsSync(folder)) return complain(`There is no folder ${folder}`)
  const { entries, unknown } = entriesFrom((await compactRowsIn(folder)) ?? [], areaOfDistrict)
  if (entries.length === 0)
    return complain(`There are no postcodes in ${folder}: it needs *.msgpack.br files`)
  const { runsOf } = await import('./square-making.ts')
  const [codes, runs] = [outwardCodesOf(entries), runsOf(entries)]
  writeData('outward-codes', outwardCodesAsCsv(codes))
  writeData('squares', runsAsCsv(runs))
  console.log(`${codes.length} outward codes and ${runs.length} rows of squares written to data/`)
  if (unknown.size === 0) return ended.well
  console.error(`No authority is known for these districts: ${[...unknown].join(', ')}`)
  return ended.withProblems
}

async function computeAtlas(path: string | undefined, exact: boolean): Promise<number> {
  if (path === undefined) return complain('Give the folder of the compact postcode directory')
  const made = await makeAtlas(path, exact)
  if ('problem' in made) return complain(made.problem)
  console.log(`${made.postcodes} postcodes in ${made.bytes} bytes written to ${made.file}`)
  return ended.well
}

const writeData = (name: string, text: string) =>
  writeFileSync(new URL(`../../data/${name}.csv`, import.meta.url), text)

const rowsOf = (file: string) =>
  createReadStream(file).pipe(
    Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: true, transformHeader: trimmed }),
  ) as AsyncIterable<Record<string, string>>

function complain(sentence: string): number {
  console.error(sentence)
  return ended.badly
}
