/** What a return would change in what is held, and what is held once it has been loaded. */

import { aHeader, checkRows, geography, nothingStored } from '../../src/returns/fixtures.ts'
import { type Effect, type Stored, planEffect } from '../../src/returns/merging/effect.ts'
import type { WrittenRow } from '../../src/returns/reading/writing.ts'

export const plan = (
  episodes: WrittenRow[],
  stored: Stored,
  year = 2026,
  header: WrittenRow[] = [aHeader()],
) => planEffect(checkRows(episodes, header, { year }), stored, year, geography)

/** What is held once the writes are made, as a store would make them. */
export function written({ writes }: Effect, stored: Stored, year = 2026): Stored {
  const children = new Map(stored.children.map(each => [each.id, each]))
  const episodes = new Map(stored.episodes.map(each => [each.id, each]))
  for (const [i, write] of writes.entries()) {
    const id = write.before?.id ?? `${year} ${children.size} ${episodes.size} ${i}`
    if (write.subject === 'child') children.set(id, { ...write.before, ...write.after, id, year })
    else if (write.after) episodes.set(id, { ...write.before, ...write.after, id, year })
    else episodes.delete(id)
  }
  return { children: [...children.values()], episodes: [...episodes.values()] }
}

export const load = (episodes: WrittenRow[], stored = nothingStored, year = 2026) =>
  written(plan(episodes, stored, year), stored, year)

export const spans = ({ episodes }: Stored) =>
  episodes.map(each => [each.startedOn, each.endedOn, each.endReason]).sort(([a], [b]) => (a! < b! ? -1 : 1))
