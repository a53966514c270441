/** Loading the files of a folder as a year's return, for the command line. */

import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Caller } from '#access'
import type { Refusal } from '#shared/refusal'
import { loadReturn } from './actions/working.ts'
import type { Load } from './load.ts'

type From = { readonly folder: string; readonly year: number }

/** Every CSV file of the folder; the rows that cannot be used are left out, and told by the load. */
export async function loadFolder(
  { database, actor, today }: Caller,
  { folder, year }: From,
): Promise<Load | Refusal> {
  const names = (await readdir(folder)).filter(name => name.toLowerCase().endsWith('.csv')).toSorted()
  const files = await Promise.all(
    names.map(async name => ({ name, content: await readFile(join(folder, name)) })),
  )
  return loadReturn(database, actor, today, { year, files })
}
