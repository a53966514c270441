/** Another truth that looks the same when printed: figures moved so that every sum still holds, hiding as little as can be. */

import { type Column, solve } from '#shared/solving'
import type { Ledger } from './ledger.ts'
import { allTied, neighbours } from './neighbours.ts'

/** How far an entry may move from its true value without anything else being hidden, and at what cost beyond. */
export type Room = {
  readonly down: number
  readonly up: number
  /** For each one moved beyond that; absent where it cannot be hidden. */
  readonly cost?: number
  /** How far down it may go when it is hidden. */
  readonly most: number
}

export type Move = ReadonlyMap<number, number>

export type Wanted = {
  readonly ledger: Ledger
  readonly linesOf: readonly (readonly number[])[]
  readonly roomOf: (entry: number) => Room
  readonly entry: number
  /** At least so far up, or down if below nothing. */
  readonly by: number
}

const near = 1e-6

/** Looked for nearby first, then everywhere. Undefined where there is none. */
export async function moveFor(wanted: Wanted): Promise<Move | undefined> {
  const { entry, roomOf, ledger, linesOf } = wanted
  const costOf = (each: number) => {
    const { down, up, cost } = roomOf(each)
    return down > 0 && up > 0 ? 0 : (cost ?? (down > 0 || up > 0 ? 0 : undefined))
  }
  const around = { ledger, linesOf, costOf }
  let before = 0
  for (const reach of reaches) {
    const some = reach === 'all' ? allTied(around, entry) : neighbours(around, entry, reach)
    if (some.length === before) continue
    before = some.length
    const move = await moveAmong(wanted, some)
    if (move) return move
  }
  return undefined
}

const reaches = [{ along: 14, totals: true }, 'all'] as const

/** By whole numbers, where they come of themselves or can be found among those that moved. */
async function moveAmong(wanted: Wanted, some: readonly number[]): Promise<Move | undefined> {
  const free = await solvedMove(wanted, some, false)
  if (!free || [...free.values()].every(by => Math.abs(by - Math.round(by)) < near))
    return free && rounded(free)
  const isFree = (entry: number) => free.has(entry) || wanted.roomOf(entry).cost === undefined
  const whole = await solvedMove(wanted, some.filter(isFree), true)
  return whole ? rounded(whole) : free
}

const rounded = (move: Move): Move =>
  new Map([...move].map(([entry, by]) => [entry, Math.round(by)] as const).filter(([, by]) => by !== 0))

/** Each entry moves freely within its room, and beyond it in either direction at its cost. */
async function solvedMove(
  wanted: Wanted,
  some: readonly number[],
  whole: boolean,
): Promise<Move | undefined> {
  const columns: Column[] = []
  const owners: (readonly [entry: number, sign: number])[] = []
  const own = new Map<number, number[]>()
  const add = (entry: number, sign: number, column: Omit<Column, 'whole'>) => {
    own.set(entry, [...(own.get(entry) ?? []), columns.length])
    owners.push([entry, sign])
    columns.push({ ...column, whole })
  }
  for (const entry of some) {
    const { down, up, cost, most } = wanted.roomOf(entry)
    if (entry === wanted.entry) add(entry, 1, targetOf(wanted.by, most))
    else {
      if (down > 0 || up > 0) add(entry, 1, { cost: 0, lower: -down, upper: up })
      if (cost === undefined) continue
      add(entry, 1, { cost, lower: 0, upper: Infinity })
      if (most > down) add(entry, -1, { cost, lower: 0, upper: most - down })
    }
  }
  const rows = linesAmong(wanted, some).map(({ total, parts }) => ({
    ...{ lower: 0, upper: 0 },
    entries: [total, ...parts].flatMap((entry, i) =>
      (own.get(entry) ?? []).map(column => [column, (i === 0 ? -1 : 1) * owners[column]![1]] as const),
    ),
  }))
  const solved = await solve({ columns, rows }, { seconds: whole ? 1 : 20, presolve: whole })
  const values =
    solved.state === 'optimal' ? solved.values : solved.state === 'stopped' ? solved.best?.values : undefined
  if (!values) return undefined
  const move = new Map<number, number>()
  for (const [column, [entry, sign]] of owners.entries()) {
    const by = sign * values[column]!
    if (Math.abs(by) > near) move.set(entry, (move.get(entry) ?? 0) + by)
  }
  return move
}

const targetOf = (by: number, most: number) =>
  by > 0 ? { cost: 0, lower: by, upper: Infinity } : { cost: 0, lower: -most, upper: by }

function linesAmong({ ledger: { lines }, linesOf }: Wanted, some: readonly number[]) {
  return [...new Set(some.flatMap(entry => linesOf[entry]!))].map(line => lines[line]!)
}
