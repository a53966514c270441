/** Holds back what is sensitive, and as little else as keeps it from being worked out. */

import type { Mark, Publication } from '../tables/publication.ts'
import { complete } from './completing.ts'
import { ledgerOf } from './ledger.ts'
import { printed } from './printing.ts'
import { spare } from './sparing.ts'
import { type Work, beginWork, hold, isWide, widen } from './work.ts'

export type Protected = {
  /** By the cell's path in the file. */
  readonly values: ReadonlyMap<string, number | Mark>
  /** Held back for their own sake, and to protect those. */
  readonly primary: readonly string[]
  readonly secondary: readonly string[]
  /** Held back in vain: what was published before, or may not be held back, tells them. */
  readonly exposed: readonly string[]
}

/** In large publications, only so many of the largest are looked at again; in small ones all. */
const sparing = 8
const isSmall = 2000

/**
 * `weak` are figures that an attack on an earlier answer could still work out. Throws `Unreadable` for figures that do
 * not add up.
 */
export async function protect(
  publication: Publication,
  weak: ReadonlySet<string> = new Set(),
  told: (words: string) => void = () => {},
): Promise<Protected> {
  const ledger = ledgerOf(publication)
  await complete(ledger)
  const work = beginWork(publication.profile, ledger)
  const exposed = new Set<number>()
  let done = 0
  for (const entry of drained(work)) {
    if (!isWide(work, entry) && !(await widen(work, entry, true))) exposed.add(entry)
    told(`protected ${(done += 1)} of ${done + work.queue.length}`)
  }
  if (exposed.size === 0) await spare(work, ledger.entries.length < isSmall ? Infinity : sparing)
  for (const [entry, { figure, cells }] of ledger.entries.entries()) {
    if (!weak.has(figure)) continue
    if (cells.length > 0) hold(work, entry)
    if (!(await widen(work, entry, true))) exposed.add(entry)
  }
  for (const entry of drained(work))
    if (!isWide(work, entry) && !(await widen(work, entry, true))) exposed.add(entry)
  return answer(publication, work, exposed)
}

/** Until nothing more is held back. */
function* drained({ queue }: Work): Generator<number> {
  for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) yield entry
}

function answer({ release }: Publication, work: Work, exposed: ReadonlySet<number>): Protected {
  const { ledger, held, primary } = work
  const places = new Map(ledger.entries.map(({ figure }, i) => [figure, i]))
  const cells = release.tables.flatMap(table => table.cells)
  const entryOf = new Map(cells.map(cell => [cell.path, places.get(cell.figure)!]))
  const pathsOf = (isWanted: (entry: number) => boolean) =>
    cells.filter(({ path }) => isWanted(entryOf.get(path)!)).map(({ path }) => path)
  return {
    values: new Map(cells.map(cell => [cell.path, printed(cell, held.has(entryOf.get(cell.path)!))])),
    primary: pathsOf(entry => primary.has(entry)),
    secondary: pathsOf(entry => held.has(entry) && !primary.has(entry)),
    exposed: pathsOf(entry => exposed.has(entry)),
  }
}
