/** Another truth that looks the same when printed: every sum holds, and as little as can be must be hidden. */

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
  /** Whether to look everywhere when there is nothing nearby. */
  readonly isFar: boolean
}

const near = 1e-6

/** Looked for nearby first, then everywhere. Undefined where there is none. */
export async function moveFor(wanted: Wanted): Promise<Move | undefined> {
  const { entry, roomOf, ledger, linesOf, by } = wanted
  if (by > roomOf(entry).up || -by > roomOf(entry).down) return undefined
  const costOf = (each: number) => {
    const { down, up, cost } = roomOf(each)
    return down > 0 && up > 0 ? 0 : (cost ?? (down > 0 || up > 0 ? 0 : undefined))
  }
  const around = { ledger, linesOf, costOf }
  let before = 0
  for (const reach of wanted.isFar ? reaches : reaches.slice(0, 1)) {
    const some = reach === 'all' ? allTied(around, entry) : neighbours(around, entry, reach)
    if (some.length === before) continue
    before = some.length
    const move = await moveAmong(wanted, some)
    if (move) return move
  }
  return undefined
}

const reaches = [{ along: 5, totals: false }, { along: 5, totals: true }, 'all'] as const

/** By whole numbers, where they come of themselves or can be found among those that moved. */
async function moveAmong(wanted: Wanted, some: readonly number[]): Promise<Move | undefined> {
  const free = await solvedMove(wanted, some, false)
  if (!free || [...free.values()].every(by => Math.abs(by - Math.round(by)) < near))
    return free && rounded(free)
  if (!wanted.isFar) return undefined
  const isFree = (entry: number) => free.has(entry) || wanted.roomOf(entry).cost === undefined
  const few = some.filter(isFree)
  // Larger questions of whole numbers may take too long; the attack judges what fractions leave.
  const whole = few.length <= 200 ? await solvedMove(wanted, few, true) : undefined
  return whole ? rounded(whole) : free
}

const rounded = (move: Move): Move =>
  new Map([...move].map(([entry, by]) => [entry, Math.round(by)] as const).filter(([, by]) => by !== 0))

/** The least costly move among these; undefined where there is none. */
async function solvedMove(
  wanted: Wanted,
  some: readonly number[],
  whole: boolean,
): Promise<Move | undefined> {
  const steps = some.flatMap(entry => stepsOf(wanted, entry))
  const own = new Map<number, number[]>()
  for (const [i, { entry }] of steps.entries()) own.set(entry, [...(own.get(entry) ?? []), i])
  const rows = linesAmong(wanted, some).map(({ total, parts }) => ({
    lower: 0,
    upper: 0,
    entries: [total, ...parts].flatMap((entry, i) =>
      (own.get(entry) ?? []).map(step => [step, (i === 0 ? -1 : 1) * steps[step]!.sign] as const),
    ),
  }))
  const columns = steps.map(({ cost, lower, upper }) => ({ cost, lower, upper, whole }))
  const solved = await solve({ columns, rows }, { seconds: whole ? 0.5 : 5 })
  const values =
    solved.state === 'optimal' ? solved.values : solved.state === 'stopped' ? solved.best?.values : undefined
  if (!values) return undefined
  const move = new Map<number, number>()
  for (const [i, { entry, sign }] of steps.entries())
    if (Math.abs(values[i]!) > near) move.set(entry, (move.get(entry) ?? 0) + sign * values[i]!)
  return move
}

type Step = Omit<Column, 'whole'> & { readonly entry: number; readonly sign: 1 | -1 }

/** Each entry moves freely within its room, and beyond it in either direction at its cost. */
function stepsOf({ entry: target, by, roomOf }: Wanted, entry: number): Step[] {
  const { down, up, cost, most } = roomOf(entry)
  const free = { entry, sign: 1, cost: 0 } as const
  if (entry === target) return [{ ...free, ...targetOf(by, down, up) }]
  const steps: Step[] = down > 0 || up > 0 ? [{ ...free, lower: -down, upper: up }] : []
  if (cost === undefined) return steps
  steps.push({ entry, sign: 1, cost, lower: 0, upper: Infinity })
  if (most > down) steps.push({ entry, sign: -1, cost, lower: 0, upper: most - down })
  return steps
}

const targetOf = (by: number, down: number, up: number) =>
  by > 0 ? { lower: by, upper: up } : { lower: -down, upper: by }

function linesAmong({ ledger: { lines }, linesOf }: Wanted, some: readonly number[]) {
  return [...new Set(some.flatMap(entry => linesOf[entry]!))].map(line => lines[line]!)
}
