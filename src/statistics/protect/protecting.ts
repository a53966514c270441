/** Holds back what is sensitive, and as little else as keeps it from being worked out. */

import type { Profile } from '../tables/profile.ts'
import type { Mark, Publication } from '../tables/publication.ts'
import { complete } from './completing.ts'
import { type Entry, type Ledger, ledgerOf } from './ledger.ts'
import { type Move, type Room, moveFor } from './moving.ts'
import { openTo, printed } from './printing.ts'
import { reasonToHold } from './sensitive.ts'

export type Protected = {
  /** By the cell's path in the file. */
  readonly values: ReadonlyMap<string, number | Mark>
  /** Held back for their own sake, and to protect those. */
  readonly primary: readonly string[]
  readonly secondary: readonly string[]
  /** Sensitive, and known from what was published before or from what may not be held back: nothing can protect them. */
  readonly exposed: readonly string[]
}

/** `weak` are figures that an attack on an earlier answer could still work out. Throws `Unreadable` for figures that do not add up. */
export async function protect(
  publication: Publication,
  weak: ReadonlySet<string> = new Set(),
): Promise<Protected> {
  const ledger = ledgerOf(publication)
  await complete(ledger)
  const work = begin(publication, ledger)
  const exposed: number[] = []
  for (const entry of [...work.held].sort((a, b) => work.truth(b) - work.truth(a))) work.queue.push(entry)
  for (const [entry, { figure }] of ledger.entries.entries()) {
    if (!weak.has(figure)) continue
    if (ledger.entries[entry]!.cells.length > 0) hold(work, entry)
    work.queue.push(entry)
    work.insisted.add(entry)
  }
  for (let entry = work.queue.shift(); entry !== undefined; entry = work.queue.shift())
    if (!(await widen(work, entry))) exposed.push(entry)
  return answer(publication, work, exposed)
}

type Work = {
  readonly profile: Profile
  readonly ledger: Ledger
  readonly linesOf: readonly number[][]
  readonly primary: ReadonlySet<number>
  readonly held: Set<number>
  readonly queue: number[]
  readonly rooms: Map<number, Room>
  readonly insisted: Set<number>
  /** How far down and up each entry has been moved while everything printed stayed as it is. */
  readonly reach: Map<number, { down: number; up: number }>
  readonly truth: (entry: number) => number
}

function begin({ profile }: Publication, ledger: Ledger): Work {
  const { entries, lines } = ledger
  const linesOf: number[][] = entries.map(() => [])
  for (const [i, { total, parts }] of lines.entries())
    for (const each of [total, ...parts]) linesOf[each]!.push(i)
  const primary = new Set(
    [...entries.keys()].filter(i =>
      entries[i]!.cells.some(cell => reasonToHold(profile, entries[i]!.of, cell) !== undefined),
    ),
  )
  const held = new Set([...primary, ...[...entries.keys()].filter(i => entries[i]!.held)])
  return {
    ...{
      profile,
      ledger,
      linesOf,
      primary,
      held,
      queue: [],
      rooms: new Map(),
      insisted: new Set(),
      reach: new Map(),
    },
    truth: i => entries[i]!.truth!,
  }
}

function hold(work: Work, entry: number): void {
  if (work.held.has(entry) || work.truth(entry) === 0) return
  work.held.add(entry)
  work.rooms.delete(entry)
  work.queue.push(entry)
}

/** Makes sure that it could be `needed` more than it is, in the eyes of a reader; false where it cannot be made so. */
async function widen(work: Work, entry: number): Promise<boolean> {
  const needed = neededBy(work, entry)
  const { down = 0, up = 0 } = work.reach.get(entry) ?? {}
  if (!work.insisted.has(entry) && isWide(work, entry, down, up)) return true
  const { linesOf, ledger } = work
  for (const by of [needed, -needed]) {
    if (by < 0 && work.truth(entry) + by < 1) continue
    const move = await moveFor({ ledger, linesOf, roomOf: each => roomOf(work, each), entry, by })
    if (!move) continue
    take(work, move)
    return true
  }
  return false
}

/** Far enough that the range is as wide as a small count may be, and goes beyond small counts. */
function neededBy({ profile, ledger, truth }: Work, entry: number): number {
  if (ledger.entries[entry]!.of === 'amount')
    return Math.max(1, Math.ceil((profile.p * truth(entry)) / (100 - profile.p)))
  return Math.max(1, profile.threshold - 1)
}

function isWide(work: Work, entry: number, down: number, up: number): boolean {
  const truth = work.truth(entry)
  if (work.ledger.entries[entry]!.of === 'amount') return up >= neededBy(work, entry)
  return down + up >= neededBy(work, entry) && truth + up >= work.profile.threshold
}

/** The move is another truth; what it moves beyond its print must be held back. */
function take(work: Work, move: Move): void {
  for (const [entry, by] of move) {
    const { down, up } = roomOf(work, entry)
    if (by > up || -by > down) hold(work, entry)
  }
  for (const [entry, by] of move) {
    const reach = work.reach.get(entry) ?? { down: 0, up: 0 }
    work.reach.set(entry, { down: Math.max(reach.down, -by), up: Math.max(reach.up, by) })
  }
}

function roomOf(work: Work, i: number): Room {
  const known = work.rooms.get(i)
  if (known) return known
  const room = measure(work, i)
  work.rooms.set(i, room)
  return room
}

function measure(work: Work, i: number): Room {
  const entry = work.ledger.entries[i]!
  const truth = work.truth(i)
  const least = Math.max(entry.low, entry.cells.length > 0 || entry.held ? 1 : 0)
  const most = truth - least
  if (work.held.has(i)) return { down: most, up: entry.high - truth, most }
  if (entry.cells.length === 0)
    return { down: truth - entry.low, up: entry.high - truth, most: truth - entry.low }
  const [low, high] = openAs(entry)
  const smallest = entry.of === 'count' && work.profile.suppress && truth > 0 ? work.profile.threshold : low
  const room = {
    down: Math.max(0, Math.min(truth - Math.max(low, smallest), truth - entry.low)),
    up: Math.min(high, entry.high) - truth,
    most,
  }
  const mayBeHeld = truth > 0 && entry.high === Infinity && most >= 0
  return mayBeHeld ? { ...room, cost: costOf(truth) } : room
}

/** What all the cells that print it leave open. */
function openAs({ cells }: Entry): readonly [number, number] {
  const ranges = cells.map(cell => openTo(printed(cell, false), cell.rounding))
  return [Math.max(...ranges.map(([low]) => low)), Math.min(...ranges.map(([, high]) => high))]
}

/** A large figure is a larger loss, though not in proportion: a total serves more readers than its size says. */
const costOf = (truth: number): number => 1 + Math.log2(1 + truth)

function answer({ release }: Publication, work: Work, exposed: readonly number[]): Protected {
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
    exposed: pathsOf(entry => exposed.includes(entry)),
  }
}
