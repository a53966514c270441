/** Protection under way: what is held back, and which other truths look the same when printed. */

import type { Profile } from '../tables/profile.ts'
import type { Entry, Ledger } from './ledger.ts'
import { type Move, type Room, moveFor } from './moving.ts'
import { openTo, printed } from './printing.ts'
import { reasonToHold } from './sensitive.ts'

export type Work = {
  readonly profile: Profile
  readonly ledger: Ledger
  readonly linesOf: readonly number[][]
  /** Held back for their own sake. */
  readonly primary: ReadonlySet<number>
  held: Set<number>
  /** Other truths, each as what it moves. */
  moves: Move[]
  /** How far down and up each entry is moved by them. */
  reach: Map<number, Reach>
  /** Held back, and not yet seen to be uncertain enough. */
  readonly queue: number[]
  readonly rooms: Map<number, Room>
  /** Whether more may be held back. */
  isClosed: boolean
}

export type Reach = { readonly down: number; readonly up: number }

export function beginWork(profile: Profile, ledger: Ledger): Work {
  const { entries, lines } = ledger
  const linesOf: number[][] = entries.map(() => [])
  for (const [i, { total, parts }] of lines.entries())
    for (const each of [total, ...parts]) linesOf[each]!.push(i)
  const numbers = [...entries.keys()]
  const isSensitive = ({ cells, of }: Entry) =>
    cells.some(cell => reasonToHold(profile, of, cell) !== undefined)
  const primary = new Set(numbers.filter(i => isSensitive(entries[i]!)))
  const held = new Set([...primary, ...numbers.filter(i => entries[i]!.held)])
  const queue = [...held].sort((a, b) => entries[b]!.truth! - entries[a]!.truth!)
  return {
    profile,
    ledger,
    linesOf,
    primary,
    held,
    queue,
    moves: [],
    reach: new Map(),
    rooms: new Map(),
    isClosed: false,
  }
}

const truthOf = ({ ledger }: Work, entry: number): number => ledger.entries[entry]!.truth!

export function hold(work: Work, entry: number): void {
  if (work.held.has(entry) || truthOf(work, entry) === 0) return
  work.held.add(entry)
  work.rooms.delete(entry)
  work.queue.push(entry)
}

/** Makes sure that it could be as much more as it needs, in the eyes of a reader; false where it cannot be made so. */
export async function widen(work: Work, entry: number, isFar: boolean): Promise<boolean> {
  const { linesOf, ledger } = work
  const needed = neededBy(work, entry)
  for (const by of [needed, -needed]) {
    if (by < 0 && truthOf(work, entry) + by < 1) continue
    const move = await moveFor({ ledger, linesOf, roomOf: each => roomOf(work, each), entry, by, isFar })
    if (!move) continue
    take(work, move)
    return true
  }
  return false
}

/** Far enough that the range is as wide as a small count may be, and goes beyond small counts. */
function neededBy(work: Work, entry: number): number {
  const { profile, ledger } = work
  if (ledger.entries[entry]!.of === 'amount')
    return Math.max(1, Math.ceil((profile.p * truthOf(work, entry)) / (100 - profile.p)))
  return Math.max(1, profile.threshold - 1)
}

export function isWide(work: Work, entry: number): boolean {
  const { down, up } = work.reach.get(entry) ?? { down: 0, up: 0 }
  if (work.ledger.entries[entry]!.of === 'amount') return up >= neededBy(work, entry)
  return down + up >= neededBy(work, entry) && truthOf(work, entry) + up >= work.profile.threshold
}

/** The move is another truth; what it moves beyond its print must be held back. */
function take(work: Work, move: Move): void {
  for (const [entry, by] of move) if (!fits(roomOf(work, entry), by)) hold(work, entry)
  work.moves.push(move)
  stretch(work.reach, move)
}

export const fits = ({ down, up }: Room, by: number): boolean => by <= up && -by <= down

export function stretch(reach: Map<number, Reach>, move: Move): void {
  for (const [entry, by] of move) {
    const { down, up } = reach.get(entry) ?? { down: 0, up: 0 }
    reach.set(entry, { down: Math.max(down, -by), up: Math.max(up, by) })
  }
}

export function roomOf(work: Work, entry: number): Room {
  const known = work.rooms.get(entry) ?? roomAsHeldOrShown(work, entry)
  work.rooms.set(entry, known)
  if (!work.isClosed || known.cost === undefined) return known
  const { cost: _, ...closed } = known
  return closed
}

function roomAsHeldOrShown(work: Work, i: number): Room {
  const entry = work.ledger.entries[i]!
  const truth = entry.truth!
  const isPrinted = entry.cells.length > 0
  const most = truth - Math.max(entry.low, isPrinted || entry.held ? 1 : 0)
  const up = entry.high - truth
  if (work.held.has(i) || !isPrinted) return { down: most, up, most }
  const [low, high] = openAs(entry)
  // Readers know that a number which is shown is not a small one.
  const small = entry.of === 'count' && work.profile.suppress && truth > 0 ? work.profile.threshold : 0
  const down = Math.max(0, truth - Math.max(low, small, entry.low))
  const room = { down, up: Math.min(high - truth, up), most }
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
