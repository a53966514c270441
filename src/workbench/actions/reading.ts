/** The files of a load as rows: read once from what was brought, and kept. */

import { type AuthorityId, type Tx } from '#access'
import { type File, type ReadFiles, readReturnFiles, sheetsFrom } from '#filing'
import { type LoadId, readFiles } from '#returns'
import { type Atlas, openAtlas } from '#reference'
import type { Cells, EarlierSheets, Kind, TableName } from '#rulebook'
import type { Files } from '../correction.ts'
import { loadsBefore, newestLoads } from '../store/checkings.ts'
import { type ChildId, type StoredRow, hasRows, rowsOf, saveChildren, saveRows } from '../store/rows.ts'
import type { Places } from '../assembling.ts'

/** Every file of the return among those of a load; what is none, or cannot be read, was said when it was loaded. */
export const filesOfLoad = async (tx: Tx, load: LoadId): Promise<Files> =>
  sheetsFrom((await readLoad(tx, load)).read) as Files

export type YearsBefore = { readonly last: Files | undefined; readonly earlier: readonly EarlierSheets[] }

/** The returns that were brought for the years before this one, as they came. */
export async function yearsBefore(tx: Tx, year: number): Promise<YearsBefore> {
  const last = (await newestLoads(tx)).find(each => each.year === year - 1)
  const earlier: EarlierSheets[] = []
  for (const each of await loadsBefore(tx, year)) {
    earlier.push({ year: each.year, sheets: await filesOfLoad(tx, each.load) })
  }
  return { last: last && (await filesOfLoad(tx, last.load)), earlier }
}

/** As they came, and as they are read. */
export async function readLoad(tx: Tx, load: LoadId): Promise<{ brought: File[]; read: ReadFiles }> {
  const brought = (await readFiles(tx, load)).map(({ name, bytes }) => ({ name, bytes }))
  return { brought, read: readReturnFiles(brought) }
}

export async function keepRows(
  tx: Tx,
  of: { authority: AuthorityId; load: LoadId },
  files: Files,
): Promise<void> {
  if (await hasRows(tx, of.load)) return
  await saveChildren(tx, of.authority, files)
  await saveRows(tx, of, files)
}

export type Placed = { readonly files: Files; readonly places: Places }

/** One child's rows of a load. A file that the return has and the child has no row in is there, and empty. */
export async function childFiles(
  tx: Tx,
  load: LoadId,
  child: ChildId,
  kinds: readonly Kind[],
): Promise<Placed> {
  return asFiles(await rowsOf(tx, load, { child }), kinds)
}

export function asFiles(rows: readonly StoredRow[], kinds: readonly Kind[]): Placed {
  const files: Record<string, Cells[]> = Object.fromEntries(kinds.map(kind => [kind, []]))
  const places: Record<string, number[]> = Object.fromEntries(kinds.map(kind => [kind, []]))
  for (const { file, at, cells } of rows) {
    ;(files[file] ??= []).push(cells)
    ;(places[file] ??= []).push(at)
  }
  return { files, places }
}

export const asLast = (places: Places): Places =>
  Object.fromEntries(Object.entries(places).map(([name, at]) => [`${name}_last` as TableName, at]))

/** Opened when first asked, and kept: it never changes while the platform runs. */
let opened: Atlas | undefined
export const atlas = (): Atlas => (opened ??= openAtlas())
