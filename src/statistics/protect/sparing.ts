/** Shows again what was held back to protect others, where they are protected without it. */

import { type Reach, type Work, fits, isWide, roomOf, stretch, widen } from './work.ts'

/** The largest figures first, at most so many: each costs a search. */
export async function spare(work: Work, most: number): Promise<void> {
  const { entries } = work.ledger
  const mayBeShown = (entry: number) => !work.primary.has(entry) && !entries[entry]!.held
  const candidates = [...work.held].filter(mayBeShown).sort((a, b) => entries[b]!.truth! - entries[a]!.truth!)
  work.isClosed = true
  for (const entry of candidates.slice(0, most)) {
    const before = { held: new Set(work.held), moves: [...work.moves], reach: work.reach }
    if (await standsWithout(work, entry)) continue
    Object.assign(work, before)
    work.rooms.delete(entry)
  }
  work.isClosed = false
}

/** Whether all that is held back can be moved far enough while this one is shown. */
async function standsWithout(work: Work, entry: number): Promise<boolean> {
  work.held.delete(entry)
  work.rooms.delete(entry)
  const room = roomOf(work, entry)
  const isKept = (move: ReadonlyMap<number, number>) => fits(room, move.get(entry) ?? 0)
  const lost = work.moves.filter(move => !isKept(move))
  work.moves = work.moves.filter(isKept)
  work.reach = new Map<number, Reach>()
  for (const move of work.moves) stretch(work.reach, move)
  const shaken = new Set(lost.flatMap(move => [...move.keys()]).filter(each => work.held.has(each)))
  for (const each of shaken) if (!isWide(work, each) && !(await widen(work, each, false))) return false
  return true
}
