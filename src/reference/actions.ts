/** Loading the postcode directory, which only who runs the platform may, at the terminal. */

import { areaOfDistrict } from './files.ts'
import { type Columns, type DirectoryRow, columnsIn, readRow } from './postcode-directory.ts'
import type { ReferenceDatabase } from './store/finding.ts'
import { savePostcodes } from './store/saving.ts'

export type { ReferenceDatabase } from './store/finding.ts'

export type Loaded = {
  readonly saved: number
  /** Rows of places to which no distance can be told. */
  readonly passedOver: number
  readonly bad: number
  /** What is wrong with the first of the bad. */
  readonly problems: readonly string[]
}
export type Unreadable = { readonly missing: readonly string[] }

const batchSize = 5_000
const problemsShown = 20

/** Rows that can be used are saved; the others are counted, and neither stops the rest. */
export async function loadPostcodes(
  database: ReferenceDatabase,
  rows: AsyncIterable<Record<string, string>>,
): Promise<Loaded | Unreadable> {
  const loaded = { saved: 0, passedOver: 0, bad: 0, problems: [] as string[] }
  let columns: Columns | undefined
  let batch: DirectoryRow[] = []
  let line = 1
  for await (const row of rows) {
    line += 1
    if (columns === undefined) {
      const found = columnsIn(Object.keys(row))
      if ('missing' in found) return found
      columns = found
    }
    const read = readRow(row, columns, areaOfDistrict)
    if (read === 'passed over') loaded.passedOver += 1
    else if ('postcode' in read) batch.push(read)
    else if ((loaded.bad += 1) <= problemsShown) loaded.problems.push(`line ${line}: ${read.problem}`)
    if (batch.length === batchSize) {
      await savePostcodes(database, batch)
      loaded.saved += batch.length
      batch = []
    }
  }
  if (columns === undefined) return { missing: ['postcode', 'easting', 'northing', 'district'] }
  if (batch.length > 0) await savePostcodes(database, batch)
  return { ...loaded, saved: loaded.saved + batch.length }
}
